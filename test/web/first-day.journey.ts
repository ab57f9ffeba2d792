/** The first day: from an empty database to a support person and a brand manager who can sign in, and back in after a lost password. */
import { Buffer } from 'node:buffer';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { totpCode } from '#kit/totp.ts';
import { expectNoViolations } from './kit/axe.ts';
import { DESK, PHONE, takePicture } from './kit/journey.ts';
import { type Production, startProduction } from './kit/production.ts';
import { confirmHoursLost } from './kit/support.ts';

const PASSWORDS = { sofia: 'chuva boa de março', lia: 'três barcos na areia', liaNew: 'quatro redes no porto' };

/** Checks that the screen fits a phone and a desk, and violates no rule of accessibility on either. */
async function checkScreen(page: Page): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await expectNoViolations(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'pixels beyond the width of the screen').toBeLessThanOrEqual(0);
  }
}

function linkIn(text: string): string {
  const [link] = text.match(/http:\/\/localhost:\d+\/\w+#[\w-]{43}/) ?? [];
  expect(link, text).toBeDefined();
  return link as string;
}

async function openPage(browser: Browser, { base }: Production): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: PHONE,
    locale: 'pt-BR',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Sets the second factor up that support needs, from the step of the password on. Returns the recovery codes. */
async function setUpSecondFactor(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { name: 'Mais uma etapa para proteger sua conta' })).toBeVisible();
  await page.getByLabel('Sua senha').fill('nenhuma destas senhas');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A senha não confere. Confira e tente de novo.')).toBeVisible();
  await page.getByLabel('Sua senha').fill(PASSWORDS.sofia);
  await page.keyboard.press('Enter');
  const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await page.getByLabel('Código de seis números').fill(totpCode(secret, Date.now()));
  await page.getByRole('button', { name: 'Confirmar' }).click();
  const kept = page.getByRole('button', { name: 'Guardei os códigos' });
  await expect(kept).toBeVisible();
  const codes = await page.locator('li code').allTextContents();
  expect(codes).toHaveLength(10);
  await kept.click();
  return codes;
}

/** Types a recovery code at the second step of the sign-in. */
async function giveRecoveryCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('Código de recuperação');
  await field.fill(code);
  await page.keyboard.press('Enter');
}

