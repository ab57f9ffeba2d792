/** At 360 × 640 with text at 200 % nothing is cut: sheets scroll, every button can be reached whole, and bars stay small. */
import type { Locator } from '@playwright/test';
import {
  asSeller,
  expect,
  expectNoViolations,
  openAndListen,
  openPersonMenu,
  type Page,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
import {
  findHoldOffer,
  findMessage,
  findSheet,
  holdByApi,
  openProfileMessage,
  openSuggestion,
  PAULISTA,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
  takeFirstName,
} from './kit/seller.ts';

const SMALL = { width: 360, height: 640 };
const BAR_MOST = 0.15;
const DAY = '2026-11-23T15:00:00-03:00';
const NIGHT = '2026-11-23T21:00:00-03:00';

test.beforeEach(async ({ page, context }) => {
  await page.setViewportSize(SMALL);
  await context.addInitScript(() => {
    const enlarge = () => document.documentElement.style.setProperty('font-size', '200%');
    if (document.documentElement) enlarge();
    else document.addEventListener('DOMContentLoaded', enlarge);
    document.addEventListener('readystatechange', enlarge);
  });
});

/** Asserts that the page is no wider than the screen, and that the bar of links takes at most 15 % of the height. */
async function expectFits(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    return wide.map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 40)}`);
  });
  expect(tooWide, 'what is wider than the screen').toEqual([]);
  const bar = page.locator('header:has(nav)');
  if ((await bar.count()) === 0) return;
  expect((await bar.boundingBox())?.height, 'the bar of links').toBeLessThanOrEqual(BAR_MOST * SMALL.height);
}

/** Asserts that each button, scrolled into view, is whole on the screen, uncovered at its middle, and cuts no word. */
async function expectWhole(buttons: Locator): Promise<void> {
  await expect(buttons.first()).toBeVisible();
  for (const button of await buttons.all()) {
    if (!(await button.isVisible())) continue;
    await button.scrollIntoViewIfNeeded();
    const found = await button.evaluate((element) => {
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return {
        name: element.textContent?.trim() || element.getAttribute('aria-label'),
        isInside: left >= 0 && right <= innerWidth + 0.5 && top >= -0.5 && bottom <= innerHeight + 0.5,
        isMet: hit !== null && (element.contains(hit) || hit.contains(element)),
        isCut: element.scrollWidth > element.clientWidth + 1,
      };
    });
    expect(found).toEqual({ name: found.name, isInside: true, isMet: true, isCut: false });
  }
}

/** Asserts what `expectSheetWhole` asserts, and that the page below the sheet fits the screen. */
async function expectSheetReadable(page: Page): Promise<void> {
  await expectSheetWhole(page);
  await expectFits(page);
}

/** Asserts that all text of a sheet can be read: the last line can be scrolled into view, and no text is cut at the side. */
async function expectSheetWhole(page: Page): Promise<void> {
  const last = findSheet(page).locator('h2:visible, p:visible').last();
  // A part of the sheet may load after the sheet has opened.
  await expect(async () => {
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  await expectWhole(findSheet(page).locator('button:visible, a:visible'));
  const tooWide = await findSheet(page)
    .locator('*')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5).map((each) => each.textContent),
    );
  expect(tooWide, 'what is wider than the sheet').toEqual([]);
}

test('Hoje, the bar of links, the demo’s bar and a message fit the screen, and every button can be reached', async ({
  page,
  context,
  product,
}) => {
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Sugestões' })).toBeVisible();
  await expectFits(page);
  await takePicture(page, 'sizes-today');
  for (const name of ['Hoje', 'Carteira', 'Agendados', 'Meu dia'])
    await expect(page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible();
  await expectWhole(page.getByRole('navigation').getByRole('link'));
  await expectNoViolations(page);

  const bar = page.getByRole('complementary', { name: 'Demonstração' });
  expect((await bar.boundingBox())?.height, 'the demo’s bar').toBeLessThanOrEqual(BAR_MOST * SMALL.height);
  for (const chip of await bar.getByRole('button').all()) {
    await chip.scrollIntoViewIfNeeded();
    await chip.click({ trial: true });
  }

  await openSuggestion(page);
  await takePicture(page, 'sizes-message');
  await expectFits(page);
  await expect(page.getByRole('button', { name: 'Enviar no WhatsApp' })).toBeVisible();
});

test('a manager has six links in one row', { tag: '@long' }, async ({ page, context, product }) => {
  await product.at(DAY);
  await asSeller(context, PAULISTA, '9999');
  await page.goto('/');
  await expect(page.getByRole('navigation').getByRole('link')).toHaveCount(6);
  await expectFits(page);
  await expectWhole(page.getByRole('navigation').getByRole('link'));
});

test('the refusal, “Outro horário” and the warning scroll, and their buttons stay whole', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  await page.getByRole('list', { name: 'Sugestões' }).getByRole('link').first().click();
  await expect(findSheet(page)).toContainText('Agora é Horário de Silêncio');
  await takePicture(page, 'sizes-refused');
  await expectSheetReadable(page);
  await expectNoViolations(page);
  await findSheet(page).getByRole('button', { name: 'Outro horário' }).click();
  await expect(findSheet(page).getByLabel('Horário')).toBeVisible();
  await takePicture(page, 'sizes-other-time');
  await expectSheetReadable(page);

  await openProfileMessage(page);
  await page.getByLabel('Mensagem', { exact: true }).fill('Olá! Posso ajudar?');
  await send(page);
  await expect(findSheet(page)).toBeVisible();
  await takePicture(page, 'sizes-warned');
  await expectSheetReadable(page);
});

/** Opens a sheet by `press`, checks the sheet, and closes it by Escape. */
async function expectSheet(page: Page, title: string | RegExp, press: () => Promise<unknown>): Promise<void> {
  await press();
  await expect(findSheet(page).getByRole('heading', { name: title })).toBeVisible();
  await takePicture(page, `sizes-sheet-${sheets++}`);
  await expectSheetWhole(page);
  await page.keyboard.press('Escape');
  await expect(findSheet(page)).toHaveCount(0);
}
let sheets = 1;

test('every other sheet of a seller scrolls, and its buttons stay whole', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await stubWhatsApp(context);
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  await expectSheet(page, /\S/, () => page.getByRole('button', { name: 'Saber mais' }).click());
  const menu = (item: RegExp) => async () => {
    await openPersonMenu(page, /Ana/);
    await findSheet(page).getByRole('button', { name: item }).click();
  };
  await expectSheet(page, /Ana/, () => openPersonMenu(page, /Ana/));
  await expectSheet(page, 'Ajustes', menu(/^Ajustes/));
  await expectSheet(page, /\S/, menu(/^Sair/));
  await openSuggestion(page);
  await expectSheet(page, /^Dispensar a sugestão/, () => page.getByRole('button', { name: 'Dispensar' }).click());
  await send(page);
  await expectSheet(page, 'Você enviou?', () => returnFromWhatsApp(page));

  await product.at(NIGHT);
  const { id, name } = await holdByApi(context.request);
  await page.goto(`/agendados/${id}`);
  await expectSheet(page, /\S/, () => page.getByRole('button', { name: 'Cancelar mensagem' }).click());
  await expectSheet(page, 'Outro horário', () =>
    page.getByRole('button', { name: 'Outro horário', exact: true }).click(),
  );
  const { customer } = await (await context.request.get(`/api/v1/holds/${id}`)).json();
  await page.goto(`/cliente/${customer.id}`);
  await expectSheet(page, /\S/, () => page.getByRole('button', { name: /^Alterar/ }).click());
  await page.getByRole('link', { name: 'Conversar no WhatsApp' }).click();
  await findMessage(page).fill('E mais uma coisa.');
  await send(page);
  await expectSheet(page, `${takeFirstName(name)} já tem uma mensagem guardada`, () => findHoldOffer(page).click());
});

test('the sheets for passing messages on scroll, and their buttons stay whole', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { id } = await holdByApi(context.request);
  await asSeller(context, PAULISTA, '9999');
  await page.goto('/agendados');
  await page.getByLabel('Ana', { exact: true }).check();
  await expectSheet(page, 'Passar todas de Ana para', () =>
    page.getByRole('button', { name: 'Passar todas de Ana' }).click(),
  );
  await page.goto(`/agendados/${id}`);
  await expectSheet(page, /\S/, () => page.getByRole('button', { name: 'Passar para outra pessoa' }).click());
  const own = { data: { text: 'Bom dia! Quem fala é a Ana Lima, tudo bem?' } };
  expect((await context.request.patch(`/api/v1/attempts/${id}`, own)).status()).toBe(200);
  const { people } = await (await context.request.get('/api/v1/session')).json();
  const bruno = people.find((each: { name: string }) => each.name.startsWith('Bruno'));
  const passed = await context.request.patch(`/api/v1/attempts/${id}`, { data: { sellerId: bruno.id } });
  expect(passed.status()).toBe(200);
  await product.at('2026-11-24T13:30:00-03:00');
  await asSeller(context, PAULISTA, '2222');
  await page.goto(`/agendados/${id}`);
  await expectSheet(page, 'Este texto fala em nome de Ana', () => send(page));
});

test('the sheet at the end of quiet hours scrolls, and its buttons stay whole', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at('2026-11-24T07:59:00-03:00');
  await asSeller(context, PAULISTA, '2222');
  await openAndListen(page, () => page.goto('/'));
  await page.getByRole('list', { name: 'Sugestões' }).getByRole('link').first().click();
  await expect(findSheet(page)).toContainText('Agora é Horário de Silêncio');
  await expectSheet(page, 'O silêncio terminou', () => product.at('2026-11-24T08:00:00-03:00'));
});

test('Agendados shows its rows whole', { tag: '@long' }, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await holdByApi(context.request);
  await page.goto('/agendados');
  await expect(page.getByRole('list').getByRole('listitem').first()).toBeVisible();
  await takePicture(page, 'sizes-held');
  await expectFits(page);
  await expectWhole(page.getByRole('main').locator('button:visible, li a'));
});

test('the PIN pad shows all its keys at once, and none is cut', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(DAY);
  await signIn(context, PAULISTA);
  await page.goto('/');
  await page.getByRole('button', { name: 'Ana Lima' }).click();
  await expect(page.getByRole('button', { name: '5', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Apagar o último número' }).waitFor();
  await takePicture(page, 'sizes-pin');
  await expectFits(page);
  await expectWhole(page.getByRole('main').locator('button:visible'));
  const [first, last] = await Promise.all(
    [page.getByRole('button', { name: '1', exact: true }), page.getByRole('button', { name: 'Entrar' })].map((key) =>
      key.boundingBox(),
    ),
  );
  expect((last?.y ?? 0) + (last?.height ?? 0) - (first?.y ?? 0), 'all rows of keys').toBeLessThan(SMALL.height * 0.7);
});

test('at 360 px no time is broken over two lines, in Hoje, Carteira and Agendados', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await holdByApi(context.request);
  for (const [path, name] of [
    ['/', 'today'],
    ['/carteira', 'portfolio'],
    ['/agendados', 'held'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '100%'));
    await takePicture(page, `rows-${name}-360`);
    const broken = await page.evaluate(() => {
      const times = /há\s\d+\sdias?|(?:hoje|amanhã|ontem),\s\d\d:\d\d/g;
      const found: string[] = [];
      const texts = document.createTreeWalker(document.querySelector('main') as Node, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const text = node.textContent ?? '';
        for (const { 0: time, index } of text.matchAll(times)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + time.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) found.push(text);
        }
      }
      return found;
    });
    expect(broken, path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALL.width);
  }
});
