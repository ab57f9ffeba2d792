/** Held messages by touch and by keys, in large text, in other languages, without a network, and refused a second time. */
import { asSeller, DESK, expect, expectNoViolations, listTooSmall, takePicture, test } from './kit/journey.ts';
import {
  findHeldLink,
  findMessage,
  findSheet,
  holdByApi,
  holdSuggestion,
  openHeld,
  PAULISTA,
  send,
} from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';

test('a message sent early in quiet hours is refused, can be held again, and its new minute is shown', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { name } = await holdSuggestion(page, 0);
  await openHeld(page, name);
  await page.getByRole('button', { name: 'Enviar antes da hora' }).click();
  await expect(findMessage(page)).toBeFocused();
  const wait = page.getByRole('button', { name: 'Esperar a hora marcada' });
  await wait.click();
  await expect(page.getByRole('button', { name: 'Enviar no WhatsApp' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Enviar antes da hora' })).toBeFocused();
  await page.getByRole('button', { name: 'Enviar antes da hora' }).click();
  await findMessage(page).fill('Um texto melhor.');
  await send(page);
  await expect(findSheet(page).getByRole('heading', { name: 'Agora é Horário de Silêncio' })).toBeVisible();
  await findSheet(page)
    .getByRole('button', { name: /^Deixar pronta para amanhã/ })
    .click();
  await expect(page.getByText(/^Agora fica pronta amanhã,\s\d\d:\d\d\.$/)).toBeVisible();
  await expect(page).toHaveURL(/\/agendados$/);
  await findHeldLink(page, name).click();
  await expect(findMessage(page)).toHaveValue('Um texto melhor.');
});

test('every button and link of Agendados is at least 44 px high, and text at 200 % is cut nowhere', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { name } = await holdSuggestion(page, 1);
  for (const open of [() => page.goto('/agendados'), () => findHeldLink(page, name).click()]) {
    await open();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await listTooSmall(page), page.url()).toEqual([]);
  }
  await page.getByRole('button', { name: 'Outro horário', exact: true }).click();
  expect(await listTooSmall(page), 'another time').toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect(findSheet(page).getByRole('button', { name: 'Voltar' })).toBeInViewport({ ratio: 1 });
  await findSheet(page).getByRole('button', { name: '18:00' }).scrollIntoViewIfNeeded();
  await expect(findSheet(page).getByRole('button', { name: '18:00' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.keyboard.press('Escape');
  await page.goto('/agendados');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await takePicture(page, 'holds-large-390');
});

test('by keys alone a held message is opened and moved to another time, and the focus returns to the button', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '2222');
  const { name } = await holdSuggestion(page, 0);
  await page.setViewportSize(DESK);
  await page.goto('/agendados');
  await findHeldLink(page, name).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  const another = page.getByRole('button', { name: 'Outro horário', exact: true });
  await another.focus();
  await page.keyboard.press('Enter');
  await findSheet(page).getByLabel('amanhã').focus();
  await page.keyboard.press('ArrowRight');
  await expect(findSheet(page).getByLabel('terça')).toBeChecked();
  await findSheet(page).getByLabel('Horário').focus();
  await page.keyboard.type('11:20');
  await findSheet(page).getByRole('button', { name: 'Mudar para terça, 11:20' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Agora fica pronta terça, 11:20.')).toBeVisible();
  await expect(another).toBeFocused();
  await expectNoViolations(page);
  await takePicture(page, 'holds-one-1280');
});

test('a message opened before its code has loaded takes the focus when it is shown', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '2222');
  const { name } = await holdByApi(context.request);
  await page.setViewportSize(DESK);
  const gate = Promise.withResolvers<void>();
  await context.route(/\/hold-screen-/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto('/agendados');
  await findHeldLink(page, name).press('Enter');
  await page.waitForURL(/\/agendados\/.+/);
  await expect(page.getByRole('heading', { level: 1, name })).toHaveCount(0);
  gate.resolve();
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
});

for (const [locale, leave, list] of [
  ['en-US', /^Have it ready tomorrow, \d\d:\d\d$/, 'Scheduled'],
  ['es-MX', /^Dejar listo para mañana, \d\d:\d\d$/, 'Programados'],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test('the refusal and the list of held messages speak the reader’s language', {
      tag: '@long',
    }, async ({ page, context, product }) => {
      await product.at(NIGHT);
      await asSeller(context, PAULISTA, '2222');
      await page.goto('/');
      await page.locator('a[href^="/sugestao/"]').nth(2).click();
      await takePicture(page, `holds-refused-${locale}-390`);
      await findSheet(page).getByRole('button', { name: leave }).click();
      await page.getByRole('link', { name: new RegExp(`^${list}`) }).click();
      await expect(page.getByRole('heading', { level: 1, name: list })).toBeVisible();
      await expect(page.getByText(/Horário|Silêncio|Agendados|Pronta|amanhã/)).toHaveCount(0);
      await expectNoViolations(page);
      await takePicture(page, `holds-list-${locale}-390`);
    });
  });
}

test('without a network a held message stays readable, and a change that was not saved is told', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const { name } = await holdSuggestion(page, 3);
  await page.getByRole('link', { name: /^Agendados/ }).click();
  await findHeldLink(page, name).click();
  await findMessage(page).fill('Escrito sem rede.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Guardar texto' }).click();
  await expect(page.getByText('Não deu para anotar agora. Tente de novo.')).toBeVisible();
  await expect(findMessage(page)).toHaveValue('Escrito sem rede.');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Guardar texto' }).click();
  await expect(page.getByText('Texto guardado.')).toBeVisible();
});
