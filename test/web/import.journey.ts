/** A manager imports stores and people from files with faults, and undoes an import of customers. */
import { Buffer } from 'node:buffer';
import { DESK, expect, expectNoViolations, type Page, PHONE, signIn, takePicture, test } from './kit/journey.ts';

const MANAGER = 'gestao@aurora.example';

const STORES = [
  'Código;Nome da loja;Cidade;UF;Abre;Fecha',
  'RJ07;Ipanema;Rio de Janeiro;RJ;10:00;22:00',
  'BA07;Barra;Salvador;BA;10:00;22:00',
  'CE07;Aldeota;Fortaleza;Ceará;10:00;22:00',
  'PE07;Boa Viagem;Recife;PE;10:00;22:00',
].join('\r\n');

const PEOPLE = [
  'codigo;quem;loja;papel',
  ...['Ana Reis', 'Bruno Luz', 'Caio Dias', 'Dora Paz', 'Eva Sol', 'Fábio Rios', 'Gil Maia', 'Hugo Sá'].map(
    (name, n) => `9${n};${name};${['RJ07', 'BA07', 'PE07'][n % 3]};${n === 0 ? 'gerente' : 'vendedor'}`,
  ),
  '99;Sem Loja;XX99;vendedor',
].join('\r\n');

const CUSTOMERS = ['codigo;nome;telefone;loja', 'Z1;Marina Teste;(21) 91234-5678;RJ07'].join('\r\n');

async function send(page: Page, kind: string, name: string, text: string): Promise<void> {
  await page.goto('/importar');
  await page.getByLabel(kind, { exact: true }).check();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test.describe('at a desk', () => {
  test.use({ viewport: DESK });

  test('three stores and eight people come in from files with faults, and their sign-ins are shown once', async ({
    page,
    context,
  }) => {
    await signIn(context, MANAGER);
    await send(page, 'Lojas', 'lojas.csv', STORES);
    await expect(page.getByText('“Ceará” não é a sigla de um estado (SP, AM…)')).toBeVisible();
    await takePicture(page, 'import-staged-1280');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Importar só as 3 linhas boas' }).click();
    await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeVisible();

    await send(page, 'Equipe', 'equipe.csv', PEOPLE);
    await expect(page.getByText('faltam as colunas: nome')).toBeVisible();
    await page.getByLabel('Coluna “quem”').selectOption({ label: 'Nome (precisa)' });
    await page.getByRole('button', { name: 'Ler de novo com estas colunas' }).click();
    await expect(page.getByText('8 novos cadastros')).toBeVisible();
    await page.getByRole('button', { name: 'Importar só as 8 linhas boas' }).click();
    await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeVisible();
    await page.getByRole('button', { name: 'Criar senhas e PINs' }).click();
    await expect(page.getByRole('row', { name: /Ipanema Ana Reis \d{6}/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Barra ba07@aurora\.example/ })).toBeVisible();
    await takePicture(page, 'import-sign-ins-1280');
    await expectNoViolations(page);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('a file is checked, imported and undone', async ({ page, context }) => {
    await signIn(context, MANAGER);
    await page.goto('/importar');
    await expect(page.getByRole('button', { name: 'Escolher arquivo' })).toBeVisible();
    await takePicture(page, 'import-form-390');
    await expectNoViolations(page);
    await send(page, 'Lojas', 'loja.csv', STORES.split('\r\n').slice(0, 2).join('\r\n'));
    await page.getByRole('button', { name: 'Importar', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeVisible();

    await send(page, 'Clientes', 'clientes.csv', CUSTOMERS);
    await expect(page.getByText('+5521912345678')).toBeVisible();
    await takePicture(page, 'import-staged-390');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Importar', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Desfazer importação' }).click();
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Importação desfeita' })).toBeVisible();
    await takePicture(page, 'import-undone-390');
  });
});
