/** How quiet hours come about: a brand asks in a ticket, support publishes, and a seller's screen follows (A1–A8). */
import {
  asSeller,
  DESK,
  expect,
  expectNoViolations,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';
import { confirmHoursLost } from './kit/support.ts';

const MONDAY_NOON = '2026-11-23T12:00:00-03:00';

test.describe('quiet hours that a brand asks for', () => {
  test.use({ viewport: DESK });

  test('are asked for in a ticket, published by support, in force on an open phone, told to the brand, and can be suspended', async ({
    browser,
    product,
  }) => {
    await product.at(MONDAY_NOON);
    const [brand, desk, phone] = await Promise.all([
      browser.newContext({ baseURL: product.base, viewport: DESK }),
      browser.newContext({ baseURL: product.base, viewport: DESK }),
      browser.newContext({ baseURL: product.base, viewport: PHONE }),
    ]);
    await Promise.all([
      signIn(brand, 'gestao@aurora.example'),
      signIn(desk, 'suporte@oto.example'),
      asSeller(phone, 'paulista@aurora.example', '1111'),
    ]);
    const [manager, support, seller] = await Promise.all([brand.newPage(), desk.newPage(), phone.newPage()]);
    await seller.goto('/');
    await expect(seller.getByText('Silêncio hoje às 20:00')).toBeVisible();

    // The brand opens a ticket.
    await manager.goto('/politica');
    await expect(
      manager.getByText('Todos os dias, das 20:00 às 08:00, no relógio de cada loja.').first(),
    ).toBeVisible();
    await expect(
      manager.getByText('Ritmo: até 10 contatos novos em 10 minutos por vendedor; depois, um aviso propõe um respiro.'),
    ).toBeVisible();
    await expectNoViolations(manager);
    await takePicture(manager, 'brand-policy-1280', { whole: true });
    await manager.getByRole('button', { name: 'Pedir mudança' }).click();
    const ask = manager.getByRole('dialog', { name: 'Pedir mudança' });
    await ask.getByRole('button', { name: 'Enviar pedido' }).click();
    await expect(ask.getByText('Conte o motivo em poucas palavras.')).toBeVisible();
    await ask.getByLabel('Início').fill('11h');
    await ask.getByLabel('Fim').fill('13h');
    await ask.getByLabel('Motivo').fill('No almoço ninguém quer mensagem.');
    await expectNoViolations(manager);
    await takePicture(manager, 'brand-ask-1280');
    await ask.getByRole('button', { name: 'Enviar pedido' }).click();
    await expect(ask).toBeHidden();
    await manager.getByRole('link', { name: /^Chamados/ }).click();
    const asked = manager.getByRole('listitem').filter({ hasText: 'das 11:00 às 13:00' });
    await expect(asked).toContainText('aguardando o suporte');
    await expectNoViolations(manager);
    await takePicture(manager, 'brand-tickets-1280');

    // Support finds the ticket, with the brand's stores beside it.
    await support.goto('/suporte/chamados');
    await expect(support.getByRole('listitem').filter({ hasText: 'das 11:00 às 13:00' })).toBeVisible();
    await expectNoViolations(support);
    await takePicture(support, 'support-tickets-1280');
    await support
      .getByRole('listitem')
      .filter({ hasText: 'das 11:00 às 13:00' })
      .getByRole('link', { name: /Abrir Aurora/ })
      .click();
    await expect(
      support.getByText('“No almoço ninguém quer mensagem.”').or(support.getByText('No almoço ninguém quer mensagem.')),
    ).toBeVisible();
    await expect(support.getByText(/segunda a sábado das 10:00 às 22:00/).first()).toBeVisible();
    await expectNoViolations(support);
    await takePicture(support, 'support-ticket-1280', { whole: true });
    await support.getByRole('link', { name: 'Configurar' }).click();

    // The form begins with the hours of the ticket. The review shows their effect and the warnings to confirm.
    await expect(support.getByLabel('Início', { exact: true })).toHaveValue('11:00');
    await support.getByRole('button', { name: 'Conferir' }).click();
    await expect(support.getByText(/Refeito com os/)).toBeVisible();
    const lint = support.getByRole('checkbox', { name: /Há noites da semana sem nenhum silêncio/ });
    await lint.check();
    await confirmHoursLost(support.getByRole('main'));
    await support.getByRole('button', { name: 'Publicar' }).click();
    const sheet = support.getByRole('dialog');
    await sheet.getByLabel('Agora', { exact: true }).check();
    await sheet.getByLabel('Motivo').fill('Pedido da marca: pausa do almoço');
    await expect(sheet.getByLabel('Resposta ao chamado')).toHaveValue(
      /Olá, Gabriela\. O Horário de Silêncio da Aurora/,
    );
    await expect(sheet.getByLabel('Resposta ao chamado')).toHaveValue(/das 11:00 às 13:00/);
    await expectNoViolations(support);
    await takePicture(support, 'support-publish-ticket-1280');
    await sheet.getByRole('button', { name: 'Publicar' }).click();
    await expect(sheet).toBeHidden();

    // The seller's open screen changes by itself, and the next attempt is decided by the new version.
    await expect(seller.getByRole('region', { name: 'Seu dia' })).toContainText('Horário de Silêncio até');
    await seller.getByRole('link', { name: /Abrir/ }).first().click();
    const refusal = seller.getByRole('dialog');
    await expect(refusal).toContainText('Agora é Horário de Silêncio');
    await expect(refusal).toContainText('13:00');
    const { items } = await (await seller.request.get('/api/v1/attempts')).json();
    expect(items[0].state).toBe('refused');

    // The brand is told in the app, and reads the history.
    await expect(manager.getByRole('img', { name: '1 chamado com novidade' })).toBeVisible();
    await expect(asked).toContainText(/Versão \d+ publicada/);
    await asked.getByRole('link', { name: /Abrir/ }).click();
    await expect(manager.getByText(/Olá, Gabriela\./)).toBeVisible();
    await expectNoViolations(manager);
    await takePicture(manager, 'brand-ticket-1280');
    await manager.getByRole('link', { name: 'Política' }).click();
    const newest = manager.getByRole('listitem').filter({ hasText: 'Pedido da marca: pausa do almoço' });
    await expect(newest).toContainText('vale agora');
    await newest.getByText('O que mudou').click();
    await expect(newest.getByRole('listitem')).toHaveCount(1);
    await expect(newest).toContainText('De “Todos os dias, das 20:00 às 08:00');
    await expect(manager.getByRole('img', { name: /novidade/ })).toHaveCount(0);

    // Support suspends the hours, resumes them and publishes the first version again.
    await support.getByRole('button', { name: 'Suspender' }).click();
    await support.getByRole('dialog').getByLabel('Motivo').fill('Inventário');
    await support.getByRole('dialog').getByRole('button', { name: 'Suspender' }).click();
    await expect(manager.getByText(/Em pausa até/).first()).toBeVisible();
    await support.getByRole('button', { name: 'Retomar' }).click();
    await support.getByRole('dialog').getByLabel('Motivo').fill('Acabou');
    await support.getByRole('dialog').getByRole('button', { name: 'Retomar' }).click();
    await rollBack(support);
    await expect(
      manager.getByText('Todos os dias, das 20:00 às 08:00, no relógio de cada loja.').first(),
    ).toBeVisible();
    await Promise.all([brand.close(), desk.close(), phone.close()]);
  });

  test('can be discussed: support’s answer reaches the brand’s open screen, the reply reaches support, and a draft survives a reload', {
    tag: '@long',
  }, async ({ browser, product }) => {
    await product.at(MONDAY_NOON);
    const [brand, desk] = await Promise.all([
      browser.newContext({ baseURL: product.base, viewport: PHONE }),
      browser.newContext({ baseURL: product.base, viewport: DESK }),
    ]);
    await Promise.all([signIn(brand, 'gestao@aurora.example'), signIn(desk, 'suporte@oto.example')]);
    const [manager, support] = await Promise.all([brand.newPage(), desk.newPage()]);
    await support.goto('/suporte/chamados');
    await support
      .getByRole('listitem')
      .filter({ hasText: 'das 21:00 às 08:00' })
      .getByRole('link', { name: /Abrir/ })
      .click();
    await manager.goto('/chamados');
    const mine = manager.getByRole('listitem').filter({ hasText: 'das 21:00 às 08:00' });
    await mine.getByRole('link', { name: /Abrir/ }).click();
    await manager.getByLabel('Mensagem').fill('Um rascunho');
    await manager.reload();
    await expect(manager.getByLabel('Mensagem')).toHaveValue('Um rascunho');
    await expectNoViolations(manager);
    await takePicture(manager, 'brand-ticket-390', { whole: true });

    await support.getByLabel('Mensagem').fill('Pode confirmar o horário de domingo?');
    await support.getByRole('button', { name: 'Enviar' }).click();
    await expect(manager.getByText('Pode confirmar o horário de domingo?')).toBeVisible();
    await manager.getByLabel('Mensagem').fill('Domingo fecha às 20:00.');
    await manager.getByRole('button', { name: 'Enviar' }).click();
    await expect(manager.getByLabel('Mensagem')).toHaveValue('');
    await support.reload();
    await expect(support.getByText('Domingo fecha às 20:00.')).toBeVisible();
    await Promise.all([brand.close(), desk.close()]);
  });

  test('are offered to a Starter brand with its own figure; its request reaches support, who marks it done and can undo that', {
    tag: '@long',
  }, async ({ browser, product }) => {
    await product.at(MONDAY_NOON);
    const [brand, desk] = await Promise.all([
      browser.newContext({ baseURL: product.base, viewport: PHONE }),
      browser.newContext({ baseURL: product.base, viewport: DESK }),
    ]);
    await Promise.all([signIn(brand, 'gestao@brisa.example'), signIn(desk, 'suporte@oto.example')]);
    const manager = await brand.newPage();
    await manager.goto('/');
    await expect(manager.getByText('O Horário de Silêncio faz parte dos planos Growth e Enterprise.')).toBeVisible();
    await expect(manager.getByText(/Nos últimos 90 dias, \d+ contatos saíram entre 20:00 e 08:00\./)).toBeVisible();
    await expect(manager.getByRole('link', { name: /Chamados/ })).toHaveCount(0);
    await expectNoViolations(manager);
    await takePicture(manager, 'brand-starter-390', { whole: true });
    await manager.getByRole('button', { name: 'Falar com o time do Oto' }).click();
    const sheet = manager.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Enviar' }).click();
    await expect(sheet.getByText('Escreva um telefone ou e-mail.')).toBeVisible();
    await sheet.getByLabel('Como falar com você').fill('marcos@brisa.example');
    await sheet.getByRole('button', { name: 'Enviar' }).click();
    await expect(
      manager.getByText('Recebemos seu pedido. O time entra em contato por marcos@brisa.example.'),
    ).toBeVisible();

    const support = await desk.newPage();
    await support.goto('/suporte/interessados');
    const lead = support.getByRole('listitem').filter({ hasText: 'marcos@brisa.example' });
    await expect(lead).toBeVisible();
    await expectNoViolations(support);
    await takePicture(support, 'support-leads-1280');
    await lead.getByRole('button', { name: /Falei com a marca/ }).click();
    await expect(lead).toHaveCount(0);
    await support.getByRole('button', { name: 'Desfazer' }).click();
    await expect(lead).toBeVisible();
    await Promise.all([brand.close(), desk.close()]);
  });
});

/** Publishes the first version again, in force at once. */
async function rollBack(page: Page): Promise<void> {
  const first = page.getByRole('listitem').filter({ hasText: 'Versão 1 publicada' });
  await first.getByRole('button', { name: 'Voltar a esta versão' }).click();
  await page.getByRole('button', { name: 'Publicar' }).click();
  const sheet = page.getByRole('dialog');
  await confirmHoursLost(sheet);
  await sheet.getByLabel('Agora', { exact: true }).check();
  await sheet.getByRole('button', { name: 'Publicar' }).click();
  await expect(sheet).toBeHidden();
}
