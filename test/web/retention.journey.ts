/** How long a brand keeps what: its manager changes the days in *Minha conta*, and a day that cannot be is explained. */
import {
  checkBothSizes,
  expect,
  expectNoViolations,
  listTooSmall,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

const DAY = '2026-11-18T15:00:00-03:00';

test('a brand manager changes how long data are kept; a wrong number is refused with the limits, and nothing is saved', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/conta');
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^Privacidade: por quanto/ }) });
  const [texts, drafts, receipts] = [
    section.getByLabel('Textos enviados, em dias'),
    section.getByLabel('Textos não enviados e turnos encerrados, em dias'),
    section.getByLabel('Registro das decisões, em dias'),
  ];
  const save = section.getByRole('button', { name: 'Salvar prazos' });
  const readDays = async () => (await (await context.request.get('/api/v1/settings')).json()).retention;
  const before = { textsDays: 180, draftsDays: 30, receiptsDays: 1825 };
  await expect(texts).toHaveValue('180');
  await expect(drafts).toHaveValue('30');
  await expect(receipts).toHaveValue('1825');
  await expect(section.getByText(/^Acessos do suporte: 2 anos/)).toBeVisible();

  await receipts.fill('179');
  await drafts.fill('um mês');
  await save.click();
  await expect(section.getByText('Use um número inteiro de 180 a 3650.')).toBeVisible();
  await expect(section.getByText('Use um número inteiro de 1 a 365.')).toBeVisible();
  await expect(drafts).toHaveAttribute('aria-invalid', 'true');
  expect(await readDays()).toEqual(before);
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    expect(await listTooSmall(page)).toEqual([]);
    await takePicture(page, `retention-faults-${width}`, { whole: true });
  });

  await receipts.fill('365');
  await drafts.fill('15');
  await texts.fill('90');
  await save.click();
  await expect(page.getByText('Prazos salvos. Valem na próxima limpeza, em até um dia.')).toBeVisible();
  await expect(section.getByText(/^Use um número inteiro/)).toHaveCount(0);
  expect(await readDays()).toEqual({ textsDays: 90, draftsDays: 15, receiptsDays: 365 });
  await page.reload();
  await expect(texts).toHaveValue('90');
  await expect(receipts).toHaveValue('365');
  await checkBothSizes(page, async ({ width }) => {
    await expectNoViolations(page);
    await takePicture(page, `retention-saved-${width}`, { whole: true });
  });
});
