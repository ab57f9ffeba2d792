/** What a campaign will be, day by day: a manager sees that it does not fit, and changes the draft with one tap before saving. */
import { DESK, expect, expectNoViolations, type Page, PHONE, signIn, takePicture, test } from './kit/journey.ts';

/** Monday, 09:30 in São Paulo: half an hour before the stores open. */
const MORNING = '2026-11-23T09:30:00-03:00';

async function writeDraft(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Campanhas', exact: true }).click();
  await page.getByRole('link', { name: 'Nova campanha' }).first().click();
  await page.getByRole('button', { name: 'Coleção nova' }).click();
  await page.getByLabel('Primeiro dia').fill('2026-11-23');
  await page.getByLabel('Último dia').fill('2026-11-24');
  await page.getByLabel('Por pessoa e dia, no máximo').fill('1');
  await page.getByRole('button', { name: 'Ver como será' }).click();
  await expect(page.getByText(/clientes? no período/)).toBeVisible();
}

test('a campaign that does not fit is thinned out before it is saved, with one tap that can be taken back', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(MORNING);
  await page.setViewportSize(DESK);
  await signIn(context, 'gestao@aurora.example');
  await writeDraft(page);
  await expect(page.getByText(/não cabem? no período/)).toBeVisible();
  const fix = page.getByRole('button', { name: /por vendedor ao dia nesta campanha/ });
  await expect(fix).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'campaign-rehearsal-1280', { whole: true });

  await fix.click();
  await expect(page.getByText(/não cabem? no período/)).toBeHidden();
  await expect(page.getByLabel('Por pessoa e dia, no máximo')).not.toHaveValue('1');
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(page.getByLabel('Por pessoa e dia, no máximo')).toHaveValue('1');
  await expect(page.getByText(/não cabem? no período/)).toBeVisible();
  await page.getByRole('button', { name: 'Salvar rascunho' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Coleção nova' })).toBeVisible();
});

test('on a phone the days are chosen by keys, in three languages and at night', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(MORNING);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(context, 'gestao@aurora.example');
  await writeDraft(page);
  const days = page.getByRole('group', { name: 'Dias da campanha' }).getByRole('button');
  await days.first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(days.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await page.getByText('Números por hora').click();
  await expectNoViolations(page);
  await takePicture(page, 'campaign-rehearsal-390', { whole: true });
});

test('support sees the coming 14 days beside the impact', { tag: '@long' }, async ({ page, context, product }) => {
  await product.at(MORNING);
  await page.setViewportSize(DESK);
  await signIn(context, 'suporte@oto.example');
  await page.goto('/suporte/aurora');
  await page.getByLabel('Início', { exact: true }).fill('17:00');
  await page.getByRole('button', { name: 'Conferir' }).click();
  await page.getByRole('button', { name: 'Ver os próximos dias' }).click();
  await expect(page.getByText(/para depois do silêncio|cairia no Horário de Silêncio/)).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'coming-days-1280', { whole: true });
});
