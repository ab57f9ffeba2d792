/** The page of a brand's manager: the ring, a strip for each zone, and figures that open lists of attempts. */
import {
  asSeller,
  checkBothSizes,
  DESK,
  deviceOf,
  expect,
  expectNoViolations,
  openAndListen,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

const DAY = '2026-11-18T15:00:00-03:00';
const BRAND_MANAGER = 'gestao@aurora.example';
const FIGURES = [
  { label: / adiados? ?, ver a lista$/, filter: /^Filtros \(2\): com adiamento/ },
  { label: / avisados? ?, ver a lista$/, filter: /^Filtros \(2\): com aviso/ },
  { label: / enviados? após o aviso ?, ver a lista$/, filter: /^Filtros \(2\): com envio após o aviso/ },
] as const;

const findFigures = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Últimos 30 dias' }) });

/** Sets the dark theme, which a manager’s screens never take by themselves. */
async function turnDark(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'escura';
  });
}

/** Loads all pages of the list and counts the lines. */
async function countLines(page: Page): Promise<number> {
  const lines = page.getByRole('list', { name: 'Tentativas' }).getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  const more = page.getByRole('button', { name: 'Mostrar mais' });
  for (let before = 0; (await more.count()) > 0; ) {
    before = await lines.count();
    await more.click();
    await expect.poll(() => lines.count()).toBeGreaterThan(before);
  }
  return lines.count();
}

test('shows the ring, the strips, the figures and the history, in light and dark, on a phone and at a desk', async ({
  page,
  context,
  product,
}) => {
  await product.at(DAY);
  await signIn(context, BRAND_MANAGER);
  await page.goto('/politica');
  const zones = page.locator('section').filter({ has: page.getByRole('heading', { name: /em cada fuso/ }) });
  await expect(zones.getByRole('listitem').filter({ hasText: /^São Paulo/ })).toContainText(
    '1 loja · 15:00 · silêncio às 20:00',
  );
  await expect(zones.getByText('Loja aberta das 10:00 às 22:00.').first()).toBeVisible();
  await expect(findFigures(page).getByRole('link')).toHaveCount(3);
  await expect(page.getByRole('heading', { name: 'Histórico' })).toBeVisible();
  await checkBothSizes(page, async (size) => {
    const [ring, figures, history] = await Promise.all(
      [
        page.locator('main svg[viewBox="0 0 320 320"]'),
        findFigures(page),
        page.getByRole('heading', { name: 'Histórico' }),
      ].map(async (each) => (await each.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }),
    );
    expect(ring?.width).toBeCloseTo(256, 0);
    if (size === DESK) {
      expect(figures?.x, 'the figures stand beside the ring').toBeGreaterThan((ring?.x ?? 0) + 256);
      expect(history?.y, 'the history begins on the first screen').toBeLessThan(DESK.height);
      const right = (figures?.x ?? 0) + (figures?.width ?? 0);
      expect(right, 'the figures end at the right edge').toBeGreaterThan(DESK.width - 48);
    } else {
      expect(figures?.y, 'the figures stand below').toBeGreaterThan((ring?.y ?? 0) + 256);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectNoViolations(page);
    await takePicture(page, `brand-page-${size.width}`, { whole: true });
  });
  await turnDark(page);
  await expectNoViolations(page);
  await takePicture(page, 'brand-page-night-390', { whole: true });
});

test('each figure opens the list of exactly its attempts, with the filter set, and going back leads to the figures', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await signIn(context, BRAND_MANAGER);
  await page.goto('/politica');
  for (const { label, filter } of FIGURES) {
    const figure = findFigures(page).getByRole('link', { name: label });
    const n = Number.parseInt((await figure.textContent()) ?? '', 10);
    expect(n).toBeGreaterThan(0);
    await figure.click();
    await expect(page).toHaveURL('/tentativas');
    await expect(page.getByRole('button', { name: filter })).toBeVisible();
    expect(await countLines(page)).toBe(n);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Horário de Silêncio' })).toBeVisible();
  }
});

test('a figure grows by one when an attempt is put off while the page is open', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at('2026-11-18T21:00:00-03:00');
  await signIn(context, BRAND_MANAGER);
  await openAndListen(page, () => page.goto('/politica'));
  const figure = findFigures(page).getByRole('link', { name: FIGURES[0].label });
  const before = Number.parseInt((await figure.textContent()) ?? '', 10);
  const seller = await deviceOf(product, 'paulista@aurora.example', '1111');
  const [{ id, customer }] = (await (await seller.get('/api/v1/suggestions')).json()).items;
  const answer = await seller.post('/api/v1/attempts', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { customerId: customer.id, suggestionId: id, origin: 'suggestion', text: 'Oi!' },
  });
  expect(answer.status()).toBe(409);
  await expect(figure).toHaveText(new RegExp(`^${before + 1}\\b`));
  await seller.dispose();
});

