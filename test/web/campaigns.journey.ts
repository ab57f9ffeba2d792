/** Campaigns: a brand manager begins with a ready-made one, sees whom it would reach, saves, starts, pauses and ends it. */
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
import { PAULISTA } from './kit/seller.ts';

/** Monday, 14:00 in São Paulo. */
const AFTERNOON = '2026-11-23T14:00:00-03:00';
const LATER = '2026-11-23T14:05:00-03:00';

async function openCampaigns(page: Page, size: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Campanhas', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Campanhas' })).toBeVisible();
  await expect(page.getByText(/^\d+ campanhas?$/)).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, `campaigns-${size}`, { whole: true });
}

test('at 1280 px a campaign is begun from a ready-made one, estimated, saved, started, paused and ended', async ({
  page,
  context,
  product,
}) => {
  await product.at(AFTERNOON);
  await page.setViewportSize(DESK);
  await signIn(context, 'gestao@aurora.example');
  await openCampaigns(page, '1280');
  await page.getByRole('link', { name: 'Nova campanha' }).first().click();
  await page.getByRole('button', { name: 'Depois da compra' }).click();
  const text = page.getByLabel('Texto da mensagem');
  await expect(text).toHaveValue(/\{ultimo_item\|sua compra\}/);
  await expect(page.getByText(/atendem? ao que você pediu/)).toBeVisible();
  await page.getByLabel('Nome', { exact: true }).fill('Pós-venda de dezembro');
  const filled = await text.inputValue();
  await text.fill('Oi, {apelido}!');
  await expect(page.getByText(/^Na posição 5: Não conhecemos \{apelido\}/)).toBeVisible();
  await expectNoViolations(page);

  // The page keeps what was written over a reload.
  await page.reload();
  await expect(page.getByText('Retomamos o que você tinha começado a escrever.')).toBeVisible();
  await expect(text).toHaveValue('Oi, {apelido}!');
  // A draft is saved whatever it lacks, and its page says what starting would refuse.
  await page.getByRole('button', { name: 'Salvar rascunho' }).click();
  await expect(page.getByRole('heading', { name: 'Falta 1 ajuste para colocar no ar' })).toBeVisible();
  await expect(page.getByText(/^Texto: Na posição 5: Não conhecemos \{apelido\}/)).toBeVisible();
  await page.getByRole('button', { name: 'Colocar no ar' }).click();
  await expect(page.getByText('Falta pouco para começar')).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'campaign-to-mend-1280', { whole: true });
  await page.getByRole('link', { name: 'Editar' }).click();
  await expect(page.getByText(/^Na posição 5: Não conhecemos \{apelido\}/).first()).toBeVisible();
  await text.fill(filled);
  await page.getByLabel('No mínimo', { exact: true }).fill('0');
  await page.getByLabel('No máximo', { exact: true }).fill('365');
  await expect(page.getByRole('listitem').filter({ hasText: /^Para / })).toHaveCount(3);
  await takePicture(page, 'campaign-form-1280', { whole: true });
  await page.getByRole('button', { name: 'Salvar rascunho' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Pós-venda de dezembro' })).toBeVisible();
  await expect(page.getByText(/^Rascunho salvo\. Hoje, /)).toBeVisible();
  await expect(page.getByText('rascunho', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Colocar no ar' }).click();
  await expect(page.getByText('no ar', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'campaign-1280', { whole: true });
  await page.getByRole('button', { name: 'Pausar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pausar' }).click();
  await expect(page.getByText('em pausa', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Encerrar' }).click();
  await expectNoViolations(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Encerrar' }).click();
  await expect(page.getByText('encerrada', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retomar' })).toHaveCount(0);
});

test('at 390 px a campaign that could reach nobody is refused with the reason, and one that is too large starts in part', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(AFTERNOON);
  await page.setViewportSize(PHONE);
  await signIn(context, 'gestao@aurora.example');
  await openCampaigns(page, '390');
  await page.getByRole('link', { name: 'Nova campanha' }).first().click();
  await page.getByRole('button', { name: 'Coleção nova' }).click();
  await page.getByLabel('Permissão').selectOption('unknown');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Salvar rascunho' }).click();
  await page.getByRole('button', { name: 'Colocar no ar' }).click();
  await expect(page.getByText(/não recebe sugestões\. Troque o filtro de permissão/)).toBeVisible();
  await takePicture(page, 'campaign-refused-390', { whole: true });

  await page.getByRole('link', { name: 'Editar' }).click();
  await page.getByLabel('Permissão').selectOption('');
  await page.getByLabel('Por pessoa e dia, no máximo').fill('1');
  await page.getByLabel('Primeiro dia').fill('2026-11-23');
  await page.getByLabel('Último dia').fill('2026-11-23');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await page.getByRole('button', { name: 'Colocar no ar' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: 'É gente demais para o período' })).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'campaign-partial-390');
  await sheet.getByRole('button', { name: 'Começar mesmo assim' }).click();
  await expect(page.getByText('no ar', { exact: true })).toBeVisible();
});

test('a ready-made campaign that starts is in the seller’s Hoje at once, with its reason and its name', async ({
  page,
  context,
  browser,
  product,
}) => {
  await product.at(AFTERNOON);
  await page.setViewportSize(DESK);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/campanhas/nova');
  await page.getByRole('button', { name: '60 dias sem comprar' }).click();
  // A campaign that begins later and comes first takes over what nobody has touched.
  await page.getByLabel('Ordem', { exact: true }).fill('1');
  await page.getByLabel('No máximo', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Salvar rascunho' }).click();
  await expect(page.getByText(/^Rascunho salvo\. Hoje, /)).toBeVisible();
  // The suggestions of the morning are older than the start.
  await product.at(LATER);
  await page.getByRole('button', { name: 'Colocar no ar' }).click();
  await expect(page.getByText('no ar', { exact: true })).toBeVisible();

  const phone = await browser.newContext({ viewport: PHONE });
  await asSeller(phone, PAULISTA, '1111');
  const seller = await phone.newPage();
  const first = seller.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').first();
  await seller.goto('/');
  await expect(first).toContainText(/Faz\s\d+\sdias que não compra/);
  await checkBothSizes(seller, async ({ width }) => {
    await expect(first).toBeVisible();
    await expectNoViolations(seller);
    await takePicture(seller, `today-of-campaign-${width}`);
  });
  await first.getByRole('link').first().click();
  await expect(seller.getByText('60 dias sem comprar', { exact: true })).toBeVisible();
  await takePicture(seller, 'suggestion-of-campaign-390');

  // The campaign's page counts what its sellers got.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'O que aconteceu' })).toBeVisible();
  await expect(page.locator('dl').getByText('0', { exact: true })).toHaveCount(3);
  await takePicture(page, 'campaign-started-1280', { whole: true });
});
