/** Customers by hand: a seller and a brand manager add and edit them, and a brand's cool-down is set and told in the profile. */
import type { APIRequestContext } from '@playwright/test';
import {
  asSeller,
  checkBothSizes,
  DESK,
  deviceOf,
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

/** Checks the screen with axe and takes a picture of it. */
async function check(page: Page, name: string): Promise<void> {
  await expectNoViolations(page);
  expect(await listTooSmall(page), name).toEqual([]);
  await takePicture(page, name, { whole: true });
}

/** Lets another person work on the device: the screen locks, and the person with `pin` begins a turn. */
async function lockAndReturn(page: Page, name: string, pin: string): Promise<void> {
  await openPersonMenu(page, new RegExp(name));
  await page.getByRole('dialog').getByRole('button', { name: 'Trocar' }).click();
  await page.getByRole('button', { name }).click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Boa tarde/ })).toBeVisible();
}

test('a seller adds a customer: a fault names its field and loses nothing, and neither does the lock', async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/carteira');
  await page.getByRole('link', { name: 'Novo cliente' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Novo cliente' })).toBeFocused();
  await page.getByRole('button', { name: 'Adicionar cliente' }).click();
  const name = page.getByRole('textbox', { name: 'Nome' });
  await expect(name).toBeFocused();
  await expect(page.getByText('Preencha este campo.')).toBeVisible();

  await name.fill('Zélia Quintão');
  const phone = page.getByLabel('Celular com WhatsApp');
  await phone.fill('123');
  await page.getByLabel('Anotações').fill('Prefere azul.');
  await page.getByRole('button', { name: 'Adicionar cliente' }).click();
  await expect(phone).toBeFocused();
  await expect(phone).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveValue('Zélia Quintão');
  await check(page, 'customer-fault-390');

  await page.goto('/');
  await lockAndReturn(page, 'Ana Lima', '1111');
  await page.goto('/cliente/novo');
  await expect(name).toHaveValue('Zélia Quintão');
  await expect(page.getByLabel('Anotações')).toHaveValue('Prefere azul.');

  await phone.fill('(11) 90000-7001');
  await page.getByRole('radio', { name: 'Sim' }).check({ force: true });
  await expect(page.getByLabel('Em que dia o cliente disse')).toHaveValue('2026-11-18');
  await page.getByLabel('Em que dia o cliente disse').fill('2026-11-02');
  await page.getByLabel('Nova etiqueta').fill('VIP');
  await page.getByLabel('Nova etiqueta').press('Enter');
  await expect(page.getByRole('button', { name: 'Tirar a etiqueta vip' })).toBeVisible();
  await check(page, 'customer-new-390');
  await page.getByRole('button', { name: 'Adicionar cliente' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zélia Quintão' })).toBeFocused();
  await expect(page.getByText('Autoriza mensagens desde')).toContainText('Anotado por Ana Lima.');
  await page.getByText('Histórico da autorização').click();
  await expect(page.getByText('De “Não sabemos” para “Sim”')).toBeVisible();
  await check(page, 'customer-added-390');

  await page.goto('/cliente/novo');
  await expect(name).toHaveValue('');
});

test('a seller who edits a customer whom a colleague changed meanwhile chooses what stays, and can undo', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  const answer = await context.request.post('/api/v1/customers', { data: { name: 'Dois Editores', note: 'antes' } });
  const { id } = await answer.json();
  await page.goto(`/cliente/${id}`);
  await page.getByRole('link', { name: 'Editar cadastro' }).click();
  const note = page.getByLabel('Anotações');
  await expect(note).toHaveValue('antes');
  const carla = await deviceOf(product, PAULISTA, '9999');
  await carla.patch(`/api/v1/customers/${id}`, { data: { note: 'da Carla', city: 'Recife' } });

  await note.fill('da Ana');
  await page.getByRole('button', { name: 'Salvar' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: 'Outra pessoa mudou este cadastro' })).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `customer-conflict-${width}`);
  });
  await sheet.getByRole('radio', { name: 'Os dois textos' }).check({ force: true });
  await sheet.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByText('Cadastro salvo.')).toBeVisible();
  const stored = async () => (await carla.get(`/api/v1/customers/${id}`)).json();
  expect((await stored()).note).toBe('da Carla\nda Ana');
  expect((await stored()).city).toBe('Recife');
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect.poll(async () => (await stored()).note).toBe('da Carla');

  await page.getByRole('link', { name: 'Editar cadastro' }).click();
  await page.getByLabel('Cidade').fill('Olinda');
  await page.getByRole('button', { name: 'Voltar' }).first().click();
  await expect(sheet.getByText('O que você digitou some.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Sair sem salvar' }).click();
  await page.getByRole('link', { name: 'Editar cadastro' }).click();
  await expect(page.getByLabel('Cidade')).toHaveValue('Recife');
  await carla.dispose();
});

