/** The Panorama: a brand manager at a desk and a store manager on a phone read figures, open lists and download them. */
import { readFile } from 'node:fs/promises';
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

const DAY = '2026-11-18T15:00:00-03:00';

const figure = (page: Page, label: string) =>
  page.getByRole('link', { name: new RegExp(`^[\\d.]+ ${label} ?, ver a lista$`) });

async function numberOf(page: Page, label: string): Promise<number> {
  return Number.parseInt(((await figure(page, label).textContent()) ?? '').replaceAll('.', ''), 10);
}

test('a brand manager reads the Panorama, narrows it, and finds behind a figure exactly its attempts, also as CSV', async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Panorama' })).toBeVisible();
  await expect(page.getByText('São Paulo').first()).toBeVisible();
  await expect(figure(page, 'Contatos enviados')).toBeVisible();
  await page.getByText('O que cada número conta').first().click();
  await expect(page.getByText('Avisadas que não foram enviadas depois do aviso.')).toBeVisible();
  await page.getByText('O que cada número conta').first().click();
  await page.getByRole('button', { name: 'Ver em tabela' }).click();
  await expect(page.getByText(/não informa quem bloqueou/)).toBeVisible();
  await checkBothSizes(page, async (size) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectNoViolations(page);
    await takePicture(page, `panorama-${size.width}`, { whole: true });
  });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'escura';
  });
  await expectNoViolations(page);
  await takePicture(page, 'panorama-night-390', { whole: true });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'clara';
  });

  await page.getByRole('radio', { name: '7 dias' }).check();
  await page.getByRole('combobox', { name: 'Loja' }).selectOption({ label: 'Paulista' });
  await expect(page.getByRole('heading', { name: 'Por pessoa' })).toBeVisible();
  await expect(page).toHaveURL(/dias=7.*loja=/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Por pessoa' })).toBeVisible();
  const sent = await numberOf(page, 'Contatos enviados');
  expect(sent).toBeGreaterThan(0);
  await figure(page, 'Contatos enviados').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contatos enviados' })).toBeVisible();
  const lines = page.getByRole('list', { name: 'Contatos enviados' }).getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'panorama-list-390');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Baixar planilha (CSV)' }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file.split('\r\n').filter(Boolean).length - 1).toBe(sent);
  await lines.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'O que veio depois' })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Panorama', exact: true }).first().click();
  await expect(figure(page, 'Contatos enviados')).toBeVisible();
});

test('a store manager reads the Panorama of the own store on a phone', async ({ page, context, product }) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await asSeller(context, 'paulista@aurora.example', '9999');
  await page.goto('/dia');
  await page.getByRole('link', { name: 'Panorama da loja' }).click();
  await expect(figure(page, 'Adiadas')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Loja' })).toHaveCount(0);
  await expectNoViolations(page);
  await takePicture(page, 'panorama-store-390', { whole: true });
  const n = await numberOf(page, 'Enviados após o aviso');
  await figure(page, 'Enviados após o aviso').click();
  const lines = page.getByRole('list', { name: 'Enviados após o aviso' }).getByRole('listitem');
  await expect(lines).toHaveCount(Math.min(n, 50));
  await lines.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'O que veio depois' })).toBeVisible();
});

test('a brand manager compares the weeks before and after a change, as pictures and tables', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/panorama');
  await page.getByRole('link', { name: 'Antes e depois' }).click();
  const late = page.getByRole('img', { name: /^Contatos nas horas de silêncio, semana a semana. Antes: / });
  await expect(late.locator('svg')).toBeVisible();
  await expect(page.getByRole('img')).toHaveCount(5);
  await expect(page.getByText('Diminuiu: a diferença é maior que o acaso costuma explicar.').first()).toBeVisible();
  await page.getByRole('button', { name: /^Ver em tabela ?: Contatos nas horas/ }).click();
  await checkBothSizes(page, async (size) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectNoViolations(page);
    await takePicture(page, `before-after-${size.width}`, { whole: true });
  });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'escura';
  });
  await expectNoViolations(page);
  await takePicture(page, 'before-after-night-390', { whole: true });
  await page.setViewportSize(DESK);
  const table = page.getByRole('table', { name: 'Contatos nas horas de silêncio' });
  const line = table.getByRole('link').first();
  const n = Number.parseInt((await line.textContent()) ?? '', 10);
  await line.click();
  await expect(page.getByRole('heading', { level: 1, name: /nas horas de silêncio da versão 3$/ })).toBeVisible();
  await expect(page.getByRole('list', { name: /Contatos enviados/ }).getByRole('listitem')).toHaveCount(
    Math.min(n, 50),
  );
  await page.goto('/panorama/antes-e-depois?versao=1');
  await expect(page.getByRole('heading', { name: 'Ainda não há base de comparação.' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Mudança' }).selectOption({ index: 0 });
  await expect(page).toHaveURL(/versao=3/);
  await expect(late).toBeVisible();
});

test('managers read what followed a warning and how even the day is, and download both', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/');
  await page.getByRole('link', { name: 'Após o aviso' }).click();
  await page.getByRole('radio', { name: '90 dias' }).check();
  await expect(page.getByRole('heading', { name: /contatos seguiram após o aviso/ })).toBeVisible();
  const lines = page.getByRole('list', { name: 'Contato por contato' }).getByRole('listitem');
  await expect(lines.first()).toContainText('24 h: ');
  await checkBothSizes(page, async (size) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectNoViolations(page);
    await takePicture(page, `after-warning-${size.width}`, { whole: true });
  });
  const [contacts] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Baixar planilha (CSV)' }).click(),
  ]);
  expect(await readFile(await contacts.path(), 'utf8')).toMatch(/^\ufeffdata;hora;fuso;loja;/);
  await lines.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'O que veio depois' })).toBeVisible();

  await page.goto('/panorama/distribuicao');
  await expect(page.getByText(/^0,\d\d de 1$/)).toBeVisible();
  await expect(page.getByText(/passou do ritmo/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Loja' }).selectOption({ label: 'Paulista' });
  await expect(page.getByRole('heading', { name: /^O que espera por/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Bruno Reis/ })).toBeVisible();
  await checkBothSizes(page, async (size) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectNoViolations(page);
    await takePicture(page, `spread-${size.width}`, { whole: true });
  });
  const [spread] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Baixar planilha (CSV)' }).click(),
  ]);
  expect(await readFile(await spread.path(), 'utf8')).toMatch(/^\ufeffnome;contatos;/);
});
