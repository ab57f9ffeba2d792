/** Stores: a manager finds a store, changes its hours under held contacts, makes a new store with its sign-in, and closes one. */
import { randomUUID } from 'node:crypto';
import {
  asSeller,
  DESK,
  deviceOf,
  expect,
  expectNoViolations,
  listTooSmall,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

/** Monday, 22:14 in São Paulo: quiet until 08:00, the store *Paulista* opens at 10:00. */
const NIGHT = '2026-11-23T22:14:00-03:00';

async function openPaulista(page: Page, size: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Lojas', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lojas' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Abrir a loja/ }).first()).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, `stores-${size}`, { whole: true });
  await page.getByRole('searchbox').fill('paulista');
  await expect(page.getByText('1 loja', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /^Abrir a loja .*Paulista/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Paulista/ })).toBeVisible();
}

test('at 390 px opening hours change under held contacts, and the page says before what moves', async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  const ana = await deviceOf(product, 'paulista@aurora.example', '1111');
  const listing = await ana.get('/api/v1/suggestions');
  expect(listing.status()).toBe(200);
  const { items } = await listing.json();
  for (const { id, customer } of items.slice(0, 2)) {
    const data = { customerId: customer.id, suggestionId: id, origin: 'suggestion', text: 'Oi!', hold: true };
    const held = await ana.post('/api/v1/attempts', { data, headers: { 'idempotency-key': randomUUID() } });
    expect(held.status()).toBe(202);
  }
  await ana.dispose();
  await page.setViewportSize(PHONE);
  await signIn(context, 'gestao@aurora.example');
  await openPaulista(page, '390');
  await expectNoViolations(page);
  // A checkbox is pressed by its label, which is in the list too.
  const isCheckbox = (each: unknown) => JSON.stringify(each) === '{"height":20,"text":""}';
  expect((await listTooSmall(page)).filter((each) => !isCheckbox(each))).toEqual([]);
  await takePicture(page, 'store-390', { whole: true });

  await page.getByLabel('Abre, Terça').fill('9h99');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByText('Escreva a hora assim: 09:00.')).toBeVisible();
  await expect(page.getByLabel('Abre, Terça')).toBeFocused();
  await page.getByLabel('Abre, Terça').fill('14');
  await page.getByRole('button', { name: 'Salvar' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: '2 mensagens mudam de horário' })).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'store-moves-390');
  await sheet.getByRole('button', { name: 'Voltar' }).click();
  await expect(page.getByLabel('Abre, Terça')).toHaveValue('14:00');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await sheet.getByRole('button', { name: 'Salvar e mudar' }).click();
  await expect(page.getByText('Loja salva. 2 mensagens mudam de horário.')).toBeVisible();
  await expect(page.getByText('Loja alterada: horário')).toBeVisible();

  await page.getByRole('button', { name: 'Fechar em Natal' }).click();
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByText('Loja alterada: datas')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Abre, Terça')).toHaveValue('14:00');
  await expect(page.getByRole('button', { name: /^Tirar .*Natal/ })).toBeVisible();
});

test('at 390 px a store manager opens the page of the own store, without closing it', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, 'paulista@aurora.example', '9999');
  await page.goto('/conta');
  await page.getByRole('link', { name: 'Dados e horário da loja' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Paulista' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Fechar a loja de vez' })).toHaveCount(0);
  await expectNoViolations(page);
  await page.getByLabel('Endereço').fill('Avenida Paulista, 1000');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByText('Loja alterada: endereço')).toBeVisible();
});

test('at 1280 px a store is created with its sign-in, gets another password and is closed for good', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await page.setViewportSize(DESK);
  await signIn(context, 'gestao@aurora.example');
  await openPaulista(page, '1280');
  await expectNoViolations(page);
  await takePicture(page, 'store-1280', { whole: true });
  await expect(page.getByText('Antes, mova o que ainda está na loja:')).toBeVisible();
  await page.getByRole('link', { name: 'Lojas', exact: true }).first().click();
  await page.getByRole('button', { name: 'Ordenar por Cidade' }).click();
  await expect(page.getByRole('columnheader', { name: 'Ordenar por Cidade' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  await page.getByRole('link', { name: 'Nova loja' }).click();
  await page.getByRole('button', { name: 'Criar loja' }).click();
  await expect(page.getByLabel('Código')).toBeFocused();
  await page.getByLabel('Código').fill('PE09');
  await page.getByLabel('Nome').fill('Recife Antigo');
  await page.getByLabel('Cidade').fill('Vila sem nome');
  await page.getByLabel('Estado').selectOption('PE');
  await expect(page.getByText('Este estado tem mais de um fuso')).toBeVisible();
  await page.getByLabel('Cidade').fill('Recife');
  await expect(page.getByText('Sugerido pela cidade.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Fuso')).toHaveValue('America/Recife');
  await page.getByLabel('E-mail para entrar').fill('gestao@aurora.example');
  await page.getByLabel('Segunda: aberta').check();
  await page.getByLabel('Terça: aberta').check();
  await expectNoViolations(page);
  await takePicture(page, 'new-store-1280', { whole: true });
  await page.getByRole('button', { name: 'Criar loja' }).click();
  await expect(page.getByLabel('E-mail para entrar')).toBeFocused();
  await page.getByLabel('E-mail para entrar').fill('recife@aurora.example');
  await page.getByRole('button', { name: 'Criar loja' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: 'Senha de Recife Antigo' })).toBeVisible();
  const first = await sheet.getByLabel('Senha').inputValue();
  await expectNoViolations(page);
  await takePicture(page, 'store-password-1280');
  await sheet.getByRole('button', { name: 'Já anotei' }).click();
  await expect(page.getByText('senha ainda não usada')).toBeVisible();

  await page.getByRole('button', { name: 'Nova senha' }).click();
  await sheet.getByRole('button', { name: 'Nova senha' }).click();
  await expect(sheet.getByLabel('Senha')).not.toHaveValue(first);
  await sheet.getByRole('button', { name: 'Já anotei' }).click();

  await page.getByRole('button', { name: 'Fechar de vez' }).click();
  await sheet.getByRole('button', { name: 'Fechar de vez' }).click();
  await expect(page.getByText(/^Fechada de vez /)).toBeVisible();
  await page.goto('/lojas');
  await page.getByLabel('Fechadas de vez').check();
  await expect(page.getByRole('link', { name: 'Abrir a loja Recife Antigo' })).toBeVisible();
  await expectNoViolations(page);
});
