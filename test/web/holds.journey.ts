/** A message that may not be sent now is held, becomes ready at its minute, and is sent with one tap (H1–H7). */
import {
  asSeller,
  checkBothSizes,
  expect,
  expectNoViolations,
  openAndListen,
  type Page,
  takePicture,
  test,
} from './kit/journey.ts';
import {
  ADRIANOPOLIS,
  answerNotSent,
  findDayLine,
  findHoldOffer,
  findMessage,
  findSheet,
  hidePlan,
  holdSuggestion,
  openProfileMessage,
  openSuggestion,
  PAULISTA,
  pressSuggestion,
  readAttempts,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
  takeFirstName,
} from './kit/seller.ts';

/** A Sunday night: quiet hours end on Monday at 08:00, and Paulista opens at 10:00. */
const NIGHT = '2026-11-22T22:14:00-03:00';

const findHeld = (page: Page) => page.getByRole('list', { name: 'Esperando a hora' }).getByRole('listitem');
const findReady = (page: Page) => page.getByRole('list', { name: 'Para enviar agora' }).getByRole('listitem');

test('a message refused at night is held, ready at the promised minute, and sent with one tap', async ({
  page,
  context,
  product,
}) => {
  const opened = await stubWhatsApp(context);
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const name = await openSuggestion(page);
  await findMessage(page).fill('Bom dia! Separei uma peça para você.');
  await send(page);
  await expect(findSheet(page)).toContainText('A loja abre às 10:00. Você envia com um toque.');
  await expect(findSheet(page).getByRole('button', { name: 'Voltar à lista' })).toBeFocused();
  await expectNoViolations(page);
  await takePicture(page, 'holds-refused-390');
  const time = /\d\d:\d\d$/.exec((await findHoldOffer(page).textContent()) ?? '')?.[0] ?? '';
  await findHoldOffer(page).click();
  await expect(page.getByText(`Pronta para amanhã, ${time}.`)).toBeVisible();
  await expect(page.getByText('Nós lembramos você'), 'only where this device does').toHaveCount(0);
  await expect(page.getByText('Os contatos são distribuídos para não saírem todos juntos.')).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'holds-kept-390');

  const marked = page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').filter({ hasText: name });
  await expect(marked).toContainText(`Pronta para amanhã, ${time}`);
  await page.getByRole('link', { name: /^Agendados/ }).click();
  await expect(findHeld(page).filter({ hasText: name })).toContainText(`Pronta para amanhã, ${time}`);
  await expectNoViolations(page);
  await takePicture(page, 'holds-list-390');

  await page.getByRole('link', { name: 'Hoje' }).click();
  await product.at(`2026-11-23T${time}:00-03:00`);
  await expect(findReady(page).filter({ hasText: name })).toBeVisible();
  await expect(findDayLine(page)).toContainText(/\d+ prontas?/);
  await expectNoViolations(page);
  await takePicture(page, 'holds-ready-390');
  await findReady(page).filter({ hasText: name }).getByRole('link').click();
  await expect(findMessage(page)).toHaveValue('Bom dia! Separei uma peça para você.');
  await expectNoViolations(page);
  await takePicture(page, 'holds-send-390');
  await findMessage(page).fill('Bom dia! Separei duas peças para você.');
  await send(page);
  await returnFromWhatsApp(page);
  expect(opened[0]?.searchParams.get('text')).toBe('Bom dia! Separei duas peças para você.');
  await findSheet(page).getByRole('button', { name: 'Enviei', exact: true }).click();
  await expect(page.getByText(`Anotado: contato com ${takeFirstName(name)} feito.`)).toBeVisible();
  await expect(findReady(page).filter({ hasText: name })).toHaveCount(0);
  const [last] = await readAttempts(context);
  expect(last).toMatchObject({ customerName: name, state: 'sent' });
});

test('undoing a hold at once puts the text back on its suggestion', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { name } = await holdSuggestion(page, 1, 'Um texto que volta.');
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(page.getByText('Desfeito. Seu texto está guardado.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('texto guardado');
  await page.getByRole('link', { name: `Abrir a sugestão de ${name}` }).click();
  await expect(findMessage(page)).toHaveValue('Um texto que volta.');
});

test('“Outro horário” offers times that can be kept, draws the day, and its button is right after each letter', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 2);
  await send(page);
  await findSheet(page).getByRole('button', { name: 'Outro horário' }).click();
  const days = findSheet(page).getByRole('radio');
  await expect(days).toHaveCount(3);
  await expect(findSheet(page)).toContainText('Silêncio: 00:00–08:00, 20:00–24:00');
  await expect(findSheet(page)).toContainText('Loja aberta: 10:00–22:00');
  const offered = findSheet(page).getByRole('group', { name: 'Sugestões de horário' }).getByRole('button');
  await expect(offered).toHaveText(['10:00', '12:00', '15:00', '18:00']);
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `holds-time-${width}`);
  });
  const time = findSheet(page).getByLabel('Horário');
  const submit = findSheet(page).locator('button[type=submit]');
  for (const [typed, sentence] of [
    ['abc', 'Escreva um horário, como 10:30.'],
    ['', 'Escreva um horário, como 10:30.'],
    ['21:30', 'Esse horário é de silêncio. Escolha um fora dele.'],
  ] as const) {
    await time.fill(typed);
    await expect(findSheet(page).getByRole('alert')).toHaveText(sentence);
    await expect(submit).toHaveText('Escolha um horário');
    await expect(submit).toBeDisabled();
  }
  await expectNoViolations(page);
  await takePicture(page, 'holds-time-quiet-390');
  await time.fill('1640');
  await expect(submit).toHaveText('Deixar pronta para amanhã, 16:40');
  await submit.click();
  await expect(page.getByText('Pronta para amanhã, 16:40.')).toBeVisible();
});

