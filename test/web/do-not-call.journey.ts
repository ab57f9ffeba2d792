/** *Lista Não me ligue*: the brand's manager changes the list by files, and sellers are told kindly (D2c). */
import {
  asSeller,
  checkBothSizes,
  expect,
  expectNoViolations,
  listTooSmall,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
import { findMessage, findSheet, PAULISTA, send } from './kit/seller.ts';

const DAY = '2026-11-18T15:00:00-03:00';

async function check(page: Page, name: string): Promise<void> {
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    expect(await listTooSmall(page), name).toEqual([]);
    await takePicture(page, `${name}-${width}`);
  });
}

/** Checks a sheet, whose links in sentences are lower than a button. */
async function look(page: Page, name: string): Promise<void> {
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `${name}-${width}`);
  });
}

async function pickFile(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

test('a brand manager adds, replaces and removes numbers, and reads counts before anything changes', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/importar');
  await page.getByRole('link', { name: 'Abrir a lista' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lista Não me ligue' })).toBeVisible();
  await expect(page.getByText('Nenhum número na lista.')).toBeVisible();
  await expect(page.getByText('A lista ainda não teve mudanças.')).toBeVisible();
  await check(page, 'do-not-call-empty');

  await page.getByLabel('De que dia é a lista?').fill('2026-11-30');
  await pickFile(page, 'lista.txt', '11 91234-0001\n(21) 91234-0002\nnada');
  await expect(page.getByText('Esse dia ainda não chegou: escolha hoje ou antes.')).toBeVisible();
  await page.getByLabel('De que dia é a lista?').fill('2026-11-01');
  await page.getByRole('button', { name: 'Conferir lista.txt' }).click();
  await expect(page.getByText('lista.txt · 2 números no arquivo · 2 entram · nenhum sai')).toBeVisible();
  await expect(page.getByText('1 linha sem número que dê para ler: linha 3.')).toBeVisible();
  await expect(page.getByText('Nenhum número na lista.')).toBeVisible();
  await check(page, 'do-not-call-check');
  await page.getByRole('button', { name: 'Adicionar à lista' }).click();
  await expect(page.getByText('Lista salva. Vale a partir de agora.')).toBeVisible();
  await expect(page.getByText('2 números na lista.')).toBeVisible();

  await page.getByRole('radio', { name: 'Trocar a lista' }).check({ force: true });
  await pickFile(page, 'nova.csv', 'Telefone;UF\n+55 21 91234-0002;RJ\n85912340003;CE');
  await expect(page.getByText('nova.csv · 2 números no arquivo · 1 entra · 1 sai')).toBeVisible();
  await page.getByRole('button', { name: 'Trocar a lista' }).click();
  await expect(page.getByRole('list', { name: 'Mudanças da lista' }).getByRole('listitem')).toHaveCount(2);

  await page.getByRole('radio', { name: 'Tirar' }).check({ force: true });
  await expect(page.getByLabel('De que dia é a lista?')).toHaveCount(0);
  await pickFile(page, 'sair.txt', '85 91234-0003');
  await expect(page.getByText('sair.txt · 1 número no arquivo · nenhum entra · 1 sai')).toBeVisible();
  await expect(page.getByText('Depois, a lista tem 1 número.')).toBeVisible();
  await page.getByRole('button', { name: 'Outro arquivo' }).click();
  await pickFile(page, 'planilha.txt', 'nome\nMarina\nBia');
  await expect(page.getByText('Não há um número de telefone que dê para ler neste arquivo.')).toBeVisible();
  await expect(page.getByText('2 números na lista.')).toBeVisible();
  await check(page, 'do-not-call-history');
});

test('D2c: a listed customer is not suggested in Hoje, and the profile warns and says what lifts it', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  const [{ customer }] = (await (await context.request.get('/api/v1/suggestions')).json()).items;
  await page.goto('/');
  await expect(page.getByRole('link', { name: new RegExp(customer.name) }).first()).toBeVisible();
  const { phone } = await (await context.request.get(`/api/v1/customers/${customer.id}`)).json();
  await signIn(context, 'gestao@aurora.example');
  const changed = await context.request.post('/api/v1/do-not-call', {
    multipart: {
      ...{ kind: 'add', listedOn: '2026-11-01' },
      file: { name: 'lista.txt', mimeType: 'text/plain', buffer: Buffer.from(phone) },
    },
  });
  expect(changed.status()).toBe(201);

  await asSeller(context, PAULISTA, '1111');
  await page.goto(`/cliente/${customer.id}`);
  await expect(page.getByText(/^O número está na lista Não me ligue \(desde\s1\snov\)\./)).toBeVisible();
  await check(page, 'do-not-call-profile');
  await page.getByRole('link', { name: 'Conversar no WhatsApp' }).click();
  await findMessage(page).fill('Oi!');
  await send(page);
  const sheet = findSheet(page);
  await expect(sheet.getByRole('heading', { name: 'Lista Não me ligue' })).toBeVisible();
  await expect(sheet.getByText(/Siga só se houve um pedido de contato\./)).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Enviar mesmo assim' })).toBeVisible();
  await look(page, 'do-not-call-warned');
  await page.keyboard.press('Escape');

  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(customer.name) })).toHaveCount(0);
});
