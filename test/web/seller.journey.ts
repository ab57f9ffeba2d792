/** The main task of a seller: a suggestion refused in quiet hours, a contact from a profile warned, both handed over in open hours. */
import { asSeller, checkBothSizes, DESK, expect, expectNoViolations, takePicture, test } from './kit/journey.ts';
import {
  ADRIANOPOLIS,
  answerNotSent,
  findDayLine,
  findMessage,
  findSheet,
  openProfileMessage,
  openSuggestion,
  PAULISTA,
  readAttempts,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
  takeFirstName,
} from './kit/seller.ts';

const MORNING = '2026-11-22T10:30:00-03:00';
const NIGHT = '2026-11-22T22:14:00-03:00';

test.describe('in open hours', () => {
  test('a seller signs in, sends a suggestion in WhatsApp, and says what came of it', async ({
    page,
    context,
    product,
  }) => {
    const opened = await stubWhatsApp(context);
    await product.at(MORNING);
    await page.goto('/');
    await page.getByLabel('E-mail').fill(PAULISTA);
    await page.getByLabel('Senha', { exact: true }).fill('aurora-demo');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('button', { name: 'Ana Lima' }).click();
    await page.keyboard.type('1111');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Bom dia, Ana' })).toBeVisible();

    // The notice of the hours is shown once (A8).
    const news = page.getByText('Novidade: das 20:00 às 08:00, a Aurora não inicia conversas.');
    await expect(news).toBeVisible();
    await page.getByRole('button', { name: 'Fechar' }).click();
    await expect(news).toBeHidden();
    await page.reload();
    await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();
    await expect(news).toBeHidden();
    await expectNoViolations(page);
    await takePicture(page, 'seller-today-390');

    const name = await openSuggestion(page);
    await expect(findMessage(page)).toHaveValue(new RegExp(`${takeFirstName(name)}.*Ana, da Aurora`));
    await expect(page.getByText('Em nome de Ana Lima')).toBeVisible();
    await findMessage(page).fill('Oi! Separei uma peça para você.');
    await expectNoViolations(page);
    await takePicture(page, 'seller-message-390');
    await send(page);
    await returnFromWhatsApp(page);
    expect(opened[0]?.searchParams.get('text')).toBe('Oi! Separei uma peça para você.');
    await expect(findSheet(page).getByRole('heading', { name: 'Você enviou?' })).toBeVisible();
    await expect(findSheet(page)).toContainText(name);
    await expectNoViolations(page);
    await takePicture(page, 'seller-sent-390');
    await page.reload();
    await findSheet(page).getByRole('button', { name: 'Enviei', exact: true }).click();
    await expect(page.getByText(`Anotado: contato com ${takeFirstName(name)} feito.`)).toBeVisible();
    await expect(page.getByRole('list', { name: 'Sugestões' }).getByText(name, { exact: true })).toBeHidden();

    // 35 minutes later the app asks how the contact went.
    await product.at('2026-11-22T11:05:00-03:00');
    await expect(page.getByText(`Como foi com ${takeFirstName(name)}?`)).toBeVisible();
    await page.getByRole('button', { name: 'Vendeu' }).click();
    await expect(page.getByText('Anotado. Obrigado!')).toBeVisible();
    await expect(page.getByText(`Como foi com ${takeFirstName(name)}?`)).toBeHidden();
  });

  test('“Não enviei” keeps the text and the suggestion', { tag: '@long' }, async ({ page, context, product }) => {
    await stubWhatsApp(context);
    await product.at(MORNING);
    await asSeller(context, PAULISTA, '1111');
    const name = await openSuggestion(page, 1);
    await findMessage(page).fill('Um texto que fica.');
    await send(page);
    await returnFromWhatsApp(page);
    await answerNotSent(page);
    await openSuggestion(page, 1);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(findMessage(page)).toHaveValue('Um texto que fica.');
  });
});

test('a number that a seller called wrong is called wrong in the profile', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await stubWhatsApp(context);
  await product.at(MORNING);
  await asSeller(context, PAULISTA, '1111');
  const name = await openSuggestion(page, 2);
  await send(page);
  await returnFromWhatsApp(page);
  await findSheet(page).getByRole('button', { name: 'Número errado' }).click();
  await page.goto('/carteira');
  await page
    .getByRole('list', { name: 'Carteira' })
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('link')
    .click();
  await expect(page.getByText('(número errado)')).toBeVisible();
});

