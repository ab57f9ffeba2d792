/** Hoje puts the work first: the lists begin high on the screen, whatever else the screen has to say. */
import { uuidv7 } from 'uuidv7';
import {
  asSeller,
  checkBothSizes,
  deviceOf,
  expect,
  expectNoViolations,
  type Page,
  takePicture,
  test,
} from './kit/journey.ts';
import { findDayLine, findMessage, holdByApi, openDayLine, PAULISTA } from './kit/seller.ts';

/** Measures where the first list begins, in CSS pixels from the top of the page. */
async function measureTopOfLists(page: Page): Promise<number> {
  // The list is found by its name, because at a desk the suggestion beside the lists may be drawn first.
  const list = page.getByRole('list', { name: /^(Para enviar agora|Sugestões)$/ }).first();
  await expect(list).toBeVisible();
  return (await list.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
}

/** Asserts where the lists begin at both sizes: with the demo's bar, above `most`; with it hidden, as in every store, above 300 px. */
async function expectListsAreHigh(page: Page, state: string, most = 300): Promise<void> {
  const bar = page.getByRole('complementary', { name: 'Demonstração' });
  await expect(bar).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    expect(await measureTopOfLists(page), `${state}, with the demo's bar, at ${width}`).toBeLessThan(most);
  });
  await bar.getByRole('button', { name: 'Esconder a barra da demonstração' }).click();
  await expect(bar).toHaveCount(0);
  await checkBothSizes(page, async ({ width }) => {
    expect(await measureTopOfLists(page), `${state}, at ${width}`).toBeLessThan(300);
    await takePicture(page, `today-${state.replaceAll(' ', '-')}-${width}`);
  });
  await page.getByRole('button', { name: 'Mostrar a barra da demonstração' }).click();
  await expect(bar).toBeVisible();
}

