/** Screens of managers: locked PINs, the list of attempts, the bars of a day, and the light theme. */
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  openAndListen,
  type Page,
  PHONE,
  signIn,
  tabTo,
  takePicture,
  test,
} from './kit/journey.ts';
import type { Product } from './kit/product.ts';

const DAY = '2026-11-18T15:00:00-03:00';
const PAULISTA = 'paulista@aurora.example';
const BRAND_MANAGER = 'gestao@aurora.example';

type Browser = Parameters<Parameters<typeof test>[2]>[0]['browser'];

/** Gives five wrong PINs for the person `name` on a new device; returns that device and the person. */
async function lockOut(browser: Browser, product: Product, name: string) {
  const locked = await browser.newContext({ baseURL: product.base, viewport: PHONE });
  await signIn(locked, PAULISTA);
  const { people } = await (await locked.request.get('/api/v1/session')).json();
  const person = people.find((each: { name: string }) => each.name === name);
  for (let n = 0; n < 5; n++)
    await locked.request.post('/api/v1/session/pin', { data: { pin: '4826', personId: person.id } });
  return { locked, person };
}

const findLockedPins = (page: Page) => page.getByRole('region', { name: 'PIN em pausa' });

test('a store manager unlocks a PIN on another device, and the seller signs in on the device that was locked', {
  tag: '@long',
}, async ({ page, context, browser, product }) => {
  await product.at(DAY);
  await signIn(context, 'carla@aurora.example');
  await page.goto('/dia');
  await expect(page.getByRole('heading', { level: 1, name: 'Dia da loja' })).toBeVisible();
  await expect(page.getByText('Por pessoa')).toBeVisible();
  await expect(findLockedPins(page), 'nothing is shown while nobody is locked').toHaveCount(0);
  await page.goto('/agendados');
  await page.getByRole('button', { name: /^Carla Dias/ }).click();
  const wayIn = page.getByRole('dialog').getByRole('button', { name: /^Liberar um PIN/ });
  await expect(wayIn).toContainText('Ninguém em pausa agora');
  await takePicture(page, 'menu-pins-390');
  await wayIn.click();
  await expect(page.getByText(/^Nenhum PIN em pausa\./)).toBeVisible();
  await takePicture(page, 'pins-none-390', { whole: true });

  const { locked, person } = await lockOut(browser, product, 'Ana Lima');
  await page.reload();
  await expect(findLockedPins(page).getByRole('listitem')).toHaveText(/^Ana Lima\s*por mais 15 minutos/);
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `locked-pins-${width}`);
  });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'escura';
  });
  await expectNoViolations(page);
  await takePicture(page, 'locked-pins-night-390');
  await tabTo(page, page.getByRole('button', { name: 'Liberar o PIN de Ana Lima' }), 'Enter');
  await expect(page.getByText('Pronto. Ana Lima pode tentar de novo.')).toBeVisible();
  await expect(findLockedPins(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 }), 'the pressed button is gone').toBeFocused();

  const right = await locked.request.post('/api/v1/session/pin', { data: { pin: '1111', personId: person.id } });
  expect(right.status()).toBe(200);
  await locked.close();
});

test('a brand’s manager unlocks PINs of sellers and managers of every store, on both screens that list them', {
  tag: '@long',
}, async ({ page, context, browser, product }) => {
  await product.at(DAY);
  await signIn(context, BRAND_MANAGER);
  const ana = await lockOut(browser, product, 'Ana Lima');
  const carla = await lockOut(browser, product, 'Carla Dias');
  await page.goto('/dia');
  await expect(findLockedPins(page).getByRole('listitem')).toHaveText([
    /^Ana Lima\s*Paulista · por mais 15 minutos/,
    /^Carla Dias\s*Paulista · por mais 15 minutos/,
  ]);
  await page.goto('/');
  await page.getByRole('button', { name: 'Liberar o PIN de Carla Dias' }).click();
  await expect(findLockedPins(page).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'PIN em pausa' })).toBeFocused();
  await page.getByRole('button', { name: 'Liberar o PIN de Ana Lima' }).click();
  await expect(findLockedPins(page)).toHaveCount(0);
  await Promise.all([ana.locked.close(), carla.locked.close()]);
});

test('a PIN that could not be unlocked stays in the list, with the reason', { tag: '@long' }, async ({
  page,
  context,
  browser,
  product,
}) => {
  await product.at(DAY);
  await signIn(context, 'carla@aurora.example');
  const { locked } = await lockOut(browser, product, 'Ana Lima');
  await page.goto('/dia');
  await page.route('**/unlock', (route) => route.abort());
  await page.getByRole('button', { name: 'Liberar o PIN de Ana Lima' }).click();
  await expect(findLockedPins(page).getByRole('alert')).toHaveText(/Sem resposta do servidor/);
  await expect(findLockedPins(page).getByRole('listitem')).toHaveCount(1);
  await locked.close();
});

