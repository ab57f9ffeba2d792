/** The demo's bar: it signs people in, moves the clock, and leads to the first refusal in three taps. */
import type { Locator } from '@playwright/test';
import { asSeller, checkBothSizes, DESK, expect, expectNoViolations, PHONE, takePicture, test } from './kit/journey.ts';
import { holdByApi, PAULISTA } from './kit/seller.ts';

test('three taps on visible buttons lead from the opened page to the first refusal', async ({ page, product }) => {
  await product.at('2026-11-23T15:00:00-03:00');
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: 'Demonstração' });
  const tap = async (target: Locator) => {
    await checkBothSizes(page, () => expect(target).toBeInViewport({ ratio: 0.98 }));
    await target.click();
  };
  await checkBothSizes(page, async ({ width }) => {
    await expect(bar.getByRole('listitem')).toHaveCount(3);
    await expectNoViolations(page);
    await takePicture(page, `demo-sign-in-${width}`);
  });
  await tap(bar.getByRole('button', { name: /^Ana/ }));
  await expect(page.getByRole('heading', { name: 'Boa tarde, Ana' })).toBeVisible();
  await tap(bar.getByRole('button', { name: '21:00' }));
  await expect(page.getByText('Horário de Silêncio até amanhã, 08:00')).toBeVisible();
  await tap(page.getByRole('list', { name: 'Sugestões' }).getByRole('link').first());
  await expect(page.getByRole('dialog', { name: 'Agora é Horário de Silêncio' })).toBeVisible();
  await takePicture(page, 'demo-refused-390');
});

test('the bar changes from person to person, is hidden by one tap and shown again by another', {
  tag: '@long',
}, async ({ page, product }) => {
  await product.at('2026-11-23T15:00:00-03:00');
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: 'Demonstração' });
  await bar.getByRole('button', { name: /^Sofia/ }).click();
  await expect(page).toHaveURL(/\/suporte$/);
  await bar.getByRole('button', { name: /^Sofia: entrar/ }).click();
  await bar.getByRole('button', { name: /^Gabriela/ }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/suporte/);

  await bar.getByRole('button', { name: 'Esconder a barra da demonstração' }).click();
  await expect(bar).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Mostrar a barra da demonstração' }).click();
  await expect(bar).toBeVisible();
});

test('any day and time can be chosen, and a time that the clock skips is refused with a sentence', {
  tag: '@long',
}, async ({ page, product }) => {
  await product.at('2026-11-23T15:00:00-03:00');
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: 'Demonstração' });
  await bar.getByRole('button', { name: /Outro horário/ }).click();
  await bar.getByLabel('Dia').fill('2026-11-25');
  await bar.getByLabel('Hora').fill('07:15');
  await bar.getByRole('button', { name: 'Ir para este horário' }).click();
  await expect(bar.getByRole('button', { name: /qua 07:1[56]/ })).toBeVisible();

  await bar.getByRole('button', { name: /Outro horário/ }).click();
  await bar.getByLabel('Dia').fill('2018-11-04');
  await bar.getByLabel('Hora').fill('00:30');
  await bar.getByRole('button', { name: 'Ir para este horário' }).click();
  await expect(bar.getByRole('alert')).toContainText('pula esse horário');
});

test('at 390 px every button of the bar is reached by taps, and the bar scrolls back to its start after a time was chosen', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at('2026-11-28T15:00:00-03:00');
  await page.setViewportSize(PHONE);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: 'Demonstração' });
  const first = bar.getByRole('button', { name: /^Ana: entrar/ });
  const last = bar.getByRole('button', { name: 'O que tentar' });
  await expect(bar.getByRole('button', { name: '21:00' })).toBeInViewport({ ratio: 1 });
  await expect(last).not.toBeInViewport({ ratio: 0.98 });
  await expect(bar.getByText('›')).toBeVisible();
  await takePicture(page, 'demo-bar-390');
  await bar.getByText('›').click();
  await expect(last).toBeInViewport({ ratio: 0.98 });
  await takePicture(page, 'demo-bar-scrolled-390');
  await bar.getByText('‹').click();
  await expect(first).toBeInViewport({ ratio: 1 });

  await bar.getByRole('button', { name: /Outro horário/ }).click();
  await expect(bar.getByRole('button', { name: 'Ir para este horário' })).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page);
  await takePicture(page, 'demo-bar-time-390');
  await bar.getByLabel('Hora').fill('18:30');
  await bar.getByRole('button', { name: 'Ir para este horário' }).click();
  await expect(bar.getByRole('button', { name: /sáb 18:3[01]/ })).toBeInViewport({ ratio: 1 });
  await expect(first).toBeInViewport({ ratio: 1 });
});

test('a message held on a Saturday night is ready at the time to which the bar leads', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at('2026-11-28T21:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  await holdByApi(context.request);
  await page.setViewportSize(DESK);
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: 'Demonstração' });
  await bar.getByRole('button', { name: 'O que tentar' }).click();
  await expect(bar.getByRole('listitem').nth(1)).toContainText('vá para amanhã 14:10');
  await bar.getByRole('button', { name: 'amanhã 14:10', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Para enviar agora' }).getByRole('listitem')).toHaveCount(1);
});
