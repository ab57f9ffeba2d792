/**
 * *Importar*: a manager sets up three stores and eight people from files with faults, prints their passwords and PINs, a
 * seller signs in with a one-time PIN, and an import of customers is undone.
 */
import { Buffer } from 'node:buffer';
import {
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  listTooSmall,
  type Page,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

const DAY = '2026-11-18T15:00:00-03:00';

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

const CUSTOMERS = ['codigo;nome;telefone;loja;vendedor', 'Z1;Marina Teste;(21) 91234-5678;RJ07;93'].join('\r\n');

async function pick(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.from(content);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Drops a file of so many bytes on the drop zone. */
async function drop(page: Page, name: string, bytes: number): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, size]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(size)], fileName));
      return transfer;
    },
    [name, bytes] as const,
  );
  await page.getByText('ou solte o arquivo aqui').dispatchEvent('drop', { dataTransfer: files });
}

async function send(page: Page, kind: string, name: string, text: string): Promise<void> {
  await page.goto('/importar');
  await page.getByLabel(kind, { exact: true }).check();
  await pick(page, name, text);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Checks the screen at both sizes with axe and for small targets, and takes pictures. */
async function check(page: Page, name: string): Promise<void> {
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    expect(await listTooSmall(page), name).toEqual([]);
    await takePicture(page, `${name}-${width}`);
  });
}

const cellsOf = (page: Page, row: RegExp) => page.getByRole('row', { name: row }).getByRole('cell').allTextContents();

async function typePin(page: Page, pin: string): Promise<void> {
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

test('a manager sets up stores and people from faulty files, a seller signs in, and an import is undone', async ({
  page,
  context,
  product,
  browser,
}) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');

  await test.step('files of the wrong kind are refused at once, with the reason', async () => {
    await page.goto('/importar');
    await expect(page.getByText('Ainda não houve importações.')).toBeVisible();
    const fault = page.locator('#upload-fault');
    await pick(page, 'vazio.csv', '');
    await expect(fault).toHaveText('O arquivo está vazio. Escolha outro.');
    await drop(page, 'grande.csv', 60 * 1024 * 1024);
    await expect(fault).toContainText('O arquivo passa de 50 MB.');
    await pick(page, 'lojas.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 1, 2]));
    await expect(fault).toContainText('o arquivo é uma planilha ou um PDF');
    await expect(page.getByText('Não foi feita')).toBeVisible();
    await check(page, 'import-form');
  });

  await test.step('three stores of four come in', async () => {
    await send(page, 'Lojas', 'lojas.csv', STORES);
    await expect(page.getByText('“Ceará” não é a sigla de um estado (SP, AM…)')).toBeVisible();
    await check(page, 'import-staged');
    await page.getByRole('button', { name: 'Importar só as 3 linhas boas' }).click();
    await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeFocused();
    await check(page, 'import-applied');
  });

  const signIns = await test.step('eight people come in, and the passwords and PINs are printed', async () => {
    await send(page, 'Equipe', 'equipe.csv', PEOPLE);
    await expect(page.getByText('faltam as colunas: nome')).toBeVisible();
    await page.getByLabel('Coluna “quem”').selectOption({ label: 'Nome (não pode faltar)' });
    await check(page, 'import-columns');
    await page.getByRole('button', { name: 'Ler de novo com estas colunas' }).click();
    await expect(page.getByText('8 novos cadastros')).toBeVisible();
    await page.getByRole('button', { name: 'Importar só as 8 linhas boas' }).click();
    await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeFocused();
    await page.getByRole('button', { name: 'Criar senhas e PINs' }).click();
    const manager = page.getByRole('row', { name: /Ipanema Ana Reis \d{6}/ });
    await expect(manager).toBeVisible();
    await check(page, 'import-sign-ins');
    await page.emulateMedia({ media: 'print' });
    await expect(manager).toBeVisible();
    await expect(page.getByRole('button', { name: 'Imprimir' })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
    await takePicture(page, 'import-print');
    await page.emulateMedia({ media: 'screen' });
    const [, email = '', password = ''] = await cellsOf(page, /Ipanema rj07@aurora\.example/);
    const [, , pin = ''] = await cellsOf(page, /Ipanema Dora Paz/);
    return { email, password, pin };
  });

  await test.step('a seller signs in on the new store’s device with the one-time PIN', async () => {
    const device = await (await browser.newContext()).newPage();
    await device.goto('/');
    await device.getByLabel('E-mail').fill(signIns.email);
    await device.getByLabel('Senha', { exact: true }).fill(signIns.password);
    await device.getByRole('button', { name: 'Entrar', exact: true }).click();
    await device.getByLabel('Nova senha', { exact: true }).fill('nove casacos verdes');
    await device.getByRole('button', { name: 'Guardar e entrar' }).click();
    await device.getByRole('button', { name: 'Dora Paz' }).click();
    await typePin(device, signIns.pin);
    await expect(device.getByText('Escolha um PIN só seu, de 4 a 8 números.')).toBeVisible();
    await typePin(device, '4826');
    await expect(device.getByLabel('Repita o novo PIN')).toBeFocused();
    await typePin(device, '4826');
    await expect(device.getByRole('heading', { name: 'Boa tarde, Dora' })).toBeVisible();
    await device.context().close();
  });

  await test.step('an import of customers is undone, one of people who signed in is not', async () => {
    await send(page, 'Clientes', 'clientes.csv', CUSTOMERS);
    await expect(page.getByText('+5521912345678')).toBeVisible();
    await page.getByRole('button', { name: 'Importar', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeFocused();
    await page.getByRole('button', { name: 'Desfazer importação' }).click();
    await check(page, 'import-undo');
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Importação desfeita' })).toBeFocused();
    await check(page, 'import-undone');

    await page.goto('/importar');
    await page.getByRole('link', { name: /equipe: equipe\.csv/i }).click();
    await page.getByRole('button', { name: 'Desfazer importação' }).click();
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click();
    await expect(page.getByText(/1 pessoa ou loja nova já entrou/)).toBeVisible();
    await check(page, 'import-undo-refused');
  });
});
