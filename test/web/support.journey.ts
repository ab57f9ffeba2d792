/** Support reads, changes, publishes and suspends a brand's quiet hours. */
import {
  asSeller,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  signIn,
  tabTo,
  takePicture,
  test,
} from './kit/journey.ts';
import { confirmHoursLost } from './kit/support.ts';

const SUNDAY_MORNING = '2026-11-22T10:30:00-03:00';

test.describe('support', () => {
  test.use({ viewport: DESK });

  test.beforeEach(async ({ product, context }) => {
    await product.at(SUNDAY_MORNING);
    await signIn(context, 'suporte@oto.example');
  });

  test('finds a brand by name and plan', { tag: '@long' }, async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/suporte$/);
    await expect(page.getByRole('status').filter({ hasText: '3 marcas' })).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'support-brands-1280');
    await page.getByLabel('Buscar marca').fill('áuro');
    await expect(page.getByRole('listitem')).toHaveText([/Aurora/]);
    await page.getByLabel('Buscar marca').fill('');
    await page.getByRole('button', { name: 'Enterprise' }).click();
    await expect(page.getByRole('listitem')).toHaveText([/Cais/]);
    await page.getByRole('link', { name: 'Abrir Cais' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cais');
  });

  test('sees what is in force in each store, on its own clock', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte/aurora');
    await expect(page.getByRole('heading', { name: 'Aberto. Silêncio hoje, 20:00' })).toBeVisible();
    await expect(page.getByText('Todos os dias, das 20:00 às 08:00, no relógio de cada loja.').first()).toBeVisible();
    await expect(page.getByRole('row', { name: /Adrianópolis/ })).toContainText('09:30');
    await expect(page.getByRole('row', { name: /Adrianópolis/ })).toContainText('aberto, silêncio hoje, 20:00');
    await expectNoViolations(page);
    await takePicture(page, 'support-aurora-1280', { whole: true });
  });

  test('types the start and the end or moves the ring, and both show the same hours', { tag: '@long' }, async ({
    page,
  }) => {
    await page.goto('/suporte/aurora');
    await page.getByRole('button', { name: 'Conferir' }).click();
    await page.getByLabel('Início', { exact: true }).fill('21h30');
    await page.getByLabel('Início', { exact: true }).press('Tab');
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('21:30');
    const start = page.getByRole('slider', { name: 'Início do silêncio' });
    await expect(start).toHaveAttribute('aria-valuetext', '21:30');

    await start.focus();
    await start.press('ArrowLeft');
    await expect(start).toHaveAttribute('aria-valuetext', '21:25');
    await start.press('PageDown');
    await expect(start).toHaveAttribute('aria-valuetext', '20:25');
    await start.press('Home');
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('00:00');
    await start.press('End');
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('23:55');

    const end = page.getByRole('slider', { name: 'Fim do silêncio' });
    await dragTo(page, end, 9);
    await expect(page.getByLabel('Fim', { exact: true })).toHaveValue('09:00');
    await expect(page.getByText('9 h 05')).toBeVisible();
  });

  test('publishes hours: missing input is named at its field, the change is told in words, and the history keeps the reason', async ({
    page,
  }) => {
    await page.goto('/suporte/aurora');
    await page.getByLabel('Início', { exact: true }).fill('noite');
    await expect(page.getByText('“noite” não é uma hora do dia. Escreva como 20:00.')).toBeVisible();
    await expectNoViolations(page);

    await page.getByLabel('Início', { exact: true }).fill('08:00');
    await expect(page.getByText('Início e fim são iguais. Para o dia inteiro, use 00:00 até 24:00.')).toBeVisible();
    await page.getByLabel('Início', { exact: true }).fill('21:00');
    await expect(page.getByText('1 h a menos de silêncio por dia')).toBeVisible();
    await page.getByRole('button', { name: 'Publicar' }).click();

    const sheet = page.getByRole('dialog', { name: 'Publicar para Aurora?' });
    await expect(sheet.getByRole('button', { name: 'Voltar' })).toBeFocused();
    await sheet.getByRole('button', { name: 'Publicar' }).click();
    await expect(sheet.getByText('Escreva o motivo em poucas palavras.')).toBeVisible();
    await sheet.getByLabel('Motivo').fill('Pedido da marca: lojas abertas até 21h');
    await sheet.getByLabel('Agora', { exact: true }).check();
    await expect(sheet).toContainText('Todos os dias, das 20:00 às 08:00');
    await expect(sheet).toContainText('Todos os dias, das 21:00 às 08:00');
    await expect(sheet).toContainText('Muda em todas as telas abertas em até 5 segundos.');
    await expectNoViolations(page);
    await takePicture(page, 'support-publish-1280');
    await sheet.getByRole('button', { name: 'Publicar' }).click();

    await expect(sheet).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Aberto. Silêncio hoje, 21:00' })).toBeVisible();
    const newest = page.getByRole('listitem').filter({ hasText: '“Pedido da marca: lojas abertas até 21h”' });
    await expect(newest).toContainText(/Versão \d+ publicada/);
    await expect(newest).toContainText('vale agora');
    await newest.getByText('O que mudou').click();
    await expect(newest).toContainText('De “Todos os dias, das 20:00 às 08:00');

    // The first version is published again, as a new version.
    const first = page.getByRole('listitem').filter({ hasText: 'Versão 1 publicada' });
    await first.getByRole('button', { name: 'Voltar a esta versão' }).click();
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('20:00');
    await page.getByRole('button', { name: 'Publicar' }).click();
    await expect(sheet.getByLabel('Motivo')).toHaveValue('Volta à versão 1');
    await confirmHoursLost(sheet);
    await sheet.getByLabel('Agora', { exact: true }).check();
    await sheet.getByRole('button', { name: 'Publicar' }).click();
    const back = page.getByRole('listitem').filter({ hasText: '“Volta à versão 1”' });
    await expect(back.first()).toContainText('vale agora');
  });

  test('reviews what the hours would do, beside all settings', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte/aurora');
    await page.getByRole('button', { name: 'Conferir' }).click();
    await expect(page.getByRole('heading', { name: 'Recomendado: 21:00–09:00' })).toBeVisible();
    await expect(page.getByText(/A última loja fecha às 22:00/)).toBeVisible();
    await expect(page.getByRole('row', { name: /Paulista.*São Paulo/ }).first()).toBeVisible();
    await expect(
      page.getByRole('checkbox', {
        name: /Mais de 6 horas de loja aberta por semana ficam no silêncio: .*Paulista \(12 h\)/,
      }),
    ).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'segunda' }).first()).toContainText(
      'silêncio de 20:00 a 24:00',
    );
    await page.getByRole('button', { name: 'Usar estes horários' }).click();
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('21:00');
    await expectNoViolations(page);
    await takePicture(page, 'support-review-1280', { whole: true });

    // One day gets its own rule, which brings a warning, and the two times come back.
    await page.getByRole('button', { name: 'Separar por dias da semana' }).click();
    const rule = page.getByRole('group', { name: 'Regra 1' });
    await rule.getByLabel('domingo').uncheck();
    const lint = page.getByRole('checkbox', { name: /Há noites da semana sem nenhum silêncio/ });
    await expect(lint).toBeVisible();
    await page.getByRole('button', { name: 'Publicar' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Motivo').fill('Domingo livre');
    await sheet.getByRole('button', { name: 'Publicar' }).click();
    await expect(sheet.getByRole('alert')).toContainText('Falta confirmar 1 aviso.');
    await expectNoViolations(page);
    await sheet.getByRole('button', { name: 'Voltar' }).click();
    await lint.check();
    await page.getByRole('button', { name: 'Trocar por dois horários' }).last().click();
    await expect(page.getByText('Nada a confirmar.')).toBeVisible();

    // A holiday is added as a whole day with its night (T7), removed, and restored by “Desfazer”.
    await page.getByRole('button', { name: 'Incluir Natal' }).click();
    await expect(page.getByRole('button', { name: /25 dez 2026, Natal/ }).first()).toContainText('o dia inteiro');
    await page.getByRole('button', { name: 'Tirar 25 dez 2026, Natal' }).click();
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await expect(page.getByRole('button', { name: /25 dez 2026, Natal/ }).first()).toBeVisible();
    await page.getByLabel('Avisar e pedir o motivo').check();
    await page.getByLabel('Contatos novos').fill('muitos');
    await expect(page.getByText('Escreva um número de 1 a 1000.')).toBeVisible();
    await page.getByLabel('Contatos novos').fill('8');
    await page.getByRole('button', { name: 'Publicar' }).click();
    await expect(sheet).toContainText('No contato pelo perfil, o aviso pede o motivo.');
    await expect(sheet).toContainText('Ritmo: até 8 contatos novos em 10 min por vendedor.');
    await sheet.getByRole('button', { name: 'Voltar' }).click();
    await page.getByRole('button', { name: 'Descartar rascunho' }).click();
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('20:00');
  });

  test('sets, reviews, confirms, publishes, suspends and resumes hours by keys alone', { tag: '@long' }, async ({
    page,
  }) => {
    await page.goto('/suporte');
    await tabTo(page, page.getByRole('link', { name: 'Abrir Aurora' }), 'Enter');
    await tabTo(page, page.getByLabel('Início', { exact: true }));
    await page.keyboard.type('21h');
    await tabTo(page, page.getByRole('button', { name: 'Conferir' }), 'Enter');
    await tabTo(page, page.getByRole('slider', { name: 'Fim do silêncio' }));
    await page.keyboard.press('PageUp');
    await expect(page.getByLabel('Fim', { exact: true })).toHaveValue('09:00');
    await tabTo(page, page.getByRole('button', { name: 'Separar por dias da semana' }), 'Enter');
    await tabTo(page, page.getByRole('group', { name: 'Regra 1' }).getByLabel('domingo'), 'Space');
    await tabTo(page, page.getByRole('checkbox', { name: /Há noites da semana/ }), 'Space');
    await tabTo(page, page.getByRole('button', { name: 'Publicar' }), 'Enter');
    const sheet = page.getByRole('dialog');
    await tabTo(page, sheet.getByRole('radio', { name: 'No próximo início' }), 'ArrowRight');
    await expect(sheet.getByRole('radio', { name: 'Agora' })).toBeChecked();
    await tabTo(page, sheet.getByLabel('Motivo'));
    await page.keyboard.type('Domingo livre');
    await tabTo(page, sheet.getByRole('button', { name: 'Publicar' }), 'Enter');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('listitem').filter({ hasText: 'Domingo livre' })).toContainText('vale agora');

    await tabTo(page, page.getByRole('button', { name: 'Suspender' }), 'Enter');
    await page.keyboard.type('Inventário');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Suspender' }), 'Enter');
    await tabTo(page, page.getByRole('button', { name: 'Retomar' }), 'Enter');
    await page.keyboard.type('Acabou');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Retomar' }), 'Enter');
    await expect(page.getByRole('button', { name: 'Suspender' })).toBeVisible();

    // The first version is published again, by keys as well.
    const first = page.getByRole('listitem').filter({ hasText: 'Versão 1 publicada' });
    await tabTo(page, first.getByRole('button', { name: 'Voltar a esta versão' }), 'Enter');
    await tabTo(page, page.getByRole('button', { name: 'Publicar' }), 'Enter');
    await tabTo(page, sheet.getByRole('checkbox', { name: /Mais de 6 horas/ }), 'Space');
    await tabTo(page, sheet.getByRole('radio', { name: 'No próximo início' }), 'ArrowRight');
    await tabTo(page, sheet.getByRole('button', { name: 'Publicar' }), 'Enter');
    await expect(page.getByRole('heading', { name: 'Aberto. Silêncio hoje, 20:00' })).toBeVisible();
  });

  test('reaches an open screen of a seller with a publication (A5)', { tag: '@long' }, async ({
    page,
    browser,
    product,
  }) => {
    const seller = await browser.newContext({ baseURL: product.base, viewport: PHONE });
    await asSeller(seller, 'paulista@aurora.example', '1111');
    const phone = await seller.newPage();
    await phone.goto('/');
    await expect(phone.getByText(/20:00/).first()).toBeVisible();

    await page.goto('/suporte/aurora');
    await publish(page, { start: '19:00', end: '08:00', when: 'Agora', reason: 'Teste de alcance' });
    await expect(phone.getByText(/19:00/).first()).toBeVisible();
    await publish(page, { start: '20:00', end: '08:00', when: 'Agora', reason: 'De volta ao combinado' });
    await seller.close();
  });

  test('publishes for a later date, and the hours take effect on that date and not before', { tag: '@long' }, async ({
    page,
    product,
  }) => {
    await page.goto('/suporte/aurora');
    await page.getByLabel('Fim', { exact: true }).fill('09:00');
    await page.getByRole('button', { name: 'Publicar' }).click();
    const sheet = page.getByRole('dialog');
    await confirmHoursLost(sheet);
    await sheet.getByLabel('Em uma data').check();
    await sheet.getByLabel('Motivo').fill('Férias de dezembro');
    await sheet.getByRole('button', { name: 'Publicar' }).click();
    await expect(sheet.getByText('Escolha o dia e a hora.')).toBeVisible();
    await sheet.getByLabel('Dia').fill('2026-11-21');
    await sheet.getByLabel('Hora', { exact: true }).fill('8h');
    await expect(sheet.getByText('Esse momento já passou. Escolha um que ainda vem.')).toBeVisible();
    await sheet.getByLabel('Dia').fill('2026-11-24');
    await sheet.getByRole('button', { name: 'Publicar' }).click();
    await expect(page.getByText('A partir de terça, 08:00:')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Aberto. Silêncio hoje, 20:00' })).toBeVisible();

    await product.at('2026-11-24T09:00:00-03:00');
    await page.reload();
    await expect(page.getByText('Todos os dias, das 20:00 às 09:00, no relógio de cada loja.').first()).toBeVisible();
    await publish(page, { start: '20:00', end: '08:00', when: 'Agora', reason: 'De volta ao combinado' });
  });

  test('suspends quiet hours with an end and without one, and resumes them', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte/aurora');
    await page.getByRole('button', { name: 'Suspender' }).click();
    const sheet = page.getByRole('dialog', { name: 'Suspender o silêncio: Aurora' });
    await expect(sheet.getByLabel('Dia')).toHaveValue('2026-11-23');
    await sheet.getByRole('button', { name: 'Suspender' }).click();
    await expect(sheet.getByText('Escreva o motivo em poucas palavras.')).toBeVisible();
    await sheet.getByLabel('Motivo').fill('Inventário');
    await expectNoViolations(page);
    await sheet.getByRole('button', { name: 'Suspender' }).click();
    await expect(page.getByText('Suspenso até amanhã, 08:00.')).toBeVisible();

    await page.getByRole('button', { name: 'Retomar' }).click();
    const again = page.getByRole('dialog', { name: 'Retomar o silêncio: Aurora' });
    await again.getByLabel('Motivo').fill('Inventário acabou antes');
    await again.getByRole('button', { name: 'Retomar' }).click();
    await expect(page.getByRole('heading', { name: 'Aberto. Silêncio hoje, 20:00' })).toBeVisible();

    await page.getByRole('button', { name: 'Suspender' }).click();
    await page.getByLabel('Sem fim').check();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Pedido da marca');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspender' }).click();
    await expect(page.getByText('Suspenso, sem data para voltar.')).toBeVisible();
    await page.getByRole('button', { name: 'Retomar' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Combinado com a marca');
    await page.getByRole('dialog').getByRole('button', { name: 'Retomar' }).click();
    await expect(page.getByRole('button', { name: 'Suspender' })).toBeVisible();
  });

  test('reads why a Starter brand has no quiet hours, and changes its plan, which switches nothing on (D10)', {
    tag: '@long',
  }, async ({ page }) => {
    await page.goto('/suporte/brisa');
    await expect(page.getByText('Brisa está no plano Starter.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Publicar' })).toHaveCount(0);
    await expectNoViolations(page);
    await takePicture(page, 'support-starter-1280');

    await page.getByRole('button', { name: 'Mudar plano' }).click();
    const sheet = page.getByRole('dialog', { name: 'Plano: Brisa' });
    await sheet.getByLabel('Growth').check();
    await expect(sheet).toContainText('Nada liga sozinho');
    await expectNoViolations(page);
    await sheet.getByRole('button', { name: 'Mudar plano' }).click();
    await expect(page.getByRole('heading', { name: 'Sem política' })).toBeVisible();

    // The plan changes while the form is open: the server refuses, and the typed text stays.
    await page.getByRole('button', { name: 'Publicar' }).click();
    const confirm = page.getByRole('dialog', { name: 'Publicar para Brisa?' });
    await confirm.getByLabel('Motivo').fill('Ativação pedida');
    const { id } = await findBrand(page, 'brisa');
    expect((await page.request.patch(`/api/v1/brands/${id}`, { data: { plan: 'starter' } })).status()).toBe(200);
    await confirm.getByRole('button', { name: 'Publicar' }).click();
    await expect(confirm.getByRole('alert')).toContainText('Growth e Enterprise');
    await expectNoViolations(page);
    await expect(confirm.getByLabel('Motivo')).toHaveValue('Ativação pedida');
  });

  test('sees all rules by weekday and date, and is shown them again before two times replace them', {
    tag: '@long',
  }, async ({ page }) => {
    await page.goto('/suporte/cais');
    await expect(page.getByRole('heading', { name: 'Regras por dia e data' })).toBeVisible();
    await expect(page.getByRole('figure').first()).toContainText('Uma semana comum');
    await expectNoViolations(page);
    await takePicture(page, 'support-cais-1280', { whole: true });

    await page.getByRole('button', { name: 'Trocar por dois horários' }).click();
    await page.getByRole('button', { name: 'Publicar' }).click();
    // All old rules are shown above the new hours; the special dates stay.
    const change = page.getByRole('dialog').getByRole('definition');
    await expect(change.first()).toContainText('sexta e sábado, das 22:00 às 09:00');
    await expect(change.nth(1)).toContainText('Todos os dias, das 20:00 às 08:00');
    await expect(change.nth(1)).toContainText('27/11/2026 (Black Friday)');
    await expectNoViolations(page);
    await takePicture(page, 'support-replace-1280');
    await page.getByRole('dialog').getByRole('button', { name: 'Voltar' }).click();
    await page.getByRole('button', { name: 'Descartar rascunho' }).click();
    await expect(page.getByRole('heading', { name: 'Regras por dia e data' })).toBeVisible();
  });

  test('finds a draft again after opening another brand and after a reload', { tag: '@long' }, async ({ page }) => {
    await page.goto('/suporte/aurora');
    await page.getByLabel('Início', { exact: true }).fill('22:00');
    await page.getByRole('button', { name: 'Publicar' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Verão');
    await page.getByRole('dialog').getByRole('button', { name: 'Voltar' }).click();
    await page.getByRole('link', { name: 'Marcas' }).first().click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Aurora' })).toContainText('rascunho');
    await page.getByRole('link', { name: 'Abrir Cais' }).click();
    await page.getByRole('link', { name: 'Marcas' }).first().click();
    await page.getByRole('link', { name: 'Abrir Aurora' }).click();
    await page.getByRole('button', { name: 'Publicar' }).click();
    await expect(page.getByRole('dialog').getByLabel('Motivo')).toHaveValue('Verão');
    await page.getByRole('dialog').getByRole('button', { name: 'Voltar' }).click();
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('22:00');
    await page.getByRole('button', { name: 'Descartar rascunho' }).click();
    await expect(page.getByLabel('Início', { exact: true })).toHaveValue('20:00');
  });

  test('reads the page in English and Spanish, in the dark theme, and on a phone', { tag: '@long' }, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    await page.goto('/suporte/aurora');
    await expect(page.getByRole('heading', { name: 'Definir os horários' })).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'support-aurora-390', { whole: true });
    await page.getByRole('button', { name: 'Conferir' }).click();
    await expect(page.getByText(/Refeito com os/)).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'support-review-390', { whole: true });
    await page.getByRole('button', { name: 'Ajustes' }).click();
    await page.getByLabel('Escura').check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'escura');
    await page.getByLabel('English').check();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('heading', { name: 'Set the hours' })).toBeVisible();
    await expect(page.getByText('Every day, from 20:00 to 08:00, on each store’s clock.').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Español').check();
    await page.getByRole('button', { name: 'Cerrar' }).click();
    await expect(page.getByRole('heading', { name: 'Definir los horarios' })).toBeVisible();
    await takePicture(page, 'support-aurora-es-dark-390', { whole: true });
  });
});