test('from an empty database to a manager who signs in, and back in by a mailed link', async ({ browser }) => {
  const production = await startProduction();
  let codes: string[] = [];
  try {
    await test.step('the printed link makes the first support person, once', async () => {
      const page = await openPage(browser, production);
      const link = linkIn(production.printed);
      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'Boas-vindas ao Oto' })).toBeVisible();
      await checkScreen(page);
      await page.getByLabel('Seu nome').fill('Sofia Reis');
      await page.getByLabel('E-mail').fill('sofia@oto.example');
      const password = page.getByLabel('Senha', { exact: true });
      await expect(password).toHaveAttribute('autocomplete', 'new-password');
      await password.fill('curta');
      await page.getByRole('button', { name: 'Guardar e entrar' }).click();
      await expect(page.getByText('Faltam 5 caracteres.')).toBeVisible();
      await password.fill('sofia@oto.example');
      await page.getByRole('button', { name: 'Guardar e entrar' }).click();
      await expect(page.getByText('Essa é fácil de adivinhar')).toBeVisible();
      await password.fill(PASSWORDS.sofia);
      await password.press('Enter');
      codes = await setUpSecondFactor(page);
      await expect(page).toHaveURL(/\/suporte$/);
      await expect(page.getByRole('heading', { name: 'Marcas' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Nenhuma marca ainda' })).toBeVisible();
      await checkScreen(page);
      await page.goto(link);
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Este link não vale mais' })).toBeVisible();
      await checkScreen(page);
      await page.context().close();
    });

    await test.step('support signs in by a recovery code, which serves once, and creates the first brand', async () => {
      const page = await openPage(browser, production);
      await page.setViewportSize(DESK);
      await page.goto('/');
      await page.getByLabel('E-mail').fill('sofia@oto.example');
      await page.getByLabel('Senha', { exact: true }).fill(PASSWORDS.sofia);
      await page.getByRole('button', { name: 'Entrar' }).click();
      await page.getByRole('button', { name: 'Usar um código de recuperação' }).click();
      await giveRecoveryCode(page, codes[0] ?? '');
      await expect(page).toHaveURL(/\/suporte$/);
      const thief = await openPage(browser, production);
      await thief.goto('/');
      await thief.getByLabel('E-mail').fill('sofia@oto.example');
      await thief.getByLabel('Senha', { exact: true }).fill(PASSWORDS.sofia);
      await thief.getByRole('button', { name: 'Entrar' }).click();
      await thief.getByRole('button', { name: 'Usar um código de recuperação' }).click();
      await giveRecoveryCode(thief, codes[0] ?? '');
      await expect(thief.getByText(/^Esse código não confere. Digite como você guardou/)).toBeVisible();
      await thief.context().close();
      await checkScreen(page);
      await page.setViewportSize(DESK);
      await page.getByRole('link', { name: 'Nova marca' }).first().click();
      await page.getByLabel('Nome').fill('Farol');
      await expect(page.getByLabel('Endereço')).toHaveValue('farol');
      await page.getByLabel('o Farol', { exact: true }).check();
      await page.getByLabel('Growth').check();
      await checkScreen(page);
      await page.getByRole('button', { name: 'Criar marca' }).click();
      await expect(page.getByRole('heading', { name: 'Farol', level: 1 })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Acesso à marca' })).toBeVisible();
      const invite = page.getByRole('button', { name: 'Convidar', exact: true });
      await invite.focus();
      await page.keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: 'Convidar para a gestão: Farol' });
      await expect(sheet.getByLabel('Nome')).toBeFocused();
      await checkScreen(page);
      await page.keyboard.type('Lia Prado');
      await page.keyboard.press('Tab');
      await page.keyboard.type('lia@farol.example');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Convite enviado para lia@farol.example.')).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: 'lia@farol.example' })).toContainText(
        'convite enviado',
      );
      await checkScreen(page);
      await page.context().close();
    });

    await test.step('the manager accepts the mailed invitation and is in the brand’s app', async () => {
      const mail = await production.nextMail();
      expect([mail.to, mail.subject]).toEqual(['lia@farol.example', 'Convite para o Oto: Farol']);
      const page = await openPage(browser, production);
      await page.goto(linkIn(mail.text));
      await expect(page.getByText('Lia Prado, escolha uma senha para entrar.')).toBeVisible();
      await expect(page.getByLabel('E-mail')).toHaveValue('lia@farol.example');
      await checkScreen(page);
      await page.getByLabel('Senha', { exact: true }).fill(PASSWORDS.lia);
      await page.getByRole('button', { name: 'Guardar e entrar' }).click();
      await expect(page).toHaveURL(/\/$/);
      const missing = page.locator('section').filter({ has: page.getByRole('heading', { name: 'O que ainda falta' }) });
      await expect(missing.getByRole('listitem')).toHaveCount(5);
      await checkScreen(page);
      await page.context().close();
    });

    await test.step('a forgotten password is replaced by a mailed link, and an open session ends', async () => {
      const open = await openPage(browser, production);
      await open.goto('/');
      await open.getByLabel('E-mail').fill('lia@farol.example');
      await open.getByLabel('Senha', { exact: true }).fill(PASSWORDS.lia);
      await open.getByRole('button', { name: 'Entrar' }).click();
      await expect(open.getByRole('navigation', { name: 'Áreas da marca' })).toBeVisible();

      const page = await openPage(browser, production);
      await page.goto('/');
      await page.getByRole('link', { name: 'Esqueci minha senha' }).click();
      await expect(page.getByRole('heading', { name: 'Esqueceu a senha?' })).toBeVisible();
      await checkScreen(page);
      await page.getByLabel('E-mail').fill('ninguem@farol.example');
      await page.getByRole('button', { name: 'Enviar o link' }).click();
      await expect(page.getByText('Se houver uma conta com ninguem@farol.example')).toBeVisible();
      await page.goto('/esqueci');
      await page.getByLabel('E-mail').fill('lia@farol.example');
      await page.getByRole('button', { name: 'Enviar o link' }).click();
      await expect(page.getByText('Se houver uma conta com lia@farol.example')).toBeVisible();
      await checkScreen(page);
      const mail = await production.nextMail();
      expect(mail.to).toBe('lia@farol.example');
      await page.goto(linkIn(mail.text));
      await expect(page.getByRole('heading', { name: 'Escolha uma senha nova' })).toBeVisible();
      await checkScreen(page);
      await page.getByLabel('Senha nova').fill(PASSWORDS.liaNew);
      await page.getByRole('button', { name: 'Guardar a senha' }).click();
      await expect(page.getByRole('heading', { name: 'Senha guardada' })).toBeVisible();
      await page.getByRole('link', { name: 'Entrar' }).click();
      await expect(page.getByLabel('E-mail')).toHaveValue('lia@farol.example');
      await page.getByLabel('Senha', { exact: true }).fill(PASSWORDS.liaNew);
      await page.getByRole('button', { name: 'Entrar' }).click();
      await expect(page.getByRole('navigation', { name: 'Áreas da marca' })).toBeVisible();
      // The open page closes by itself, well before the half minute after which it would have asked again.
      await expect(open.getByRole('heading', { name: 'Entre com a conta da loja' })).toBeVisible({ timeout: 20_000 });

      const told = await production.nextMail();
      expect([told.to, told.subject]).toEqual(['lia@farol.example', 'A senha da sua conta foi trocada']);
      await page.goto('/conta');
      const answers = page.getByRole('checkbox', { name: 'Respostas do suporte' });
      await expect(answers).toBeChecked();
      await checkScreen(page);
      await takePicture(page, 'mails-card', { whole: true });
      const saved = page.waitForResponse(/account\/mails/);
      await answers.uncheck();
      await saved;
      await page.reload();
      await expect(answers).not.toBeChecked();
      const wish = { kind: 'activate', start: '20:00', end: '08:00', reason: 'Queremos noites tranquilas.' };
      expect((await page.request.post('/api/v1/tickets', { data: wish })).status()).toBe(201);
    });

    await test.step('support is told of the ticket, and switches such mails off and on by the link in the mail', async () => {
      const mail = await production.nextMail();
      expect([mail.to, mail.subject]).toEqual(['sofia@oto.example', 'Chamado 1 do Farol']);
      const [off] = mail.text.match(/http:\S+\/emails#\S+/) ?? [];
      const page = await openPage(browser, production);
      await page.goto(off ?? '');
      await expect(page.getByRole('heading', { name: 'E-mails desligados' })).toBeVisible();
      await expect(page.getByText('Você não recebe mais “Chamados novos”.')).toBeVisible();
      await checkScreen(page);
      await takePicture(page, 'mails-off', { whole: true });
      await page.getByRole('button', { name: 'Receber de novo' }).click();
      await expect(page.getByRole('heading', { name: 'E-mails ligados' })).toBeVisible();
    });
  } finally {
    await production.stop();
  }
});

