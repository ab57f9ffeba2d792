/** What may not go now is left ready, comes back at its minute, and is sent with one tap (H1–H7). */
import { asSeller, expect, expectNoViolations, type Page, shot, test } from './kit/journey.ts';
import {
  attempts,
  backFromWhatsApp,
  firstName,
  message,
  openSuggestion,
  PAULISTA,
  send,
  sheet,
  standInForWhatsApp,
} from './kit/seller.ts';

/** A Sunday night: Paulista opens on Monday at 10:00, the silence ends at 08:00. */
const NIGHT = '2026-11-22T22:14:00-03:00';

const held = (page: Page) => page.getByRole('list', { name: 'Esperando a hora' }).getByRole('listitem');
const ready = (page: Page) => page.getByRole('list', { name: 'Para enviar agora' }).getByRole('listitem');
const offer = (page: Page) => sheet(page).getByRole('button', { name: /^Deixar pronta para amanhã, \d\d:\d\d$/ });

/** Leaves the n-th suggestion ready; gives who it is for, and the promised time of tomorrow (`HH:mm`). */
async function leaveReady(page: Page, n: number, text?: string): Promise<{ name: string; time: string }> {
  const name = await openSuggestion(page, n);
  if (text !== undefined) await message(page).fill(text);
  await send(page);
  const time = /\d\d:\d\d$/.exec((await offer(page).textContent()) ?? '')?.[0] ?? '';
  await offer(page).click();
  await expect(page.getByText(`Pronta para amanhã, ${time}.`)).toBeVisible();
  return { name, time };
}

test('refused at night, left ready, ready at the promised minute, sent with one tap', async ({
  page,
  context,
  product,
}) => {
  const opened = await standInForWhatsApp(context);
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const name = await openSuggestion(page);
  await message(page).fill('Bom dia! Separei uma peça para você.');
  await send(page);
  await expect(sheet(page)).toContainText('A loja abre às 10:00. Você envia com um toque.');
  await expect(sheet(page).getByRole('button', { name: 'Voltar à lista' })).toBeFocused();
  await expectNoViolations(page);
  await shot(page, 'holds-refused-390');
  const time = /\d\d:\d\d$/.exec((await offer(page).textContent()) ?? '')?.[0] ?? '';
  await offer(page).click();
  await expect(page.getByText(`Pronta para amanhã, ${time}. Nós lembramos você, no horário da loja.`)).toBeVisible();
  await expect(page.getByText('Os contatos são distribuídos para não saírem todos juntos.')).toBeVisible();
  await expectNoViolations(page);
  await shot(page, 'holds-kept-390');

  const marked = page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').filter({ hasText: name });
  await expect(marked).toContainText(`Pronta para amanhã, ${time}`);
  await page.getByRole('link', { name: /^Agendados/ }).click();
  await expect(held(page)).toContainText([name]);
  await expect(held(page)).toContainText([`Pronta para amanhã, ${time}`]);
  await expectNoViolations(page);
  await shot(page, 'holds-list-390');

  await page.getByRole('link', { name: 'Hoje' }).click();
  await product.at(`2026-11-23T${time}:00-03:00`);
  await expect(ready(page)).toContainText([name]);
  await expect(page.getByText('Você tem 1 mensagem para enviar.')).toBeVisible();
  await expectNoViolations(page);
  await shot(page, 'holds-ready-390');
  await ready(page).getByRole('link').click();
  await expect(message(page)).toHaveValue('Bom dia! Separei uma peça para você.');
  await expectNoViolations(page);
  await shot(page, 'holds-send-390');
  await message(page).fill('Bom dia! Separei duas peças para você.');
  await send(page);
  await backFromWhatsApp(page);
  expect(opened[0]?.searchParams.get('text')).toBe('Bom dia! Separei duas peças para você.');
  await sheet(page).getByRole('button', { name: 'Enviei', exact: true }).click();
  await expect(page.getByText(`Anotado: contato com ${firstName(name)} feito.`)).toBeVisible();
  await expect(ready(page)).toHaveCount(0);
  const [last] = await attempts(context);
  expect(last).toMatchObject({ customerName: name, state: 'sent' });
});

test('undone at once, the text is where it was', async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { name } = await leaveReady(page, 1, 'Um texto que volta.');
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(page.getByText('Desfeito. Seu texto está guardado.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('texto guardado');
  await page.getByRole('link', { name: `Abrir a sugestão de ${name}` }).click();
  await expect(message(page)).toHaveValue('Um texto que volta.');
});