test('a new brand reads that there are no attempts yet, and a read that failed says so and can be repeated', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(DAY);
  await signIn(context, BRAND_MANAGER);
  let answers: 'empty' | 'failed' | 'real' = 'empty';
  await page.route('**/api/v1/reports/overview?*', async (route) => {
    if (answers === 'real') return route.continue();
    if (answers === 'failed')
      return route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        json: { type: '/problems/forbidden', title: 'Só a gestão da marca.', status: 403, detail: 'Peça a ela.' },
      });
    const none = { putOff: 0, warned: 0, sentAfterWarning: 0, hasAttempts: false };
    return route.fulfill({ json: { from: DAY, to: DAY, ...none } });
  });
  await page.goto('/politica');
  await expect(findFigures(page)).toContainText('Ainda sem tentativas.');
  await expect(findFigures(page).getByRole('link')).toHaveCount(0);
  await expectNoViolations(page);
  await takePicture(page, 'brand-page-new-390');
  answers = 'failed';
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'Só a gestão da marca.' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Histórico' }), 'the rest of the page is there').toBeVisible();
  await expectNoViolations(page);
  answers = 'real';
  await page.getByRole('button', { name: 'Tentar de novo' }).click();
  await expect(findFigures(page).getByRole('link')).toHaveCount(3);
});

test.describe('the state ring', () => {
  test('shows its numerals where it is larger than 100 px, and the hand covers none of them at any hour', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await signIn(context, BRAND_MANAGER);
    await page.setViewportSize({ width: 360, height: 640 });
    for (const hour of ['00', '03', '06', '09', '12', '15', '18', '21']) {
      await product.at(`2026-11-18T${hour}:00:00-03:00`);
      await page.goto('/politica');
      const ring = page.locator('main svg[viewBox="0 0 320 320"]');
      await expect(ring.locator('text')).toHaveText(['3', '6', '9', '15', '18', '21']);
      const drawn = await ring.evaluate((svg) => {
        const boxOf = (part: Element) => part.getBoundingClientRect();
        const hand = [...svg.querySelectorAll('line, circle')].map(boxOf);
        const meets = (a: DOMRect, b: DOMRect) =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const numerals = [...svg.querySelectorAll('text')];
        return {
          under: numerals
            .filter((each) => hand.some((part) => meets(boxOf(each), part)))
            .map((each) => each.textContent),
          smallest: Math.min(...numerals.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))),
          scale: boxOf(svg).width / 320,
        };
      });
      expect(drawn.under, `at ${hour}:00 the hand lies over a numeral`).toEqual([]);
      expect(drawn.smallest * drawn.scale).toBeGreaterThanOrEqual(11.5);
    }
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await takePicture(page, 'brand-page-360-200');
  });

  test('draws fewer and thicker parts at 64 px and below', { tag: '@long' }, async ({ page, context, product }) => {
    await product.at(DAY);
    await asSeller(context, 'paulista@aurora.example', '1111');
    await page.goto('/politica');
    const small = page.getByRole('region', { name: 'Seu dia' }).locator('svg[viewBox="0 0 64 64"]');
    await expect(small).toBeVisible();
    const measure = (svg: Element) => ({
      texts: svg.querySelectorAll('text').length,
      parts: svg.querySelectorAll('path, line, circle').length,
      thick: Math.max(...[...svg.querySelectorAll('path')].map((path) => Number(path.getAttribute('stroke-width')))),
      side: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    });
    const tiny = await small.evaluate(measure);
    await signIn(context, BRAND_MANAGER);
    await page.goto('/politica');
    const large = await page.locator('main svg[viewBox="0 0 320 320"]').evaluate(measure);
    expect(tiny.texts).toBe(0);
    expect(tiny.parts, 'an open track, a quiet arc, the hand and its hub').toBeLessThanOrEqual(4);
    expect(large.parts).toBeGreaterThan(tiny.parts);
    expect(tiny.thick / tiny.side, 'the arc is thicker for its size').toBeGreaterThan(1.5 * (large.thick / large.side));
  });
});
