/** A customer's data: a manager takes a copy. Erasing a customer: the brand manager reads what vanishes and what stays, gives a reason, and nobody finds the customer any more. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  checkBothSizes,
  DESK,
  deviceOf,
  expect,
  expectNoViolations,
  listTooSmall,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

/** Monday, 22:14 in São Paulo: a contact is held until the morning. */
const NIGHT = '2026-11-23T22:14:00-03:00';

test('at 390 px a brand manager takes a copy of a customer’s data and erases the customer for good, and what was held ends', async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  const ana = await deviceOf(product, 'paulista@aurora.example', '1111');
  const { items } = await (await ana.get('/api/v1/suggestions')).json();
  const [{ id, customer }] = items;
  const data = { customerId: customer.id, suggestionId: id, origin: 'suggestion', text: 'Oi!', hold: true };
  const held = await ana.post('/api/v1/attempts', { data, headers: { 'idempotency-key': randomUUID() } });
  expect(held.status()).toBe(202);

  await page.setViewportSize(PHONE);
  await signIn(context, 'gestao@aurora.example');
  await page.goto(`/cliente/${customer.id}`);
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
  const open = page.getByRole('button', { name: 'Apagar para sempre' });
  await open.scrollIntoViewIfNeeded();
  await expectNoViolations(page);
  expect(await listTooSmall(page)).toEqual([]);
  await takePicture(page, 'erase-card-390', { whole: true });

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Baixar para ler (HTML)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^cliente-2026-11-2\d\.html$/);
  const copy = await context.newPage();
  await copy.setContent(await readFile(await file.path(), 'utf8'));
  await expect(copy.getByText(customer.name)).toBeVisible();
  await expectNoViolations(copy);
  await takePicture(copy, 'export-page-390', { whole: true });
  await copy.close();

  await open.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: `Apagar ${customer.name} para sempre?` })).toBeVisible();
  await expect(sheet.getByText('Não dá para desfazer, nem pelo suporte.')).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'erase-sheet-390');
  await sheet.getByRole('button', { name: 'Apagar para sempre' }).click();
  await expect(sheet.getByText('Diga o motivo.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Manter cadastro' }).click();
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();

  await open.click();
  await sheet.getByLabel('Motivo').selectOption('Outro motivo');
  await sheet.getByLabel('Qual motivo?').fill('Mudou de cidade');
  await sheet.getByRole('button', { name: 'Apagar para sempre' }).click();
  await expect(page.getByText('Cadastro apagado para sempre.')).toBeVisible();
  await expect(page).toHaveURL(/\/carteira$/);
  await page.goto(`/cliente/${customer.id}`);
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Apagar para sempre' })).toBeHidden();

  const { items: ended } = await (await ana.get('/api/v1/holds?state=ended')).json();
  expect(ended[0].customer.name).toBe('Cadastro apagado');
  expect(ended[0].sentence).toBe('Cancelada: este cadastro não existe mais.');
  await ana.dispose();

  await page.setViewportSize(DESK);
  await page.goto('/tentativas');
  await expect(page.getByText('Cadastro apagado').first()).toBeVisible();
  await takePicture(page, 'erase-attempts-1280');

  await page.goto('/politica');
  await page.getByRole('link', { name: 'Ver cópias e exclusões' }).click();
  const log = page.getByRole('list', { name: 'Dados de clientes: cópias e exclusões' });
  await expect(log.getByRole('heading', { name: 'Cadastro apagado para sempre' })).toBeVisible();
  await expect(log.getByText('Motivo: Mudou de cidade')).toBeVisible();
  await expect(log.getByRole('heading', { name: /^Cópia dos dados/ })).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `privacy-log-${width}`);
  });
});

test('a store manager takes a copy and has no button to erase a customer', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await signIn(context, 'carla@aurora.example');
  const carla = await deviceOf(product, 'paulista@aurora.example', '9999');
  const { items } = await (await carla.get('/api/v1/customers?limit=1')).json();
  await carla.dispose();
  await page.goto(`/cliente/${items[0].id}`);
  await expect(page.getByRole('heading', { level: 1, name: items[0].name })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Baixar para ler (HTML)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apagar para sempre' })).toBeHidden();
});