/** Monday, 10:00 in São Paulo; the stores are open. */
const FIRST_MORNING = '2026-12-07T10:00:00-03:00';
const NEXT_MORNING = '2026-12-08T10:30:00-03:00';
const NEXT_EVENING = '2026-12-08T20:00:05-03:00';

const FILES = {
  Lojas: [
    'codigo;nome;cidade;uf;abre;fecha;abre_domingo;fecha_domingo',
    'SP01;Farol Centro;São Paulo;SP;10:00;22:00;14:00;20:00',
  ],
  Equipe: ['codigo;nome;loja;papel', '01;Rita Braga;SP01;gerente', '02;Téo Sales;SP01;vendedor'],
  Clientes: [
    'codigo;nome;telefone;loja;vendedor;permite_whatsapp',
    ...['Marina Alves', 'Beto Dias', 'Célia Reis'].map((name, n) => `C${n};${name};(11) 91234-567${n};SP01;02;sim`),
    'C9;Nilo Paz;(11) 91234-5679;SP01;02;não',
  ],
  // 62 days before the next morning.
  Compras: [
    'cliente;loja;vendedor;data;total;itens',
    ...['C0', 'C1', 'C2', 'C9'].map((code) => `${code};SP01;02;07/10/2026;150,00;Vestido midi`),
  ],
} as const;

