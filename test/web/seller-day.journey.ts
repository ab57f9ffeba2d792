/** A seller's day: the line over the lists, suggestions put aside, customers who cannot be written to, and the smallest phone. */
import {
  asSeller,
  checkBothSizes,
  expect,
  expectNoViolations,
  listTooSmall,
  openAndListen,
  PHONE,
  passTime,
  signIn,
  stopClock,
  takePicture,
  test,
} from './kit/journey.ts';
import {
  findDayLine,
  findMessage,
  findSheet,
  openSuggestion,
  PAULISTA,
  readSuggestions,
  send,
  takeFirstName,
} from './kit/seller.ts';

const MORNING = '2026-11-22T10:30:00-03:00';

test.describe('the line over the lists', () => {
  test('counts down the last ten minutes by the server’s clock, changes by itself, and tells a screen reader once', async ({
    page,
    context,
    product,
  }) => {
    // The device's own clock is wrong by hours, and must not matter (D15).
    await page.clock.install({ time: '2026-11-22T03:00:00Z' });
    await product.at('2026-11-22T19:55:00-03:00');
    await asSeller(context, PAULISTA, '1111');
    await openAndListen(page, () => page.goto('/'));
    await expect(page.getByText('Silêncio em 5 min')).toBeVisible();
    await stopClock(page);
    await product.at('2026-11-22T19:49:59-03:00', { ticking: true });
    await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();
    await passTime(product, page, 2_000);
    await expect(page.getByText('Silêncio em 10 min')).toBeVisible();
    await product.at('2026-11-22T19:58:59-03:00', { ticking: true });
    await expect(page.getByText('Silêncio em 2 min')).toBeVisible();
    await passTime(product, page, 2_000);
    await expect(page.getByText('Silêncio em 1 min')).toBeVisible();

    await product.at('2026-11-22T19:30:00-03:00');
    await page.clock.resume();
    await openAndListen(page, () => openSuggestion(page));
    await stopClock(page);
    await product.at('2026-11-22T19:59:00-03:00', { ticking: true });
    await expect(page.getByText('No WhatsApp, envie antes das 20:00.')).toBeVisible();
    await passTime(product, page, 61_000);
    await expect(page.getByText('No WhatsApp, envie antes das 20:00.')).toBeHidden();
    await expect(page.getByText('Começou o Horário de Silêncio. Vai até amanhã, 08:00.')).toHaveCount(1);
    await product.at('2026-11-23T07:59:00-03:00', { ticking: true });
    // The sentence is in the list behind the message.
    await expect(page.getByText(/hoje,\s08:00/).first()).toBeAttached();
    await passTime(product, page, 61_000);
    await expect(page.getByText('Terminou o Horário de Silêncio.')).toHaveCount(1);
  });

  test('after midnight says “hoje” for the end of the night’s quiet hours', { tag: '@long' }, async ({
    page,
    context,
    product,
  }) => {
    await product.at('2026-11-23T01:05:00-03:00');
    await asSeller(context, PAULISTA, '1111');
    await page.goto('/');
    await expect(page.getByText('Horário de Silêncio até hoje, 08:00')).toBeVisible();
  });

  test('changes at the right minute also without a network', { tag: '@long' }, async ({ page, context, product }) => {
    await page.clock.install();
    await product.at('2026-11-22T19:30:00-03:00');
    await asSeller(context, PAULISTA, '1111');
    await openAndListen(page, () => page.goto('/'));
    await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();
    await stopClock(page);
    await product.at('2026-11-22T19:59:00-03:00', { ticking: true });
    await expect(page.getByText(/Silêncio em 1 min/)).toBeVisible();
    await context.setOffline(true);
    await passTime(product, page, 61_000);
    await expect(findDayLine(page)).toContainText('Horário de Silêncio até amanhã, 08:00');
  });
});

