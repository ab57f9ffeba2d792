/** A store where somebody guesses PINs: people choose their name first, a paused PIN is unlocked, and the manager is told. */
import { DESK, expect, expectNoViolations, PHONE, signIn, takePicture, test } from './kit/journey.ts';

const MORNING = '2026-11-22T10:30:00-03:00';
const STORE = 'bosque@aurora.example';

test('in a store where PINs are guessed, people choose their name first, a paused PIN is unlocked, and the manager is told', {
  tag: '@long',
}, async ({ page, context, product }) => {
  test.setTimeout(120_000);
  await product.at(MORNING);
  await signIn(context, STORE);
  // A colleague guesses on new devices until the store asks for names.
  let answer = 0;
  for (let device = 0; device < 10 && answer !== 409; device++) {
    const other = await page.context().browser()?.newContext({ baseURL: product.base });
    if (!other) throw new Error('There is no browser');
    await signIn(other, STORE);
    for (let n = 0; n < 5 && answer !== 409; n++) {
      answer = (await other.request.post('/api/v1/session/pin', { data: { pin: `70${device}${n}31` } })).status();
    }
    await other.close();
  }
  expect(answer).toBe(409);

  for (const [name, size] of [
    ['phone', PHONE],
    ['desk', DESK],
  ] as const) {
    await page.setViewportSize(size);
    await page.goto('/');
    await expect(page.getByText(/cada pessoa escolhe o nome antes do PIN/)).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, `pin-name-needed-${name}`);
  }

  await page.setViewportSize(PHONE);
  const { people } = await (await context.request.get('/api/v1/session')).json();
  const seller = people.find(({ role }: { role: string }) => role === 'seller');
  const manager = people.find(({ role }: { role: string }) => role === 'store_manager');
  for (let n = 0; n < 5; n++) {
    await context.request.post('/api/v1/session/pin', { data: { pin: '4826', personId: seller.id } });
  }
  await page.reload();
  await page.getByRole('button', { name: seller.name }).click();
  await page.getByRole('button', { name: 'A gerência libera aqui' }).click();
  await expect(page.getByLabel('PIN da gerência')).toBeFocused();
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Pronto\. .* pode tentar de novo\./)).toBeVisible();

  await page.getByRole('button', { name: 'Não é você?' }).click();
  await page.getByRole('button', { name: manager.name }).click();
  await expect(page.getByLabel('Seu PIN')).toBeFocused();
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Alguém pode estar tentando adivinhar PINs/)).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'pin-guessing-phone');
  await page.setViewportSize(DESK);
  await takePicture(page, 'pin-guessing-desk');
});