async function importFile(page: Page, kind: keyof typeof FILES): Promise<void> {
  await page.goto('/importar');
  await page.getByLabel(kind, { exact: true }).check();
  const buffer = Buffer.from(FILES[kind].join('\r\n'));
  await page.locator('input[type=file]').setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Importar', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Importação pronta' })).toBeVisible();
}

/** Accepts the printed link as the first support person, and creates the brand with its manager. Both stay signed in. */
async function openBrand(browser: Browser, production: Production): Promise<{ support: Page; manager: Page }> {
  const support = await openPage(browser, production);
  await support.setViewportSize(DESK);
  await support.goto(linkIn(production.printed));
  await support.getByLabel('Seu nome').fill('Sofia Reis');
  await support.getByLabel('E-mail').fill('sofia@oto.example');
  await support.getByLabel('Senha', { exact: true }).fill(PASSWORDS.sofia);
  await support.keyboard.press('Enter');
  await setUpSecondFactor(support);
  await support.getByRole('link', { name: 'Nova marca' }).first().click();
  await support.getByLabel('Nome').fill('Farol');
  await support.getByLabel('o Farol', { exact: true }).check();
  await support.getByLabel('Growth').check();
  await support.getByRole('button', { name: 'Criar marca' }).click();
  await support.getByRole('button', { name: 'Convidar', exact: true }).click();
  await support.getByRole('dialog').getByLabel('Nome').fill('Lia Prado');
  await support.getByRole('dialog').getByLabel('E-mail').fill('lia@farol.example');
  await support.keyboard.press('Enter');
  const mail = await production.nextMail();
  const manager = await openPage(browser, production);
  await manager.setViewportSize(DESK);
  await manager.goto(linkIn(mail.text));
  await manager.getByLabel('Senha', { exact: true }).fill(PASSWORDS.lia);
  await manager.getByRole('button', { name: 'Guardar e entrar' }).click();
  await expect(manager).toHaveURL(/\/$/);
  return { support, manager };
}

/** Begins the seller's first turn on the store's device with the sign-ins that the manager printed. */
async function signInSeller(page: Page, signIns: { email: string; password: string; pin: string }): Promise<void> {
  await page.goto('/');
  await page.getByLabel('E-mail').fill(signIns.email);
  await page.getByLabel('Senha', { exact: true }).fill(signIns.password);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByLabel('Nova senha', { exact: true }).fill('nove casacos verdes');
  await page.getByRole('button', { name: 'Guardar e entrar' }).click();
  await page.getByRole('button', { name: 'Téo Sales' }).click();
  const type = async (pin: string) => {
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
  };
  await expect(page.getByLabel('Seu PIN')).toBeFocused();
  await type(signIns.pin);
  await expect(page.getByText('Escolha um PIN só seu, de 4 a 8 números.')).toBeVisible();
  await type('4826');
  await expect(page.getByLabel('Repita o novo PIN')).toBeFocused();
  await type('4826');
  await expect(page.getByRole('heading', { name: 'Bom dia, Téo' })).toBeVisible();
}