test.describe('in quiet hours', () => {
  test('a suggestion is refused with the reason and the end, and its text is kept', async ({
    page,
    context,
    product,
  }) => {
    const opened = await stubWhatsApp(context);
    await product.at(NIGHT);
    await asSeller(context, PAULISTA, '1111');
    await page.goto('/');
    await expect(findDayLine(page)).toContainText('Horário de Silêncio até amanhã, 08:00');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'escura');
    await expectNoViolations(page);
    await takePicture(page, 'seller-today-night-390');

    const name = await openSuggestion(page, 1);
    await findMessage(page).fill('Escrito à noite, para amanhã.');
    await send(page);
    await expect(findSheet(page).getByRole('heading', { name: 'Agora é Horário de Silêncio' })).toBeVisible();
    await expect(findSheet(page)).toContainText(
      'A Aurora não inicia conversas entre 20:00 e 08:00, para não incomodar clientes.',
    );
    await expect(findSheet(page)).toContainText(`A partir de amanhã, 08:00 dá para falar com ${takeFirstName(name)}.`);
    await expect(findSheet(page)).toContainText('Seu texto e a sugestão estão guardados.');
    await expect(findSheet(page).getByRole('button', { name: 'Voltar à lista' })).toBeFocused();
    await expectNoViolations(page);
    await takePicture(page, 'seller-refused-390');

    await findSheet(page).getByRole('button', { name: 'Por que vejo isto?' }).click();
    await expect(findSheet(page)).toContainText('Todos os dias, das 20:00 às 08:00');
    await expectNoViolations(page);
    await findSheet(page).getByRole('button', { name: 'Voltar' }).click();
    await findSheet(page).getByRole('button', { name: 'Voltar à lista' }).click();
    await expect(page.getByText('texto guardado')).toBeVisible();
    expect(opened).toEqual([]);
  });

  test('a contact from a profile is warned, the focus is on the button back, and sending stays possible', async ({
    page,
    context,
    product,
  }) => {
    const opened = await stubWhatsApp(context);
    await product.at(NIGHT);
    await asSeller(context, PAULISTA, '2222');
    const name = await openProfileMessage(page);
    await expect(page.getByText('Em nome de Bruno Reis')).toBeVisible();
    await findMessage(page).fill('Chegou o que você procurava.');
    await send(page);
    await expect(findSheet(page).getByRole('heading', { name: 'Este horário não é recomendado' })).toBeVisible();
    await expect(findSheet(page)).toContainText(
      'São 22:14 em São Paulo, e o Horário de Silêncio vai até amanhã, 08:00. Uma mensagem agora pode incomodar, e quem se incomoda costuma bloquear.',
    );
    await expect(findSheet(page)).toContainText(`${takeFirstName(name)} escreveu para você? Responda direto`);
    await expect(findSheet(page).getByRole('button', { name: 'Voltar' })).toBeFocused();
    await expectNoViolations(page);
    await takePicture(page, 'seller-warned-390');
    await findSheet(page).getByRole('button', { name: 'Voltar' }).click();
    expect(opened).toEqual([]);

    await send(page);
    await findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' }).click();
    await returnFromWhatsApp(page);
    await answerNotSent(page);
    const [last] = await readAttempts(context);
    const story = await (await context.request.get(`/api/v1/attempts/${last?.id}`)).json();
    expect(story.receipts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['warn', 'allow']);
    expect(story.receipts[1].acknowledged).toEqual(['quiet_hours']);
  });

  test('a confirmation that expired is asked for again, without an error', { tag: '@long' }, async ({
    page,
    context,
    product,
  }) => {
    await stubWhatsApp(context);
    await product.at(NIGHT);
    await asSeller(context, PAULISTA, '2222');
    await openProfileMessage(page, 1);
    await findMessage(page).fill('Oi!');
    await send(page);
    await expect(findSheet(page)).toContainText('São 22:14');
    await product.at('2026-11-22T22:17:00-03:00');
    await expect(findSheet(page)).toContainText('São 22:17');
    await findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' }).click();
    await expect(findSheet(page)).toContainText('Passou um tempinho. Quer enviar mesmo assim?');
    await findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' }).click();
    await returnFromWhatsApp(page);
    await answerNotSent(page);
  });

  test('a reason is asked for where the brand wants one, and chosen with one tap', { tag: '@long' }, async ({
    page,
    context,
    product,
  }) => {
    const opened = await stubWhatsApp(context);
    await product.at('2026-11-23T22:14:00-03:00');
    await asSeller(context, 'loja@cais.example', '1111');
    await openProfileMessage(page);
    await findMessage(page).fill('Oi!');
    await send(page);
    await findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' }).click();
    await expect(findSheet(page)).toContainText('Escolha um motivo para continuar.');
    expect(opened).toEqual([]);
    await findSheet(page).getByLabel('Pedido ou entrega de hoje').check();
    await expectNoViolations(page);
    await findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' }).click();
    await returnFromWhatsApp(page);
    await answerNotSent(page);
  });
});

