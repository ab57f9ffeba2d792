/** The summary of a week: a brand manager reads it on the Panorama, sees the mail beforehand, and switches the mail off. */
import {
  asSeller,
  checkBothSizes,
  DESK,
  expect,
  expectNoViolations,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

/** A Friday, on which no mail is due. */
const DAY = '2026-11-20T15:00:00-03:00';

test.use({ hasMail: true });

test('a brand manager reads the last week, sees its mail, and switches the mail off; a store’s device shows no mail', {
  tag: '@long',
}, async ({ page, context, browser, product }) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/panorama');
  const title = page.getByRole('heading', { name: 'Resumo da semana', exact: true });
  await expect(title).toBeVisible();
  await expect(page.getByText('9 nov a 15 nov', { exact: true })).toBeVisible();
  await expect(page.getByText('Noites de trabalho', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Prévia do e-mail' }).click();
  const preview = page.getByRole('region', { name: 'Prévia do e-mail' });
  await expect(preview.getByRole('heading', { name: 'Resumo da semana: Aurora, 9 nov a 15 nov' })).toBeVisible();
  await expect(preview.getByText('Para gestao@aurora.example')).toBeVisible();
  await expect(preview.getByText(/Contatos enviados: \d+ \(.*\/panorama\?dias=datas/s)).toBeVisible();
  await checkBothSizes(page, async (size) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectNoViolations(page);
    await title.scrollIntoViewIfNeeded();
    await takePicture(page, `week-summary-${size.width}`, { whole: true });
  });

  const wanted = page.getByRole('checkbox', { name: 'Receber o resumo por e-mail' });
  await expect(wanted).toBeChecked();
  const saved = page.waitForResponse(/account\/mails/);
  await wanted.uncheck();
  await saved;
  await page.goto('/conta');
  const ofAccount = page.getByRole('checkbox', { name: 'Resumo da semana' });
  await expect(ofAccount).not.toBeChecked();
  await ofAccount.check();
  await page.goto('/panorama');
  await expect(wanted).toBeChecked();
  await page.getByRole('link', { name: 'Ver a semana' }).click();
  await expect(page).toHaveURL(/dias=datas&de=2026-11-09&ate=2026-11-15/);
  await expect(page.getByRole('radio', { name: 'Outras datas' })).toBeChecked();

  const device = await browser.newContext({ baseURL: product.base, viewport: PHONE, locale: 'pt-BR' });
  await asSeller(device, 'paulista@aurora.example', '9999');
  const store = await device.newPage();
  await store.goto('/panorama');
  await expect(store.getByRole('heading', { name: 'Resumo da semana', exact: true })).toBeVisible();
  await expect(store.getByRole('button', { name: 'Prévia do e-mail' })).toHaveCount(0);
  await expectNoViolations(store);
  await takePicture(store, 'week-summary-store-390', { whole: true });
});
