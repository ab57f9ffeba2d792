/** A toast never covers the row, the time or the button that it speaks of. The kit asserts the same for the focus in every journey. */
import type { Locator } from '@playwright/test';
import { asSeller, DESK, expect, type Page, PHONE, signIn, takePicture, test } from './kit/journey.ts';
import {
  answerNotSent,
  findHeldLink,
  findSendButton,
  findSheet,
  holdSuggestion,
  openHeld,
  openSuggestion,
  PAULISTA,
  returnFromWhatsApp,
  send,
  stubWhatsApp,
  takeFirstName,
} from './kit/seller.ts';

const NIGHT = '2026-11-22T22:14:00-03:00';
const DAY = '2026-11-23T15:00:00-03:00';

const findToast = (page: Page) => page.locator('[role=status] > [data-tone]');

/** Asserts that the toast is whole on the screen and covers none of the elements `spokenOf`. */
async function expectClear(page: Page, said: string | RegExp, ...spokenOf: Locator[]): Promise<void> {
  await expect(findToast(page)).toContainText(said);
  await expect(findToast(page)).toBeInViewport({ ratio: 1 });
  for (const each of spokenOf) {
    await expect(each).toBeVisible();
    // The page may still scroll to the focus that returns from a closed sheet.
    await expect(async () => {
      const [over, under] = [await findToast(page).boundingBox(), await each.boundingBox()];
      if (over === null || under === null) throw new Error('the toast or what it speaks of has no place');
      const isBeside = under.x + under.width <= over.x || under.x >= over.x + over.width;
      const isApart = under.y + under.height <= over.y + 1 || under.y >= over.y + over.height - 1;
      expect(isBeside || isApart, `${JSON.stringify(under)} lies under ${JSON.stringify(over)}`).toBe(true);
    }).toPass({ timeout: 5_000 });
  }
}

for (const viewport of [PHONE, DESK]) {
  test(`a toast of a seller covers nothing that it speaks of, at ${viewport.width}`, {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await stubWhatsApp(context);
    await page.setViewportSize(viewport);
    await product.at(NIGHT);
    await asSeller(context, PAULISTA, '2222');
    // The toast appears where the lowest card of a phone is.
    const { name, time } = await holdSuggestion(page, 4);
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    await expectClear(page, `Pronta para amanhã, ${time}.`, row);
    await takePicture(page, `toast-held-${viewport.width}`);

    await openHeld(page, name);
    await page.getByRole('button', { name: 'Outro horário', exact: true }).click();
    await findSheet(page).getByLabel('Horário').fill('16:10');
    await page.keyboard.press('Enter');
    const change = page.getByRole('button', { name: 'Outro horário', exact: true });
    await expectClear(
      page,
      'Agora fica pronta amanhã, 16:10.',
      page.getByText('Pronta para amanhã, 16:10').last(),
      change,
    );
    await takePicture(page, `toast-retimed-${viewport.width}`);
    await page.getByRole('button', { name: 'Cancelar mensagem' }).click();
    await findSheet(page).getByRole('button', { name: 'Cancelar mensagem' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/agendados/'));
    await expectClear(page, `Mensagem para ${takeFirstName(name)} cancelada.`);
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await expectClear(page, 'De volta. Fica pronta amanhã, 16:10.', findHeldLink(page, name));

    await page.goto('/carteira');
    await page.getByRole('list', { name: 'Carteira' }).getByRole('link').first().click();
    const hour = page.getByRole('button', { name: /^Alterar/ });
    await hour.click();
    await findSheet(page).getByLabel('A partir de').fill('13h');
    await page.keyboard.press('Enter');
    await expectClear(page, /\S/, page.getByText('Melhor a partir de 13:00'), hour);

    await product.at(DAY);
    await openSuggestion(page, 4);
    await send(page);
    await returnFromWhatsApp(page);
    await answerNotSent(page);
    await expectClear(page, 'Tudo bem', findSendButton(page));
    const put = await openSuggestion(page, 4);
    await page.getByRole('button', { name: 'Agora não' }).click();
    await expectClear(page, `${takeFirstName(put)} volta amanhã.`);
    await takePicture(page, `toast-aside-${viewport.width}`);
  });

  test(`a toast of support covers nothing that it speaks of, at ${viewport.width}`, {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await page.setViewportSize(viewport);
    await product.at('2026-11-22T10:30:00-03:00');
    await signIn(context, 'suporte@oto.example');
    await page.goto('/suporte/aurora');
    const bar = page.getByRole('group', { name: 'Publicar' });
    const dialog = page.getByRole('dialog');
    for (const [way, said, then] of [
      ['Suspender', /Suspens/i, 'Retomar'],
      ['Retomar', 'Silêncio retomado.', 'Suspender'],
    ] as const) {
      await page.getByRole('button', { name: way }).click();
      await dialog.getByLabel('Motivo').fill('Inventário');
      await dialog.getByRole('button', { name: way }).click();
      await expect(dialog).toHaveCount(0);
      await expectClear(page, said, page.getByRole('button', { name: then }), bar);
      await takePicture(page, `toast-${then}-${viewport.width}`);
    }

    await page.getByRole('button', { name: 'Conferir' }).click();
    await page.getByRole('button', { name: 'Separar por dias da semana' }).click();
    await page.getByRole('button', { name: 'Incluir regra' }).click();
    await page.getByRole('button', { name: 'Incluir Natal' }).click();
    for (const name of ['Tirar a regra 2', 'Tirar 25 dez 2026, Natal'] as const) {
      const remove = page.getByRole('button', { name });
      await remove.click();
      await expectClear(page, /retirada\./, bar);
      await takePicture(page, `toast-removed-${viewport.width}`);
      await page.getByRole('button', { name: 'Desfazer' }).click();
      await expect(remove).toBeVisible();
    }
  });
}
