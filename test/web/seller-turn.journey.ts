/** Turns on a store's device: the PIN, the pause after five minutes, and a PIN that is paused after wrong tries. */
import {
  asSeller,
  expect,
  expectNoViolations,
  openPersonMenu,
  type Page,
  signIn,
  stopClock,
  takePicture,
  test,
} from './kit/journey.ts';
import {
  ADRIANOPOLIS,
  answerNotSent,
  findMessage,
  findSendButton,
  openSuggestion,
  PAULISTA,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
} from './kit/seller.ts';

const MORNING = '2026-11-22T10:30:00-03:00';

async function givePin(page: Page, pin: string): Promise<void> {
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

test('five minutes without a touch pause the session, hide the customers, and keep the text for its author', async ({
  page,
  context,
  product,
}) => {
  await page.clock.install();
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  const name = await openSuggestion(page, 2);
  const here = page.url();
  await findMessage(page).fill('Escrito antes da pausa.');
  // A slow machine needs some seconds from the last touch until the page's clock stands still.
  await stopClock(page);
  await page.clock.fastForward('04:30');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('04:30');
  await expect(findMessage(page)).toBeVisible();
  await page.clock.fastForward('00:40');
  await page.clock.resume();

  await expect(page.getByRole('heading', { name: 'Sessão em pausa' })).toBeVisible();
  await expect(page.getByText('Digite seu PIN para continuar. Seu texto está guardado.')).toBeVisible();
  expect(await page.content()).not.toContain(name);
  await expect.poll(async () => (await context.request.get('/api/v1/suggestions')).status()).toBe(401);
  await expectNoViolations(page);
  await takePicture(page, 'seller-paused-390');
  await givePin(page, '1111');
  await expect(findMessage(page)).toHaveValue('Escrito antes da pausa.');
  expect(page.url()).toBe(here);
});

test('a return from WhatsApp after eight minutes asks what came of it, and asks for no PIN', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await page.clock.install();
  await stubWhatsApp(context);
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 2);
  await send(page);
  await page.waitForURL('https://wa.me/**');
  await page.clock.fastForward('08:00');
  await returnFromWhatsApp(page);
  await answerNotSent(page);
});

test('a turn that ended on the server locks the screen at the next touch, and loses no text', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 2);
  await findMessage(page).fill('Ainda aqui.');
  await context.request.delete('/api/v1/session/turn');
  await send(page);
  await expect(page.getByRole('heading', { name: 'Sessão em pausa' })).toBeVisible();
  await givePin(page, '1111');
  await expect(findMessage(page)).toHaveValue('Ainda aqui.');
});

test('five wrong PINs pause one name for 15 minutes, a colleague can still enter, and the manager unlocks it on that device', async ({
  page,
  context,
  product,
}) => {
  await product.at(MORNING);
  await signIn(context, ADRIANOPOLIS);
  await page.goto('/');
  await page.getByRole('button', { name: 'Elisa' }).click();
  for (const left of ['Faltam 4 tentativas', 'Faltam 3 tentativas', 'Faltam 2 tentativas', 'Falta 1 tentativa']) {
    await givePin(page, '4826');
    await expect(page.getByText(left)).toBeVisible();
  }
  await givePin(page, '4826');
  await expect(page.getByText('Vamos fazer uma pausa: tente de novo em 15 min')).toBeVisible();
  await expect(page.getByText('Faltam 0')).toHaveCount(0);
  const free = page.getByRole('button', { name: 'A gerência libera aqui' });
  await expect(free).toBeVisible();
  await expectNoViolations(page);
  // A colleague can still enter.
  await page.getByRole('button', { name: 'Não é você?' }).click();
  await expect(page.getByRole('button', { name: /Elisa.*em pausa/ })).toBeVisible();
  await page.getByRole('button', { name: 'Davi' }).click();
  await givePin(page, '1111');
  await expect(page.getByRole('heading', { name: /, Davi/ })).toBeVisible();
  await openPersonMenu(page, /Davi/);
  await page.getByRole('dialog').getByRole('button', { name: 'Trocar' }).click();

  await page.getByRole('button', { name: /Elisa/ }).click();
  await free.click();
  await expect(page.getByRole('heading', { name: /Liberar o PIN de Elisa/ })).toBeVisible();
  await expectNoViolations(page);
  await givePin(page, '9999');
  await expect(page.getByText(/Pronto\. Elisa.* pode tentar de novo\./)).toBeVisible();
  await givePin(page, '2222');
  await expect(page.getByRole('heading', { name: /, Elisa/ })).toBeVisible();
});

test('a one-time PIN must be replaced by a PIN of one’s own before any screen is shown', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(MORNING);
  await signIn(context, PAULISTA);
  const given: unknown[] = [];
  await context.route('**/api/v1/session/pin', async (route) => {
    const body = route.request().postDataJSON();
    given.push(body);
    if (!('newPin' in body)) {
      const problem = { type: '/problems/new-pin-needed', title: 'x', status: 409, detail: 'y' };
      return route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) });
    }
    return route.continue({ postData: JSON.stringify({ personId: body.personId, pin: '2222' }) });
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Bruno Reis' }).click();
  await givePin(page, '7777');
  await expect(page.getByText('Escolha um PIN só seu, de 4 a 8 números.')).toBeVisible();
  await expectNoViolations(page);
  await givePin(page, '4826');
  await expect(page.getByLabel('Repita o novo PIN')).toBeFocused();
  await givePin(page, '4827');
  await expect(page.getByText('Os dois não são iguais. Digite de novo.')).toBeVisible();
  await givePin(page, '4826');
  await expect(page.getByLabel('Repita o novo PIN')).toBeFocused();
  await givePin(page, '4826');
  await expect(page.getByRole('heading', { name: 'Bom dia, Bruno' })).toBeVisible();
  expect(given.at(-1)).toMatchObject({ pin: '7777', newPin: '4826' });
});

test('by keys alone a seller gets from the list to the refusal and back, and the focus returns', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at('2026-11-22T22:14:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  const first = page.getByRole('list', { name: 'Sugestões' }).getByRole('link').first();
  await expect(first).toBeVisible();
  const tabTo = async (place: typeof first) => {
    for (let n = 0; n < 14; n++) {
      if (await place.evaluate((each) => each === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
  };
  // The link is the first stop after the demo's bar, which production does not have.
  const skip = page.getByRole('link', { name: 'Ir para o conteúdo' });
  await tabTo(skip);
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(first);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Voltar à lista' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Deixar pronta para amanhã, \d\d:\d\d$/ })).toBeVisible();
  const button = findSendButton(page);
  await tabTo(button);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Voltar à lista' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});