test('a brand manager adds a customer to a store, and a number that is there already leads to its customer', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Áreas da marca' }).getByRole('link', { name: 'Clientes' }).click();
  await page.getByRole('link', { name: 'Novo cliente' }).click();
  await page.getByLabel('Nome').fill('Zoraide Pinho');
  await page.getByLabel('Celular com WhatsApp').fill('11 90000-7002');
  await page.getByRole('button', { name: 'Adicionar cliente' }).click();
  await expect(page.getByLabel('Loja')).toBeFocused();
  await page.getByLabel('Loja').selectOption({ label: 'Paulista' });
  await expect(page.getByLabel('Loja')).not.toHaveAttribute('aria-invalid', 'true');
  await check(page, 'customer-new-1280');
  await page.getByRole('button', { name: 'Adicionar cliente' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zoraide Pinho' })).toBeVisible();
  await check(page, 'customer-added-1280');

  await page.goto('/cliente/novo');
  await page.getByLabel('Nome').fill('Outra Zoraide');
  await page.getByLabel('Celular com WhatsApp').fill('+55 11 90000-7002');
  await page.getByLabel('Loja').selectOption({ label: 'Paulista' });
  await page.getByRole('button', { name: 'Adicionar cliente' }).click();
  await expect(page.getByRole('link', { name: 'Abrir Zoraide Pinho' })).toBeVisible();
  await expectNoViolations(page);
});

/** Starts a contact from the profile by the outside contract. */
async function contact(device: APIRequestContext, customerId: string): Promise<number> {
  const answer = await device.post('/api/v1/attempts', {
    data: { customerId, origin: 'profile', text: 'Oi!' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  return answer.status();
}

test('D6: the brand sets its cool-down, and the profile says when somebody contacted the number and until when it rests', {
  tag: '@long',
}, async ({ page, context, browser, product }) => {
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/conta');
  const days = page.getByLabel('Quarentena, em dias');
  await days.fill('400');
  await page.getByLabel('Contatos sem resposta').fill('1');
  await page.getByRole('button', { name: 'Salvar ajustes' }).click();
  await expect(page.getByText('Use um número inteiro de 0 a 365.')).toBeVisible();
  await checkBothSizes(page, ({ width }) => check(page, `contact-limits-${width}`));
  await days.fill('7');
  await page.getByLabel('Contatos sem resposta').fill('3');
  await page.getByRole('button', { name: 'Salvar ajustes' }).click();
  await expect(page.getByText('Ajustes salvos. Valem a partir de agora.')).toBeVisible();

  const store = await browser.newContext();
  await asSeller(store, PAULISTA, '1111');
  const [first] = (await (await store.request.get('/api/v1/suggestions')).json()).items;
  expect(await contact(store.request, first.customer.id)).toBe(201);
  await product.at('2026-11-21T15:00:00-03:00');
  await asSeller(store, PAULISTA, '2222');
  expect(await contact(store.request, first.customer.id)).toBe(428);
  const profile = await store.newPage();
  await profile.setViewportSize(PHONE);
  await profile.goto(`/cliente/${first.customer.id}`);
  await expect(profile.getByText(/^Falaram com \S+ há\s3\sdias; de novo a partir de /)).toBeVisible();
  await checkBothSizes(profile, ({ width }) => check(profile, `cool-down-profile-${width}`));
  await store.close();
});
