/** At dusk a seller and the store's manager see the coming day minute by minute, and thin it out with one tap. */
import { asSeller, DESK, expect, expectNoViolations, PHONE, takePicture, test } from './kit/journey.ts';
import { holdSuggestion, PAULISTA } from './kit/seller.ts';

/** Sunday; the store opens on Monday at 10:00. */
const NIGHT = '2026-11-22T22:14:00-03:00';

test('the coming day shows what becomes ready when and for whom, and its last messages are left for later and brought back', async ({
  page,
  context,
  browser,
  product,
}) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  const held = [await holdSuggestion(page, 2), await holdSuggestion(page, 1), await holdSuggestion(page, 0)];
  await asSeller(context, PAULISTA, '2222');
  const brunos = await holdSuggestion(page, 0);

  await asSeller(context, PAULISTA, '1111');
  await page.setViewportSize(PHONE);
  await page.goto('/agendados');
  const ahead = page.getByRole('region', { name: 'Como será amanhã' });
  await expect(ahead).toContainText('3 mensagens ficam prontas entre');
  await ahead.getByRole('button', { name: 'Ver o dia' }).click();
  const rows = ahead.getByRole('row');
  for (const { name, time } of held) await expect(rows.filter({ hasText: name })).toContainText(time);
  await expect(ahead).not.toContainText(brunos.name);
  await expectNoViolations(page);
  await takePicture(page, 'day-ahead-seller-390', { whole: true });

  const desk = await browser.newContext({ baseURL: product.base, viewport: DESK, reducedMotion: 'reduce' });
  await asSeller(desk, PAULISTA, '9999');
  const screen = await desk.newPage();
  await screen.goto('/agendados');
  const day = screen.getByRole('region', { name: 'Como será amanhã' });
  await expect(day).toContainText('4 mensagens ficam prontas');
  await day.getByRole('button', { name: 'Ver o dia' }).click();
  await expect(day.getByRole('listitem').filter({ hasText: 'Ana Lima' })).toContainText('3 mensagens ficam prontas');
  await expect(day.getByRole('row').filter({ hasText: brunos.name })).toContainText('Bruno Reis');
  await expectNoViolations(screen);
  await takePicture(screen, 'day-ahead-manager-1280', { whole: true });
  await day.getByRole('button', { name: 'Deixar as 2 últimas para depois' }).click();
  await expect(screen.getByText(/^2 mensagens ficaram para depois, a partir de terça/)).toBeVisible();
  await expect(day).toContainText('2 mensagens ficam prontas');
  await screen.getByRole('button', { name: 'Desfazer' }).click();
  await expect(screen.getByText('Desfeito: voltaram para a hora de antes.')).toBeVisible();
  await expect(day).toContainText('4 mensagens ficam prontas');
  await desk.close();
});