test.describe('a suggestion', () => {
  test('that was put aside returns with “Desfazer”, and another is dismissed with a reason by one tap', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    // The app tells the server only after eight seconds, and offers “Desfazer” until then.
    await page.clock.install();
    await product.at(MORNING);
    await asSeller(context, PAULISTA, '2222');
    const name = await openSuggestion(page, 9);
    await stopClock(page);
    const inList = page.getByRole('list', { name: 'Sugestões' }).getByText(name, { exact: true });
    await page.getByRole('button', { name: 'Agora não' }).click();
    await expect(page.getByText(`${takeFirstName(name)} volta amanhã.`)).toBeVisible();
    await expect(inList).toBeHidden();
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await expect(inList).toBeVisible();

    await page.clock.resume();
    await openSuggestion(page, 9);
    await stopClock(page);
    await page.getByRole('button', { name: 'Dispensar' }).click();
    await expect(
      findSheet(page).getByRole('heading', { name: `Dispensar a sugestão de ${takeFirstName(name)}?` }),
    ).toBeVisible();
    await expectNoViolations(page);
    await findSheet(page).getByRole('button', { name: 'Já conversamos' }).click();
    await expect(inList).toBeHidden();
    // Leaving the page tells the server at once.
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    await expect.poll(async () => JSON.stringify(await readSuggestions(context))).not.toContain(name);
    await page.clock.resume();
    await page.reload();
    await expect(page.getByRole('list', { name: 'Sugestões' })).toBeVisible();
    await expect(inList).toBeHidden();
  });
});

test('a customer who asked to stop cannot be written to at any hour, and the reason is shown', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/carteira');
  await page
    .getByRole('list', { name: 'Carteira' })
    .getByRole('listitem')
    .filter({ hasText: 'pediu para parar' })
    .first()
    .getByRole('link')
    .click();
  await expect(page.getByText(/pediu para não receber mensagens\. Vamos respeitar\./)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Conversar no WhatsApp' })).toHaveCount(0);
  await takePicture(page, 'profile-stopped-390');
  // A message that was open before the stop is refused as well.
  await page.goto(`${page.url()}/mensagem`);
  await findMessage(page).fill('Oi!');
  await send(page);
  await expect(findSheet(page)).toContainText(/pediu para não receber mensagens/);
  await expect(findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' })).toHaveCount(0);
  await expectNoViolations(page);
});

test('a customer without a mobile number cannot be written to, and the profile says what to do', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  const list = await context.request.get('/api/v1/customers?portfolio=mine&limit=90');
  const { items } = await list.json();
  type Listed = { id: string; reachable: boolean; optedOut: boolean; permission: string };
  const found = items.find((each: Listed) => !each.reachable && !each.optedOut && each.permission === 'granted');
  await page.goto(`/cliente/${found.id}`);
  await expect(page.getByText(/^Não há um celular com WhatsApp na ficha de .* peça o número/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Conversar no WhatsApp' })).toHaveCount(0);
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `profile-no-mobile-${width}`);
  });
});

test('three suggestions fit on the smallest phone without scrolling', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '2222');
  // The notice of new hours is dismissed, so that it takes no space.
  const { notice } = await (await context.request.get('/api/v1/quiet-hours')).json();
  if (notice !== null) await context.request.post('/api/v1/quiet-hours/notice', { data: { key: notice.key } });
  await page.goto('/');
  const cards = page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem');
  const links = await page.getByRole('navigation').boundingBox();
  const third = await cards.nth(2).boundingBox();
  expect((third?.y ?? 0) + (third?.height ?? 0)).toBeLessThanOrEqual(links?.y ?? 0);
  await page.setViewportSize(PHONE);
});

test('with text at 200 % the refusal scrolls, its buttons stay in sight, and nothing is cut off', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at('2026-11-22T22:14:00-03:00');
  await asSeller(context, PAULISTA, '2222');
  await openSuggestion(page, 3);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await send(page);
  const back = findSheet(page).getByRole('button', { name: 'Voltar à lista' });
  await back.scrollIntoViewIfNeeded();
  await expect(back).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('every button and link of Hoje and Carteira is at least 44 px high', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  for (const path of ['/', '/carteira']) {
    await page.goto(path);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    expect(await listTooSmall(page), path).toEqual([]);
  }
});

test('a brand’s manager sees which hours are in force, and in which zones it is quiet now', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at('2026-11-22T19:30:00-03:00');
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/');
  await expect(page.getByText('Todos os dias, das 20:00 às 08:00, no relógio de cada loja.').first()).toBeVisible();
  const zones = page.getByRole('listitem');
  await expect(zones.filter({ hasText: 'Fernando de Noronha' })).toContainText('em silêncio');
  await expect(zones.filter({ hasText: 'Manaus' })).toContainText('aberto');
  await expectNoViolations(page);
  await takePicture(page, 'brand-390');
});