test('a chosen time in quiet hours is answered with the next free one, and a time when the store is closed with a hint', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await hidePlan(context);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 2);
  await send(page);
  await findSheet(page).getByRole('button', { name: 'Outro horário' }).click();
  await findSheet(page).getByLabel('amanhã').check();
  await findSheet(page).getByLabel('Horário').fill('9h');
  await expect(findSheet(page)).toContainText('A loja abre às 10:00. Sugerimos amanhã, 10:00.');
  await expect(findSheet(page).getByRole('button', { name: 'Usar amanhã, 10:00' })).toBeVisible();
  await takePicture(page, 'holds-time-closed-390');
  await findSheet(page).getByLabel('Horário').fill('21:30');
  await findSheet(page).getByRole('button', { name: 'Deixar pronta para amanhã, 21:30' }).click();
  await expect(findSheet(page)).toContainText(/Esse horário é de silêncio. O próximo livre é terça,\s\d\d:\d\d./);
  const use = findSheet(page).getByRole('button', { name: /^Usar terça, / });
  await expect(use).toBeFocused();
  await expectNoViolations(page);
  await takePicture(page, 'holds-time-next-390');
  await use.click();
  await expect(page.getByText(/^Pronta para terça,\s\d\d:\d\d/).first()).toBeVisible();
});

test('a warned contact can be held too, and a second message for the same customer leads to the first', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '2222');
  const name = await openProfileMessage(page);
  await findMessage(page).fill('Chegou o que você procurava.');
  await send(page);
  await expect(findSheet(page).getByRole('button', { name: 'Voltar' })).toBeFocused();
  await expect(findHoldOffer(page)).toBeVisible();
  await expect(findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' })).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'holds-warned-390');
  await findHoldOffer(page).click();
  await expect(page.getByText(/^Pronta para amanhã,\s\d\d:\d\d\./)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Agendados' })).toBeVisible();
  await takePicture(page, 'holds-profile-390', { whole: true });

  await openProfileMessage(page);
  await expect(
    page.getByText(/^Há uma mensagem guardada para amanhã,\s\d\d:\d\d; enviar agora a substitui\./),
  ).toBeVisible();
  await expectNoViolations(page);
  await findMessage(page).fill('E mais uma coisa.');
  await send(page);
  await findHoldOffer(page).click();
  await expect(
    findSheet(page).getByRole('heading', { name: `${takeFirstName(name)} já tem uma mensagem guardada para amanhã` }),
  ).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'holds-already-390');
  await findSheet(page).getByRole('link', { name: 'Ver' }).click();
  await expect(findMessage(page)).toHaveValue('Chegou o que você procurava.');
  await findMessage(page).fill('Chegou o que você procurava!');
  await page.getByRole('button', { name: 'Guardar texto' }).click();
  await expect(page.getByText('Texto guardado.')).toBeVisible();
  await page.getByRole('button', { name: 'Outro horário', exact: true }).click();
  await findSheet(page).getByRole('button', { name: '15:00' }).click();
  await findSheet(page).getByRole('button', { name: 'Mudar para amanhã, 15:00' }).click();
  await expect(page.getByText('Agora fica pronta amanhã, 15:00.')).toBeVisible();
  await expect(page.getByText('Pronta para amanhã, 15:00')).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'holds-one-390');

  await page.getByRole('button', { name: 'Cancelar mensagem' }).click();
  await expect(findSheet(page).getByRole('button', { name: 'Manter' })).toBeFocused();
  await expectNoViolations(page);
  await findSheet(page).getByRole('button', { name: 'Cancelar mensagem' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/agendados/'));
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(page.getByText('De volta. Fica pronta amanhã, 15:00.')).toBeVisible();
});

