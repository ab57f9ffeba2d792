/** *Equipe*: a store manager adds a seller, who signs in with the one-time PIN; a brand manager looks after all stores' people. */
import {
  asSeller,
  DESK,
  expect,
  expectNoViolations,
  listTooSmall,
  openPersonMenu,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
import { PAULISTA } from './kit/seller.ts';

const DAY = '2026-11-18T15:00:00-03:00';

async function typePin(page: Page, pin: string): Promise<void> {
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

/** Checks the screen with axe and takes a picture of it. */
async function check(page: Page, name: string): Promise<void> {
  await expectNoViolations(page);
  expect(await listTooSmall(page), name).toEqual([]);
  await takePicture(page, name);
}

test('a store manager adds a seller on the store’s phone, and the seller signs in with the one-time PIN', async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await asSeller(context, PAULISTA, '9999');
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Telas' }).getByRole('link', { name: 'Equipe' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Equipe' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Abrir Ana Lima' })).toBeVisible();
  await check(page, 'team-390');

  await page.getByRole('button', { name: 'Adicionar pessoa' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Adicionar', exact: true }).click();
  await expect(sheet.getByText('Escreva o nome.')).toBeVisible();
  await sheet.getByLabel('Nome').fill('ana lima');
  await sheet.getByRole('button', { name: 'Adicionar', exact: true }).click();
  await expect(sheet.getByText('Acrescente o sobrenome.')).toBeVisible();
  await expect(sheet.getByLabel('Nome')).toHaveValue('ana lima');
  await check(page, 'team-add-390');
  await sheet.getByLabel('Nome').fill('Nina Alves');
  await sheet.getByRole('button', { name: 'Adicionar', exact: true }).click();
  await expect(sheet.getByRole('heading', { name: 'PIN de Nina Alves' })).toBeVisible();
  const pin = (await sheet.getByText(/^\d{6}$/).textContent()) ?? '';
  await check(page, 'team-pin-390');
  await sheet.getByRole('button', { name: 'Pronto' }).click();
  await page.getByRole('link', { name: 'Abrir Nina Alves' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nina Alves' })).toBeFocused();
  await expect(page.getByText('PIN de uso único, ainda não usado')).toBeVisible();
  await check(page, 'person-390');

  await page.goto('/');
  await openPersonMenu(page, /Carla/);
  await page.getByRole('dialog').getByRole('button', { name: 'Trocar' }).click();
  await page.getByRole('button', { name: 'Nina Alves' }).click();
  await typePin(page, pin);
  await expect(page.getByText('Escolha um PIN só seu, de 4 a 8 números.')).toBeVisible();
  await typePin(page, '4826');
  await expect(page.getByLabel('Repita o novo PIN')).toBeFocused();
  await typePin(page, '4826');
  await expect(page.getByRole('heading', { name: 'Boa tarde, Nina' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Equipe' })).toHaveCount(0);
});

test('a brand manager finds, renames, moves and deactivates people with an undo, and prints a sheet of PINs', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/equipe');
  await expect(page.getByRole('heading', { level: 1, name: 'Equipe' })).toBeVisible();
  await page.getByRole('button', { name: 'Ordenar por Loja' }).click();
  const byStore = page.getByRole('columnheader', { name: 'Ordenar por Loja' });
  await expect(byStore).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Ordenar por Loja' }).press('Enter');
  await expect(byStore).toHaveAttribute('aria-sort', 'descending');
  await page.reload();
  await expect(byStore).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('link', { name: 'Abrir Bruno Reis' })).toBeVisible();
  await check(page, 'team-1280');
  await page.getByRole('searchbox').fill('nada assim');
  await expect(page.getByText('Ninguém encontrado para “nada assim”')).toBeVisible();
  await page.getByRole('searchbox').fill('bru');
  await expect(page.getByText('1 pessoa', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Abrir Bruno Reis' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bruno Reis' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Equipe' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('bru');
  await page.getByRole('link', { name: 'Abrir Bruno Reis' }).click();
  await check(page, 'person-1280');

  const sheet = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Mudar o nome' }).click();
  await sheet.getByLabel('Nome').fill('Bruno Reis Neto');
  await sheet.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bruno Reis Neto' })).toBeVisible();
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bruno Reis', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Tirar o acesso' }).click();
  await check(page, 'person-deactivate-1280');
  await sheet.getByRole('button', { name: 'Tirar o acesso' }).click();
  await expect(page.getByRole('button', { name: 'Devolver o acesso' })).toBeVisible();
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(page.getByRole('button', { name: 'Tirar o acesso' })).toBeVisible();
  await expect(page.getByText('Acesso devolvido')).toBeVisible();
  await check(page, 'person-history-1280');

  await page.getByRole('button', { name: 'Mudar loja ou função' }).click();
  await sheet.getByLabel('Gerência da loja').check({ force: true });
  await sheet.getByRole('button', { name: 'Continuar' }).click();
  await expect(sheet.getByText('A pessoa precisa entrar de novo.')).toBeVisible();
  await check(page, 'person-move-1280');
  await sheet.getByRole('button', { name: 'Confirmar mudança' }).click();
  await expect(page.getByText('Gerência da loja')).toBeVisible();

  await page.getByRole('link', { name: 'Equipe' }).first().click();
  await page.getByRole('link', { name: 'Folha de PINs' }).click();
  await page.getByLabel('Loja').selectOption({ label: 'Paulista' });
  await page.getByLabel(/^Ana Lima/).check();
  await page.getByRole('button', { name: /^Fazer a folha/ }).click();
  await expectNoViolations(page);
  await sheet.getByRole('button', { name: 'Dar PINs novos' }).click();
  await expect(page.getByRole('cell', { name: 'Ana Lima' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /^\d{6}$/ }).first()).toBeVisible();
  await check(page, 'sheet-1280');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Imprimir' })).toBeHidden();
  await expect(page.getByRole('cell', { name: 'Ana Lima' })).toBeVisible();
  await takePicture(page, 'sheet-print-1280');
});