test('the lists begin above 300 px in every state, and each customer is shown once', async ({
  page,
  context,
  product,
}) => {
  await product.at('2026-11-23T15:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  await expect(page.getByText('Novidade: das 20:00 às 08:00')).toBeVisible();
  await expectListsAreHigh(page, 'the notice of the first day');

  await product.at('2026-11-23T21:00:00-03:00');
  await expect(page.getByText('Horário de Silêncio até amanhã, 08:00')).toBeVisible();
  await expectListsAreHigh(page, 'quiet hours');
  await product.at('2026-11-23T19:52:00-03:00');
  await expect(page.getByText('Silêncio em 8 min')).toBeVisible();
  await expectListsAreHigh(page, 'ten minutes before');
  await product.at('2026-11-23T21:00:00-03:00');
  await expect(page.getByText('Horário de Silêncio até amanhã, 08:00')).toBeVisible();

  const { items } = await (await context.request.get('/api/v1/suggestions')).json();
  for (const { id, customer, text } of items.slice(0, 6)) {
    const answer = await context.request.post('/api/v1/attempts', {
      data: { customerId: customer.id, suggestionId: id, text, hold: true },
      headers: { 'idempotency-key': uuidv7() },
    });
    expect(answer.status()).toBe(202);
  }
  await product.at('2026-11-24T13:30:00-03:00');
  await page.reload();
  const ready = page.getByRole('list', { name: 'Para enviar agora' });
  await expect(ready.getByRole('listitem')).toHaveCount(6);
  await expect(page.getByRole('button', { name: /6 prontas/ }).or(page.getByText('6 prontas'))).toBeVisible();
  await expectListsAreHigh(page, 'six ready');
  await checkBothSizes(page, async () => {
    await expect(ready.getByRole('listitem')).toHaveCount(6);
    await expectNoViolations(page);
    const names = await page.getByRole('main').getByRole('heading', { level: 3 }).allTextContents();
    expect(new Set(names).size, 'each customer once').toBe(names.length);
  });

  await context.setOffline(true);
  await expect(page.getByText(/^Sem internet/)).toBeVisible();
  // The sentence about the network and the demo's bar together need more space.
  await expectListsAreHigh(page, 'no network', 350);
  await context.setOffline(false);
});

test('everything there is to say fits in one line that opens, and the lists still begin above 300 px', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at('2026-11-23T21:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  const held = [];
  for (let n = 0; n < 5; n++) held.push(await holdByApi(context.request));
  // A manager cancels one, which is news for Ana.
  const manager = await deviceOf(product, PAULISTA, '9999');
  expect((await manager.post(`/api/v1/attempts/${held[4]?.id}/cancel`)).ok()).toBe(true);
  await manager.dispose();
  await product.at('2026-11-24T12:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  const { items } = await (await context.request.get('/api/v1/suggestions')).json();
  const free = items.filter((each: { held: unknown }) => each.held === null);
  for (const [n, outcome] of [[0, 'sent'] as const, [1, null] as const]) {
    const { id, customer, text } = free[n];
    const answer = await context.request.post('/api/v1/attempts', {
      data: { customerId: customer.id, suggestionId: id, text },
      headers: { 'idempotency-key': uuidv7() },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    const { attempt } = await answer.json();
    if (outcome !== null) await context.request.post(`/api/v1/attempts/${attempt.id}/outcome`, { data: { outcome } });
  }
  await product.at('2026-11-24T13:30:00-03:00');
  await page.goto('/');
  await expect(findDayLine(page)).toContainText('4 prontas · 1 novidade · 1 a confirmar');
  const ready = page.getByRole('list', { name: 'Para enviar agora' });
  await expect(ready.getByRole('listitem')).toHaveCount(4);
  await expectListsAreHigh(page, 'all there is to say');
  await checkBothSizes(page, async () => {
    const last = await page.getByRole('list', { name: 'Sugestões' }).boundingBox();
    const how = await page.getByRole('region', { name: 'Para contar como foi' }).boundingBox();
    expect(how?.y, '“Como foi” stands below the lists').toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
  });
  const shared = page
    .getByRole('region', { name: /^Para enviar agora/ })
    .getByText('Pronta: você envia com um toque até hoje, 20:00.');
  await expect(shared, 'what all of them share is said once').toHaveCount(1);

  await openDayLine(page);
  await expect(findDayLine(page)).toContainText(held[4]?.name.split(' ')[0] ?? '');
  await expect(findDayLine(page).getByRole('button', { name: 'Responder' })).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expect(findDayLine(page).getByRole('button', { name: 'Responder' })).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `today-all-${width}`);
  });
});

test('the whole card opens its suggestion, and each kind of reason has an icon and a colour', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at('2026-11-23T15:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  const cards = page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem');
  await expect(cards.first()).toBeVisible();
  await expect(cards.getByText('Abrir', { exact: true })).toHaveCount(0);
  const marks = await page.locator('[data-reason]').evaluateAll((all) =>
    all.map((each) => ({
      reason: each.getAttribute('data-reason'),
      icon: each.querySelector('path')?.getAttribute('d') ?? null,
      colour: getComputedStyle(each).color,
    })),
  );
  expect(marks.length).toBe(await cards.count());
  const kinds = new Map(marks.map(({ reason, icon }) => [reason, icon]));
  expect(kinds.size, 'the demo shows several kinds').toBeGreaterThan(2);
  expect([...kinds.values()]).not.toContain(null);
  expect(new Set(kinds.values()).size, 'no two kinds share an icon').toBe(kinds.size);
  const colours = new Set(marks.map(({ colour }) => colour));
  expect(colours.size, 'and more than one colour tells them apart').toBeGreaterThan(1);

  const name = (await cards.nth(1).getByRole('heading').textContent()) ?? '';
  await checkBothSizes(page, async () => {
    await page.goto('/');
    await expect(cards.nth(1)).toBeVisible();
    const box = await cards.nth(1).boundingBox();
    if (box === null) throw new Error('the card is not on the screen');
    await page.mouse.click(box.x + box.width - 24, box.y + box.height - 14);
    await expect(page).toHaveURL(/\/sugestao\//);
    await expect(findMessage(page)).toBeVisible();
    await expect(page.getByRole('heading', { name }).last()).toBeVisible();
  });
});