test.describe('at one instant', () => {
  test('Paulista is quiet and Manaus is not, each by its own clock', { tag: '@long' }, async ({ browser, product }) => {
    await product.at('2026-11-22T20:00:00-03:00');
    for (const [email, refused] of [
      [PAULISTA, true],
      [ADRIANOPOLIS, false],
    ] as const) {
      const context = await browser.newContext({ baseURL: product.base, reducedMotion: 'reduce' });
      const opened = await stubWhatsApp(context);
      const page = await context.newPage();
      await asSeller(context, email, '2222');
      await openSuggestion(page, 2);
      await send(page);
      if (refused) await expect(findSheet(page)).toContainText('Agora é Horário de Silêncio');
      else {
        await returnFromWhatsApp(page);
        await answerNotSent(page);
      }
      expect(opened.length).toBe(refused ? 0 : 1);
      await context.close();
    }
  });

  test('19:59:59.999 is open and 20:00:00.000 is quiet (T1)', { tag: '@long' }, async ({ page, context, product }) => {
    const opened = await stubWhatsApp(context);
    await asSeller(context, PAULISTA, '2222');
    await product.at('2026-11-22T19:59:59.999-03:00');
    await openSuggestion(page, 3);
    await expect(page.getByText('No WhatsApp, envie antes das 20:00.')).toBeVisible();
    await send(page);
    await returnFromWhatsApp(page);
    await answerNotSent(page);

    await product.at('2026-11-22T20:00:00.000-03:00');
    await openSuggestion(page, 3);
    await send(page);
    await expect(findSheet(page)).toContainText('Agora é Horário de Silêncio');
    expect(opened.length).toBe(1);
  });

  test('a screen opened at 19:58 and used at 20:01 is refused by the server (D15)', async ({
    page,
    context,
    product,
  }) => {
    const opened = await stubWhatsApp(context);
    await product.at('2026-11-22T19:58:00-03:00');
    await asSeller(context, PAULISTA, '2222');
    await openSuggestion(page, 4);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'escura');
    // The screen receives no events, so that its time stays 19:58.
    const before = await (await context.request.get('/api/v1/quiet-hours')).text();
    await context.route('**/api/v1/live*', (route) => route.abort());
    await context.route('**/api/v1/quiet-hours', (route) =>
      route.fulfill({ contentType: 'application/json', body: before }),
    );
    await product.at('2026-11-22T20:01:00-03:00');
    await send(page);
    await expect(findSheet(page)).toContainText('Agora é Horário de Silêncio');
    expect(opened).toEqual([]);
  });
});

test('a seller of a brand on the Starter plan is not refused at night, and reads nothing of quiet hours', async ({
  page,
  context,
  product,
}) => {
  const opened = await stubWhatsApp(context);
  await product.at('2026-11-22T03:00:00-03:00');
  await asSeller(context, 'loja@brisa.example', '1111');
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').first()).toBeVisible();
  await expect(findDayLine(page)).toHaveAttribute('data-quiet', 'false');
  await expect(findDayLine(page)).toHaveText(/^\d+ contatos sugeridos$/);
  const ofQuiet = page.getByText(/sil[êe]ncio|boa hora|não é recomendado|amanhã,\s08:00/i);
  await checkBothSizes(page, async ({ width }) => {
    await expect(ofQuiet).toHaveCount(0);
    await expect(page.getByRole('link', { name: /Agendados/ })).toHaveCount(0);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'escura');
    if (width === DESK.width)
      await expect(findMessage(page), 'the first suggestion stands beside the list').toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `starter-night-${width}`);
  });
  await openSuggestion(page);
  await expect(ofQuiet).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Deixar pronta/ })).toHaveCount(0);
  await send(page);
  await returnFromWhatsApp(page);
  await answerNotSent(page);
  await openProfileMessage(page);
  await findMessage(page).fill('Oi!');
  await send(page);
  await expect.poll(() => opened.length).toBe(2);
});
