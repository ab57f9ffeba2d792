/** "Enviar uma a uma": a seller sends the ready messages one after the other, and stops at any time. */
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  tabTo,
  tabToVisibly,
  takePicture,
  test,
} from './kit/journey.ts';
import {
  answerNotSent,
  findMessage,
  findSendButton,
  findSheet,
  holdByApi,
  PAULISTA,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
} from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';
/** By this time all three messages are ready. */
const AFTERNOON = '2026-11-23T13:30:00-03:00';

const findBar = (page: Page) => page.getByRole('region', { name: 'Enviar uma a uma' });
const findStart = (page: Page) => page.getByRole('button', { name: 'Enviar uma a uma' });

test('three ready messages are sent one after the other', async ({ page, context, product }) => {
  const opened = await stubWhatsApp(context);
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  for (let n = 0; n < 3; n++) await holdByApi(context.request);
  await product.at(AFTERNOON);
  await page.goto('/');
  await expect(findStart(page)).toBeVisible();
  await checkBothSizes(page, async ({ width }) => {
    await expect(findStart(page)).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `run-list-${width}`);
  });
  await findStart(page).click();
  for (const place of [1, 2, 3]) {
    await expect(findBar(page)).toContainText(`${place} de 3`);
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeFocused();
    const text = await findMessage(page).inputValue();
    if (place === 2) {
      await checkBothSizes(page, async ({ width }) => {
        await expect(findBar(page)).toContainText('2 de 3');
        await expectNoViolations(page);
        await takePicture(page, `run-second-${width}`);
      });
    }
    await send(page);
    await returnFromWhatsApp(page);
    // The sheet shows what the seller wrote while it asks what came of it.
    await expect(findSheet(page).getByRole('heading', { name: 'Você enviou?' })).toBeVisible();
    await expect(findSheet(page)).toContainText(text);
    await expect(findSheet(page)).toContainText(`${place} de 3`);
    if (place === 1) {
      await checkBothSizes(page, async ({ width }) => {
        await expectNoViolations(page);
        await takePicture(page, `run-asked-${width}`);
      });
    }
    await findSheet(page).getByRole('button', { name: 'Enviei', exact: true }).click();
  }
  await expect(page.getByText('Pronto: você passou por todas.')).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('list', { name: 'Para enviar agora' })).toHaveCount(0);
  expect(opened).toHaveLength(3);
});

test('by keys alone a seller goes to the next message or stops, and the messages not sent stay ready', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  for (let n = 0; n < 3; n++) await holdByApi(context.request);
  await product.at(AFTERNOON);
  await page.goto('/');
  await tabTo(page, findStart(page), 'Enter');
  await expect(findBar(page)).toContainText('1 de 3');
  await expect(page.locator('[role=status][aria-live=polite]').filter({ hasText: /^1 de 3: / })).toHaveCount(1);
  await tabTo(page, findBar(page).getByRole('button', { name: 'Próxima' }), 'Enter');
  await expect(findBar(page)).toContainText('2 de 3');
  await page.reload();
  await expect(findBar(page)).toContainText('2 de 3');
  await tabTo(page, findBar(page).getByRole('button', { name: 'Parar' }), 'Enter');
  await expect(page.getByRole('list', { name: 'Para enviar agora' }).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('list', { name: 'Para enviar agora' }).getByRole('link').nth(1).click();
  await expect(findMessage(page)).toBeVisible();
  await expect(findBar(page)).toHaveCount(0);
});

test('by keys alone at a desk a seller sends, returns, answers and goes on, and the focus is visible at each step', {
  tag: '@long',
}, async ({ page, context, product }) => {
  const opened = await stubWhatsApp(context);
  await page.setViewportSize(DESK);
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  for (let n = 0; n < 3; n++) await holdByApi(context.request);
  await product.at(AFTERNOON);
  await page.goto('/');
  await tabToVisibly(page, findStart(page), 'Enter');
  for (const place of [1, 2, 3]) {
    await expect(findBar(page)).toContainText(`${place} de 3`);
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeFocused();
    if (place === 2) {
      await tabToVisibly(page, findBar(page).getByRole('button', { name: 'Próxima' }), 'Enter');
      continue;
    }
    await tabToVisibly(page, findSendButton(page), 'Enter');
    await returnFromWhatsApp(page);
    await expect(findSheet(page).getByRole('heading', { name: 'Você enviou?' })).toBeVisible();
    await expect(findSheet(page).locator(':focus'), 'the focus is in the sheet').toHaveCount(1);
    const sent = findSheet(page).getByRole('button', { name: 'Enviei', exact: true });
    if (place === 1) await takePicture(page, 'run-keys-1280');
    await tabToVisibly(page, sent, 'Enter');
  }
  await expect(page.getByText('Pronto: você passou por todas.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Boa tarde, Ana' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Para enviar agora' }).getByRole('listitem')).toHaveCount(1);
  expect(opened).toHaveLength(2);
});

test('D14: a message that was not sent says so, leads to the next one and can be written again', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await stubWhatsApp(context);
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  for (let n = 0; n < 2; n++) await holdByApi(context.request);
  await product.at(AFTERNOON);
  await page.goto('/');
  await findStart(page).click();
  const text = await findMessage(page).inputValue();
  const story = page.url();
  await send(page);
  await returnFromWhatsApp(page);
  await answerNotSent(page);

  await expect(page.getByText('Não enviada. Não contamos como contato.')).toBeVisible();
  await expect(page.getByText(/cancelada/i)).toHaveCount(0);
  const next = page.getByRole('link', { name: 'Próxima: 2 de 2' });
  await expect(next).toBeVisible();
  await expect(findBar(page).getByRole('button', { name: 'Próxima' })).toHaveCount(0);
  await checkBothSizes(page, async ({ width }) => {
    await expect(next).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `run-not-sent-${width}`);
  });
  await next.click();
  await expect(findBar(page)).toContainText('2 de 2');

  await page.goto('/agendados');
  const ended = page.getByRole('list', { name: 'Encerradas nos últimos 7 dias' });
  await expect(ended).toContainText('Não enviada. Não contamos como contato.');
  await expect(ended).not.toContainText(/cancelada/i);
  await takePicture(page, 'holds-not-sent-390');
  await page.goto(story);
  await page.getByRole('link', { name: 'Escrever de novo' }).click();
  await expect(page).toHaveURL(/\/sugestao\//);
  await expect(findMessage(page)).toHaveValue(text);
});
