/** Lists at a desk: results stand beside their search, a line with the focus is marked, and an unknown address marks no link. */
import { asSeller, DESK, expect, expectNoViolations, PHONE, signIn, takePicture, test } from './kit/journey.ts';

const DAY = '2026-11-18T15:00:00-03:00';

test.use({ viewport: DESK });

for (const [who, email, path] of [
  ['support', 'suporte@oto.example', '/suporte/aurora/tentativas'],
  ['the brand', 'gestao@aurora.example', '/tentativas'],
] as const)
  test(`for ${who}, attempts stand beside a narrow search and fill the screen`, { tag: '@long' }, async ({
    page,
    context,
    product,
  }) => {
    await product.at(DAY);
    await signIn(context, email);
    await page.goto(path);
    const lines = page.getByRole('list', { name: 'Tentativas' }).getByRole('listitem');
    await expect(lines.first()).toBeVisible();
    const [line, form] = [await lines.first().boundingBox(), await page.getByRole('search').boundingBox()];
    if (line === null || form === null) throw new Error('the list or the search is not on the screen');
    expect(line.y, 'the first attempt is near the top').toBeLessThan(260);
    expect(line.x, 'the search stands at the left').toBeGreaterThan(form.x + form.width);
    expect(line.width, 'the attempts have most of the width').toBeGreaterThan(2 * form.width);
    await expect(page.getByRole('group', { name: 'Situação' }), 'the search is as high as its fields').toBeInViewport();
    await expect(page.getByLabel('Cliente')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Filtros' })).toBeHidden();
    await expectNoViolations(page);
    await takePicture(page, `attempts-beside-${email.split('@')[0]}-1280`);
    await page.setViewportSize(PHONE);
    await expect(page.getByLabel('Cliente')).toBeHidden();
    await takePicture(page, `attempts-beside-${email.split('@')[0]}-390`);
  });

test('J and K mark a whole line, and the mark moves to the next line', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(DAY);
  await signIn(context, 'suporte@oto.example');
  await page.goto('/suporte');
  const lines = page.getByRole('list', { name: 'Marcas' }).getByRole('listitem');
  await expect(lines.nth(1)).toBeVisible();
  const readStyles = () =>
    lines.evaluateAll((all) =>
      all.map((line) => [getComputedStyle(line).borderColor, getComputedStyle(line).boxShadow].join()),
    );
  const [plain] = await readStyles();
  await page.keyboard.press('j');
  await expect
    .poll(async () => (await readStyles()).map((style) => style === plain).slice(0, 2))
    .toEqual([false, true]);
  await expect(lines.first().getByRole('link')).toBeFocused();
  await page.keyboard.press('j');
  await expect
    .poll(async () => (await readStyles()).map((style) => style === plain).slice(0, 2))
    .toEqual([true, false]);
  await takePicture(page, 'support-walk-1280');
  await page.setViewportSize(PHONE);
  await takePicture(page, 'support-walk-390');
});

test('an unknown address marks no link as current, for a store’s manager, a brand’s manager and support', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(DAY);
  const current = page.getByRole('navigation').locator('[aria-current]');
  const openUnknown = async (path: string) => {
    await page.goto(path);
    await expect(page.getByText('Esta página não existe')).toBeVisible();
    await expect(current).toHaveCount(0);
  };
  await asSeller(context, 'paulista@aurora.example', '9999');
  await openUnknown('/nada');
  await takePicture(page, 'nowhere-1280');
  await page.setViewportSize(PHONE);
  await openUnknown('/nada');
  await takePicture(page, 'nowhere-390');
  await page.goto('/');
  await expect(current).toHaveCount(1);
  await signIn(context, 'gestao@aurora.example');
  await openUnknown('/nada');
  await signIn(context, 'suporte@oto.example');
  await openUnknown('/suporte/aurora/loja');
});