test('the composer knows of the silence after a reload, and an open sheet offers to send when the silence ends', {
  tag: '@long',
}, async ({ page, context, product }) => {
  const opened = await stubWhatsApp(context);
  await product.at('2026-11-23T07:59:00-03:00');
  await asSeller(context, PAULISTA, '2222');
  const { name } = await pressSuggestion(page, 3);
  await expect(findSheet(page).getByRole('heading', { name: 'Agora é Horário de Silêncio' })).toBeVisible();
  await openAndListen(page, () => page.reload());
  await expect(findSheet(page)).toHaveCount(0);
  const minute = page.getByRole('button', { name: /^Deixar pronta para hoje, \d\d:\d\d$/ });
  await expect(minute).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enviar no WhatsApp' })).toHaveCount(0);
  await checkBothSizes(page, async ({ width }) => {
    await expect(minute).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `holds-known-${width}`);
  });
  const label = (await minute.textContent()) ?? '';
  await send(page);
  await expect(findSheet(page).getByRole('button', { name: label })).toBeVisible();

  await product.at('2026-11-23T08:00:00-03:00');
  await expect(findSheet(page).getByRole('heading', { name: 'O silêncio terminou' })).toBeVisible();
  await expect(findSheet(page)).toContainText(`Já dá para falar com ${takeFirstName(name)}.`);
  const go = findSheet(page).getByRole('button', { name: 'Enviar no WhatsApp' });
  await expect(go).toBeFocused();
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `holds-over-${width}`);
  });
  await go.click();
  await returnFromWhatsApp(page);
  expect(opened).toHaveLength(1);
  await answerNotSent(page);
});

test('when quiet hours begin while a text is being written, the seller can hold it instead of sending', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at('2026-11-22T19:59:00-03:00');
  await asSeller(context, PAULISTA, '2222');
  const listening = page.waitForResponse(/\/api\/v1\/live/);
  await openSuggestion(page, 3);
  await listening;
  await findMessage(page).fill('Quase lá.');
  await product.at('2026-11-22T20:00:00-03:00');
  await expect(page.getByText('Começou o Horário de Silêncio. Seu texto está guardado.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enviar no WhatsApp' })).toHaveCount(0);
  await expect(findMessage(page)).toHaveValue('Quase lá.');
  await expectNoViolations(page);
  await takePicture(page, 'holds-turned-390');
  await page.getByRole('button', { name: /^Deixar pronta para amanhã, \d\d:\d\d$/ }).click();
  await expect(page.getByText(/^Pronta para amanhã,\s\d\d:\d\d\./)).toBeVisible();
});

test('the hour that a customer prefers is saved, and a held message waits for it (H7)', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '2222');
  await openProfileMessage(page, 1);
  await page.goBack();
  await page.getByRole('button', { name: 'Alterar a hora preferida' }).click();
  await findSheet(page).getByLabel('A partir de').fill('14h');
  await expectNoViolations(page);
  await takePicture(page, 'holds-hour-390');
  await findSheet(page).getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('Anotado.')).toBeVisible();
  await expect(page.getByText('Melhor a partir de 14:00')).toBeVisible();
  await page.getByRole('link', { name: 'Conversar no WhatsApp' }).click();
  await findMessage(page).fill('Oi!');
  await send(page);
  await expect(findSheet(page).getByRole('button', { name: /^Deixar pronta para amanhã, 14:\d\d$/ })).toBeVisible();
});

test('after ten contacts in ten minutes a pause is proposed, and the seller may send all the same (D7, P1)', {
  tag: '@long',
}, async ({ page, context, product }) => {
  const opened = await stubWhatsApp(context);
  await product.at('2026-11-24T11:00:00-03:00');
  await asSeller(context, ADRIANOPOLIS, '2222');
  const list = await context.request.get('/api/v1/customers?portfolio=mine&limit=60');
  const { items }: { items: { id: string; permission: string; optedOut: boolean; reachable: boolean }[] } =
    await list.json();
  const willing = items.filter((each) => each.permission === 'granted' && !each.optedOut && each.reachable);
  for (const { id } of willing.slice(-10)) {
    const answer = await context.request.post('/api/v1/attempts', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: { customerId: id, origin: 'profile', text: 'Oi!' },
    });
    expect(answer.status()).toBe(201);
  }
  await openProfileMessage(page);
  await findMessage(page).fill('Oi!');
  await send(page);
  await expect(findSheet(page)).toContainText('Foram 10 contatos em 10 min. Um respiro evita parecer spam.');
  await expect(findSheet(page).getByRole('button', { name: 'Esperar' })).toBeFocused();
  await expectNoViolations(page);
  await takePicture(page, 'holds-pace-390');
  await findSheet(page).getByRole('button', { name: 'Esperar' }).click();
  expect(opened).toEqual([]);
  await send(page);
  await findSheet(page).getByRole('button', { name: 'Enviar mesmo assim' }).click();
  await returnFromWhatsApp(page);
  expect(opened.length).toBe(1);
});

test('one tap on a suggested time holds the message for that time', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await openSuggestion(page, 2);
  await send(page);
  await findSheet(page).getByRole('button', { name: 'Outro horário' }).click();
  await findSheet(page).getByLabel('Horário').fill('9:00');
  await findSheet(page).getByRole('button', { name: 'Usar amanhã, 10:00' }).click();
  await expect(page.getByText('Pronta para amanhã, 10:00.')).toBeVisible();
});
