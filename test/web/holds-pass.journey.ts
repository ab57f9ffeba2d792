/** Messages that a manager passes on to another seller: the text names the new seller, who is asked where it does not. */
import { asSeller, checkBothSizes, expect, expectNoViolations, takePicture, test } from './kit/journey.ts';
import { findMessage, findSheet, holdByApi, PAULISTA, returnFromWhatsApp, send, stubWhatsApp } from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';
const AFTERNOON = '2026-11-23T13:30:00-03:00';

test('a manager passes all messages of Ana on with one tap, undoes it with another, and is told what stayed', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { id } = await holdByApi(context.request);
  await holdByApi(context.request);
  await asSeller(context, PAULISTA, '9999');
  await page.goto('/agendados');
  const all = page.getByRole('button', { name: 'Passar todas de Ana' });
  await checkBothSizes(page, () => expect(all, 'is seen without scrolling').toBeInViewport({ ratio: 1 }));
  await all.click();
  await expect(findSheet(page).getByRole('heading', { name: 'Passar todas de Ana para' })).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `holds-pass-all-${width}`);
  });
  await findSheet(page).getByRole('button', { name: 'Bruno Reis' }).click();
  await expect(page.getByText('2 mensagens passadas para Bruno.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Ana Lima' })).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Bruno Reis' }).getByRole('listitem')).toHaveCount(2);
  const texts = async () => {
    const { items } = await (await context.request.get('/api/v1/holds?state=waiting&whose=store')).json();
    return items.map(({ text }: { text: string }) => /Aqui é (\p{L}+)/u.exec(text)?.[1]);
  };
  expect(await texts()).toEqual(['Bruno', 'Bruno']);
  await takePicture(page, 'holds-passed-all-390');
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(page.getByText('Desfeito. Voltaram para Ana.')).toBeVisible();
  const anas = page.getByRole('list', { name: 'Ana Lima' }).getByRole('listitem');
  await expect(anas).toHaveCount(2);
  expect(await texts()).toEqual(['Ana', 'Ana']);

  // Carla has a message for one of the two customers herself: that one stays with Ana, and Carla is told.
  const { customer } = await (await context.request.get(`/api/v1/holds/${id}`)).json();
  const hers = await context.request.post('/api/v1/attempts', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { customerId: customer.id, text: 'Oi!', hold: true },
  });
  expect(hers.status()).toBe(202);
  await all.click();
  await findSheet(page).getByRole('button', { name: 'Carla Dias' }).click();
  await expect(page.getByText('1 mensagem passada para Carla. 1 ficou com Ana.')).toBeVisible();
  await expect(anas).toHaveCount(1);

  // Without a network the sheet that asked tells the failure, and no message moves.
  await context.setOffline(true);
  await all.click();
  await findSheet(page).getByRole('button', { name: 'Bruno Reis' }).click();
  await expect(findSheet(page).getByRole('alert')).toHaveText('Não deu para anotar agora. Tente de novo.');
  await context.setOffline(false);
});

test('the new seller is asked before a message is sent whose text still names the first seller', {
  tag: '@long',
}, async ({ page, context, product }) => {
  const opened = await stubWhatsApp(context);
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { id } = await holdByApi(context.request);
  const own = { data: { text: 'Bom dia! Quem fala é a Ana Lima, tudo bem?' } };
  expect((await context.request.patch(`/api/v1/attempts/${id}`, own)).status()).toBe(200);
  const { people } = await (await context.request.get('/api/v1/session')).json();
  const bruno = people.find((each: { name: string }) => each.name.startsWith('Bruno'));
  await asSeller(context, PAULISTA, '9999');
  const passed = await context.request.patch(`/api/v1/attempts/${id}`, { data: { sellerId: bruno.id } });
  expect(passed.status()).toBe(200);

  await product.at(AFTERNOON);
  await asSeller(context, PAULISTA, '2222');
  await page.goto(`/agendados/${id}`);
  await send(page);
  await expect(findSheet(page).getByRole('heading', { name: 'Este texto fala em nome de Ana' })).toBeVisible();
  await expect(findSheet(page).getByRole('button', { name: 'Trocar por Bruno' })).toBeFocused();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `holds-name-${width}`);
  });
  expect(opened).toEqual([]);
  await findSheet(page).getByRole('button', { name: 'Trocar por Bruno' }).click();
  await expect(findMessage(page)).toHaveValue('Bom dia! Quem fala é a Bruno, tudo bem?');
  await findMessage(page).fill('Bom dia! Quem fala é o Bruno, tudo bem?');
  await send(page);
  await returnFromWhatsApp(page);
  expect(opened[0]?.searchParams.get('text')).toBe('Bom dia! Quem fala é o Bruno, tudo bem?');
});
