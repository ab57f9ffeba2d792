/** The help article: opened from a refusal or from the menu, read in three languages, and rated once. */
import {
  asSeller,
  DESK,
  expect,
  expectNoViolations,
  openPersonMenu,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

const NIGHT = '2026-11-23T21:00:00-03:00';

test.describe('help', () => {
  test.use({ viewport: PHONE });

  test('is reached from a refusal and left again without losing the typed text, and a rating is kept once', async ({
    page,
    context,
    browser,
    product,
  }) => {
    await product.at(NIGHT);
    await asSeller(context, 'paulista@aurora.example', '2222');
    await page.goto('/');
    await page
      .getByRole('link', { name: /^Abrir/ })
      .nth(2)
      .click();
    // In quiet hours the press is an attempt, and the text is written after its sheet was closed.
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Mensagem' }).fill('Um texto que não se perde.');
    await page.getByRole('button', { name: 'Ver outras opções' }).click();
    await page.getByRole('button', { name: 'Por que vejo isto?' }).click();
    await page.getByRole('link', { name: 'Ler a ajuda' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Horário de Silêncio' })).toBeVisible();
    await expect(page.getByText(/Na sua marca: Todos os dias, das 20:00 às 08:00/)).toBeVisible();
    await page.getByText('Perdi o texto que estava escrevendo?').click();
    await expect(page.getByText(/O texto fica guardado neste aparelho/)).toBeVisible();
    await expectNoViolations(page);
    await takePicture(page, 'help-390', { whole: true });

    const rating = page.getByRole('region', { name: 'Este artigo foi útil?' });
    await rating.getByRole('button', { name: 'Não' }).click();
    await expect(rating.getByText('Desculpe! Não conseguimos ajudar você.')).toBeVisible();
    await rating.getByRole('button', { name: 'Enviar' }).click();
    await expect(rating.getByText('Conte em poucas palavras o que faltou.')).toBeVisible();
    await rating.getByLabel('O que faltou?').fill('Faltou dizer o que acontece no feriado da minha cidade.');
    await rating.getByRole('button', { name: 'Enviar' }).click();
    await expect(
      rating.getByText('Feedback enviado. Agradecemos seu esforço e tentaremos corrigir o artigo.'),
    ).toBeVisible();
    await page.reload();
    await expect(rating.getByText(/Feedback enviado/)).toBeVisible();
    await expectNoViolations(page);

    await page.getByRole('button', { name: 'Voltar' }).click();
    await expect(page.getByRole('textbox', { name: 'Mensagem' })).toHaveValue('Um texto que não se perde.');

    // Support reads the comment, and not the name of its author.
    const desk = await browser.newContext({ baseURL: product.base, viewport: DESK });
    await signIn(desk, 'suporte@oto.example');
    const support = await desk.newPage();
    await support.goto('/suporte/ajuda');
    await expect(support.getByText('Faltou dizer o que acontece no feriado da minha cidade.')).toBeVisible();
    await expect(support.getByText(/acharam útil: \d+ de \d+ respostas/)).toBeVisible();
    await expect(support.getByText('Bruno')).toHaveCount(0);
    await expectNoViolations(support);
    await takePicture(support, 'support-help-1280');
    await desk.close();
  });

  test('is reached from the menu in another language, thanks for a yes, and lets a person change the answer', {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await product.at(NIGHT);
    await asSeller(context, 'paulista@aurora.example', '9999');
    await page.goto('/');
    await openPersonMenu(page, /Carla/);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Ajustes/ })
      .click();
    await page.getByLabel('English').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await openPersonMenu(page, /Carla/);
    await page.getByRole('dialog').getByRole('button', { name: /Help/ }).click();
    await expect(page.getByRole('heading', { name: 'What changes in the app' })).toBeVisible();
    const rating = page.getByRole('region', { name: 'Was this article helpful?' });
    await rating.getByRole('button', { name: 'Yes' }).click();
    await expect(rating.getByText('Great! Thank you for your feedback.')).toBeVisible();
    await rating.getByRole('button', { name: 'Change the answer' }).click();
    await rating.getByRole('button', { name: 'No' }).click();
    await expect(rating.getByText('Sorry! We could not help you.')).toBeVisible();
    await expectNoViolations(page);
  });

  test('is one of the links of a brand’s manager at a desk', { tag: '@long' }, async ({ page, context, product }) => {
    await page.setViewportSize(DESK);
    await product.at(NIGHT);
    await signIn(context, 'gestao@brisa.example');
    await page.goto('/');
    await page.getByRole('link', { name: 'Ajuda' }).click();
    await expect(page.getByText('O Horário de Silêncio faz parte dos planos Growth e Enterprise.')).toBeVisible();
    await expect(page.getByText(/Na sua marca/)).toHaveCount(0);
    await expectNoViolations(page);
    await takePicture(page, 'help-1280', { whole: true });
  });
});