test('from an empty database to the next morning’s suggestions, and a seller who is refused at 20:00', {
  tag: '@long',
}, async ({ browser }) => {
  const production = await startProduction();
  try {
    await production.at(FIRST_MORNING);
    const { support, manager } = await openBrand(browser, production);
    const signIns = await test.step('stores, people, customers and purchases come from files', async () => {
      await importFile(manager, 'Lojas');
      await importFile(manager, 'Equipe');
      await manager.getByRole('button', { name: 'Criar senhas e PINs' }).click();
      const cells = (row: RegExp) => manager.getByRole('row', { name: row }).getByRole('cell').allTextContents();
      await expect(manager.getByRole('row', { name: /Téo Sales \d+/ })).toBeVisible();
      const [, email = '', password = ''] = await cells(/@farol\.example/);
      const [, , pin = ''] = await cells(/Téo Sales/);
      await importFile(manager, 'Clientes');
      await importFile(manager, 'Compras');
      return { email, password, pin };
    });

    await test.step('the manager starts a ready-made campaign from tomorrow on', async () => {
      await manager.goto('/campanhas');
      await expect(manager.getByText('Ainda não há campanhas')).toBeVisible();
      await checkScreen(manager);
      await manager.setViewportSize(DESK);
      await manager.getByRole('link', { name: 'Nova campanha' }).first().click();
      await manager.getByRole('button', { name: '60 dias sem comprar' }).click();
      await manager.getByLabel('Primeiro dia').fill('2026-12-08');
      await manager.getByRole('button', { name: 'Salvar rascunho' }).click();
      await expect(manager.getByText('Rascunho salvo. Hoje, 3 clientes receberiam a sugestão.')).toBeVisible();
      await manager.getByRole('button', { name: 'Colocar no ar' }).click();
      await expect(manager.getByText('no ar', { exact: true })).toBeVisible();
    });

    await test.step('the manager asks for quiet hours, and support publishes them', async () => {
      await manager.goto('/chamados');
      await manager.getByRole('button', { name: 'Pedir ativação' }).first().click();
      const ask = manager.getByRole('dialog', { name: 'Pedir ativação' });
      await ask.getByLabel('Início').fill('20:00');
      await ask.getByLabel('Fim').fill('08:00');
      await ask.getByLabel('Motivo').fill('Queremos noites tranquilas.');
      await ask.getByRole('button', { name: 'Enviar pedido' }).click();
      await expect(ask).toBeHidden();
      await support.goto('/suporte/chamados');
      await support.getByRole('link', { name: /Abrir Farol/ }).click();
      await support.getByRole('link', { name: 'Configurar' }).click();
      await expect(support.getByLabel('Início', { exact: true })).toHaveValue('20:00');
      await support.getByRole('button', { name: 'Conferir' }).click();
      await confirmHoursLost(support.getByRole('main'));
      await support.getByRole('button', { name: 'Publicar' }).click();
      const sheet = support.getByRole('dialog');
      await sheet.getByLabel('Agora', { exact: true }).check();
      await sheet.getByLabel('Motivo').fill('Pedido da marca');
      await sheet.getByRole('button', { name: 'Publicar' }).click();
      await expect(sheet).toBeHidden();
    });

    const device = await openPage(browser, production);
    const list = device.getByRole('list', { name: 'Sugestões' }).getByRole('listitem');
    await test.step('the next morning the seller has the suggestions, and nobody without permission is among them', async () => {
      await signInSeller(device, signIns);
      await expect(device.getByText('Sem sugestões por agora.')).toBeVisible();
      await production.at(NEXT_MORNING);
      await expect(async () => {
        await device.goto('/');
        await expect(list).toHaveCount(3, { timeout: 2_000 });
      }).toPass();
      await expect(list.first()).toContainText(/Faz\s62\sdias que não compra/);
      await checkScreen(device);
      await device.setViewportSize(PHONE);
      await takePicture(device, 'first-suggestions-390');
      await list.first().getByRole('link').first().click();
      await expect(device.getByText('60 dias sem comprar', { exact: true })).toBeVisible();
    });

    await test.step('at 20:00 the seller is refused with the time at which it opens', async () => {
      await production.at(NEXT_EVENING);
      await device.goto('/');
      await list.first().getByRole('link').first().click();
      const refusal = device.getByRole('dialog');
      await expect(refusal).toContainText('Agora é Horário de Silêncio');
      await expect(refusal).toContainText('08:00');
      await checkScreen(device);
      await takePicture(device, 'first-refusal-390');
    });
  } finally {
    await production.stop();
  }
});
