/** A silence that a customer asked for: told at the profile, refused to a colleague the next day, and held for the time after it (D4b). */
import { asSeller, expect, expectNoViolations, listTooSmall, PHONE, takePicture, test } from './kit/journey.ts';
import {
  findMessage,
  findSheet,
  openProfileMessage,
  PAULISTA,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
} from './kit/seller.ts';

test('Bruno writes down “only after 14:00”, Ana’s suggestion is refused the next morning, and the message is ready after 14:00', async ({
  browser,
  context,
  page,
  product,
}) => {
  await page.setViewportSize(PHONE);
  await product.at('2026-11-18T10:00:00-03:00');
  const ana = await browser.newContext({ baseURL: product.base, viewport: PHONE });
  await asSeller(ana, PAULISTA, '1111');
  const { items } = await (await ana.request.get('/api/v1/suggestions')).json();
  const [{ id, customer }] = items;
  const first = customer.name.split(' ')[0];

  await asSeller(context, PAULISTA, '2222');
  await page.goto(`/cliente/${customer.id}`);
  await page.getByRole('button', { name: 'Anotar um pedido', exact: true }).click();
  const sheet = findSheet(page);
  await sheet.getByRole('button', { name: 'Anotar', exact: true }).click();
  await expect(sheet.getByRole('alert')).toHaveText('Escreva um horário, como 14:00.');
  await sheet.getByLabel('Só depois das').fill('14h');
  await sheet.getByLabel('Só depois das').press('Tab');
  await expect(sheet.getByText(`${first} não recebe mensagens: todos os dias, antes das 14:00.`)).toBeVisible();
  await expectNoViolations(page);
  expect(await listTooSmall(page)).toEqual([]);
  await takePicture(page, 'asked-sheet-390');
  await sheet.getByRole('button', { name: 'Anotar', exact: true }).click();
  await expect(page.getByText('Anotado. Toda a marca respeita o pedido.')).toBeVisible();
  await expect(page.getByText('vale agora')).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'asked-profile-390', { whole: true });

  await product.at('2026-11-19T10:00:00-03:00');
  const hers = await ana.newPage();
  await hers.goto('/');
  await hers.getByRole('button', { name: /1 novidade/ }).click();
  await expect(
    hers.getByText(`Bruno anotou que ${first} não quer mensagens: todos os dias, antes das 14:00.`),
  ).toBeVisible();
  await expectNoViolations(hers);
  expect(await listTooSmall(hers)).toEqual([]);
  await takePicture(hers, 'asked-news-390');
  await hers.getByRole('button', { name: `Entendi sobre ${customer.name}` }).click();
  await expect(hers.getByText(/novidade/)).toHaveCount(0);
  await hers.goto(`/sugestao/${id}`);
  await send(hers);
  const refused = findSheet(hers);
  await expect(refused.getByRole('heading', { name: 'Silêncio a pedido' })).toBeVisible();
  await expect(refused).toContainText(
    `${first} pediu para não receber mensagens neste período: todos os dias, antes das 14:00.`,
  );
  await expectNoViolations(hers);
  await takePicture(hers, 'asked-refused-390');
  await refused.getByRole('button', { name: /^Deixar pronta para hoje, 14:\d\d$/ }).click();
  await expect(hers.getByText(/^Pronta para hoje,\s14:\d\d\./)).toBeVisible();
  await ana.close();
});

test('an ended wish comes back with one tap, and a silence until a date says so on the profile', {
  tag: '@long',
}, async ({ context, page, product }) => {
  await page.setViewportSize(PHONE);
  await product.at('2026-11-18T10:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  const { items } = await (await context.request.get('/api/v1/customers?portfolio=mine')).json();
  await page.goto(`/cliente/${items[0].id}`);
  await page.getByRole('button', { name: 'Anotar um pedido', exact: true }).click();
  const sheet = findSheet(page);
  await sheet.getByRole('radio', { name: 'Até um dia' }).check();
  await sheet.getByLabel('Último dia do silêncio').fill('2027-01-10');
  await sheet.getByRole('button', { name: 'Anotar', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'até 10 jan' });
  await expect(row).toContainText('vale agora');
  await row.getByRole('button', { name: /^Encerrar/ }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(row).toContainText('vale agora');
});

test('a wish is written down from the warning and from “Você enviou?”, and the sheet below stays open', {
  tag: '@long',
}, async ({ context, page, product }) => {
  await page.setViewportSize(PHONE);
  await stubWhatsApp(context);
  await product.at('2026-11-18T21:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  await openProfileMessage(page, 1);
  await findMessage(page).fill('Oi!');
  await send(page);
  await page.getByRole('button', { name: 'Anotar um pedido de silêncio' }).click();
  const sheet = page.getByRole('dialog', { name: /^O que .* pediu\?$/ });
  await sheet.getByRole('radio', { name: 'Só em dias úteis' }).check();
  await expectNoViolations(page);
  await takePicture(page, 'asked-from-warning-390');
  await sheet.getByRole('button', { name: 'Anotar', exact: true }).click();
  await expect(page.getByText('Anotado. Toda a marca respeita o pedido.')).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await page.getByRole('button', { name: 'Enviar mesmo assim' }).click();
  await returnFromWhatsApp(page);
  await page.getByRole('button', { name: 'Anotar um pedido de silêncio' }).click();
  await sheet.getByRole('radio', { name: 'Outros dias e horas' }).check();
  await sheet.getByRole('checkbox', { name: 'segunda' }).check();
  await sheet.getByLabel('Sem mensagens das').fill('12h');
  await sheet.getByLabel('Até', { exact: true }).fill('13h30');
  await takePicture(page, 'asked-from-handoff-390');
  await sheet.getByRole('button', { name: 'Anotar', exact: true }).click();
  await expect(sheet).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Enviei', exact: true }).click();
  for (const what of ['segunda, das 12:00 às 13:30', 'sábado e domingo, o dia todo'])
    await expect(page.getByRole('button', { name: `Encerrar o pedido: ${what}` })).toBeVisible();
});