test('the list of attempts begins with results on a phone, and one button opens the filters and counts those in use', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(DAY);
  await page.setViewportSize(PHONE);
  await asSeller(context, PAULISTA, '9999');
  await page.goto('/tentativas');
  const lines = page.getByRole('list', { name: 'Tentativas' }).getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  expect((await lines.first().boundingBox())?.y).toBeLessThan(300);
  await expect(page.getByLabel('Cliente')).toBeHidden();
  const filters = page.getByRole('button', { name: 'Filtros' });
  await expect(filters).toHaveText('Filtros');
  await expectNoViolations(page);
  await takePicture(page, 'attempts-390');

  await filters.click();
  await expect(filters).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('group', { name: 'Passou por' }).getByLabel('aviso', { exact: true }).check();
  await page.getByLabel('Vendedor(a)').fill('Ana');
  await expectNoViolations(page);
  await takePicture(page, 'attempts-filters-390', { whole: true });
  await page.getByRole('button', { name: 'Buscar' }).click();
  await expect(filters).toHaveText('Filtros (2): Ana e com aviso');
  await expect(filters).toBeFocused();
  await expect(page.getByLabel('Cliente')).toBeHidden();
  await expect(lines.first()).toContainText('Ana Lima');
  expect((await lines.first().boundingBox())?.y).toBeLessThan(300);
  await expectNoViolations(page);

  // The whole card opens the attempt, and going back finds the filters unchanged.
  await lines.first().click({ position: { x: 200, y: 40 } });
  await expect(page).toHaveURL(/\/tentativas\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(filters).toHaveText('Filtros (2): Ana e com aviso');
  await page.getByRole('button', { name: 'Limpar' }).click();
  await expect(filters).toHaveText('Filtros');
  await expect(filters).toBeFocused();

  await page.setViewportSize(DESK);
  await expect(filters, 'beside an open attempt the search stays folded').toBeVisible();
  await expect(page.getByLabel('Cliente')).toBeHidden();
  expect((await lines.first().boundingBox())?.y).toBeLessThan(300);
  await takePicture(page, 'attempts-1280');
});

test('the bars of a day carry their values, fill the width, and show none for an hour without contacts', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(DAY);
  await signIn(context, BRAND_MANAGER);
  const { hours } = await (await context.request.get('/api/v1/reports/distribution')).json();
  for (const [viewport, size] of [
    [PHONE, '390'],
    [DESK, '1280'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.goto('/dia');
    const chart = page.getByRole('figure');
    await expect(chart.locator('[data-highest]').first()).toBeVisible();
    const drawn = await chart.evaluate((figure) => {
      const columns = [...figure.querySelectorAll<HTMLElement>('[style*="--all"]')];
      const highest = figure.querySelector('[data-highest]')?.previousElementSibling;
      return {
        values: columns.map((column) => column.textContent),
        share: (columns.at(-1)?.getBoundingClientRect().right ?? 0) - (columns[0]?.getBoundingClientRect().left ?? 0),
        of: figure.getBoundingClientRect().width,
        colour: highest && getComputedStyle(highest).backgroundColor,
        leaf: getComputedStyle(document.documentElement).getPropertyValue('--leaf').trim(),
      };
    });
    expect(drawn.values, 'a value on each bar, none on an hour without contacts').toEqual(
      hours.map((n: number) => (n === 0 ? '' : String(n))),
    );
    expect(drawn.share / drawn.of).toBeGreaterThan(0.99);
    expect([drawn.colour, drawn.leaf]).toEqual(['rgb(27, 115, 80)', '#1b7350']);
    await takePicture(page, `stores-day-bars-${size}`, { whole: true });
  }
  const none = page.getByRole('listitem').filter({ has: page.getByText('0 contatos', { exact: true }) });
  await expect(none.first()).toBeVisible();
  await expect(none.first().locator('[style*="--all"]')).toHaveCount(0);
});

test.describe('screens that never turn dark by themselves', () => {
  const readTheme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
  for (const [who, enter, paths, silence] of [
    [
      'a store manager’s',
      (page: Page) => asSeller(page.context(), PAULISTA, '9999'),
      ['/', '/carteira', '/agendados', '/dia', '/tentativas'],
      /Horário de Silêncio até amanhã/,
    ],
    [
      'a brand manager’s',
      (page: Page) => signIn(page.context(), BRAND_MANAGER),
      ['/', '/tentativas', '/chamados', '/dia', '/ajuda'],
      /^em silêncio$/,
    ],
  ] as const)
    test(`${who} screens stay light, opened in quiet hours or open when these begin`, { tag: '@long' }, async ({
      page,
      product,
    }) => {
      await product.at('2026-11-18T19:59:00-03:00');
      await enter(page);
      await openAndListen(page, () => page.goto('/'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await readTheme(page)).toBe('clara');
      await product.at('2026-11-18T20:00:00-03:00');
      await expect(page.getByText(silence).first()).toBeVisible();
      expect(await readTheme(page)).toBe('clara');
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        expect(await readTheme(page), path).toBe('clara');
      }
    });
});