interface Publication {
  readonly start: string;
  readonly end: string;
  readonly when: string;
  readonly reason: string;
}

async function publish(page: Page, { start, end, when, reason }: Publication): Promise<void> {
  await page.getByLabel('Início', { exact: true }).fill(start);
  await page.getByLabel('Fim', { exact: true }).fill(end);
  await page.getByRole('button', { name: 'Publicar' }).click();
  const sheet = page.getByRole('dialog');
  await confirmHoursLost(sheet);
  await sheet.getByLabel(when, { exact: true }).check();
  await sheet.getByLabel('Motivo').fill(reason);
  await sheet.getByRole('button', { name: 'Publicar' }).click();
  await expect(sheet).toBeHidden();
}

async function findBrand(page: Page, slug: string): Promise<{ id: string }> {
  const { items } = await (await page.request.get('/api/v1/brands')).json();
  return items.find((brand: { slug: string }) => brand.slug === slug);
}

/** Drags a hand of the ring to an hour. */
async function dragTo(page: Page, hand: ReturnType<Page['getByRole']>, hour: number): Promise<void> {
  // The bar with Publicar may cover the hand, which is therefore scrolled to the middle.
  await hand.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const from = await hand.boundingBox();
  const ring = await page.locator('svg', { has: hand }).boundingBox();
  if (from === null || ring === null) throw new Error('the ring is not on the screen');
  const angle = (hour / 24) * 2 * Math.PI - Math.PI / 2;
  const [x, y] = [ring.x + ring.width / 2, ring.y + ring.height / 2];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + Math.cos(angle) * 120, y + Math.sin(angle) * 120, { steps: 4 });
  await page.mouse.up();
}
