/** Lists of a brand with 200 stores and 2,000 people: found by typing, sorted and turned page by page at a desk, and a plain list on a phone. */
import {
  DESK,
  expect,
  expectNoViolations,
  listTooSmall,
  type Page,
  PHONE,
  signIn,
  takePicture,
  test,
} from './kit/journey.ts';

const DAY = '2026-11-18T15:00:00-03:00';

async function nameOfFirst(page: Page): Promise<string> {
  return (await page.getByRole('table').getByRole('link').first().textContent()) ?? '';
}

test('at a desk 2,000 people are turned page by page; the page is in the address and stays on the way back', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await product.fillAurora();
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/equipe?query=pessoa');
  const table = page.getByRole('table', { name: 'Equipe' });
  const pages = page.getByRole('navigation', { name: 'Páginas' });
  const [previous, next] = [
    pages.getByRole('button', { name: 'Página anterior' }),
    pages.getByRole('button', { name: 'Próxima página' }),
  ];
  await expect(pages.getByText(/^1 a 50 de 1\.9\d\d$/)).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(51);
  await expect(previous).toBeDisabled();
  await next.press('Enter');
  await expect(pages.getByText(/^51 a 100 de /)).toBeVisible();
  await expect(next).toBeFocused();
  await expect(table.getByRole('row')).toHaveCount(51);
  await expect(table.getByRole('row', { name: /Pessoa 0051/ })).toHaveAttribute('aria-rowindex', '52');
  await expect(page).toHaveURL(/page=2/);
  await expectNoViolations(page);
  expect(await listTooSmall(page)).toEqual([]);
  await takePicture(page, 'people-page-1280', { whole: true });

  await page.reload();
  await expect(pages.getByText(/^51 a 100 de /)).toBeVisible();
  await page.getByRole('link', { name: 'Abrir Pessoa 0051' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pessoa 0051' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Equipe' }).click();
  await expect(pages.getByText(/^51 a 100 de /)).toBeVisible();
  await previous.click();
  await expect(pages.getByText(/^1 a 50 de /)).toBeVisible();
  await expect(page).not.toHaveURL(/page=/);

  await next.click();
  await page.getByRole('button', { name: 'Ordenar por Nome' }).press('Enter');
  await expect(pages.getByText(/^1 a 50 de /)).toBeVisible();
  expect(await nameOfFirst(page)).toMatch(/^Pessoa 19\d\d$/);
  await next.click();
  await page.getByRole('searchbox').fill('pessoa 0107');
  await expect(page.getByText('1 pessoa', { exact: true })).toBeVisible();
  await expect(pages).toHaveCount(0);
  await page.goto('/equipe?query=pessoa&page=9999');
  await expect(pages.getByText(/^1 a 50 de /)).toBeVisible();
});

test('a page that the server does not send leaves the page before it, and is asked for by the same button', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await page.setViewportSize(DESK);
  await product.at(DAY);
  await product.fillAurora();
  await signIn(context, 'gestao@aurora.example');
  await page.goto('/lojas');
  const pages = page.getByRole('navigation', { name: 'Páginas' });
  const next = pages.getByRole('button', { name: 'Próxima página' });
  await expect(pages.getByText('1 a 50 de 200')).toBeVisible();
  const first = await nameOfFirst(page);
  await page.route(/\/api\/v1\/stores\?.*cursor=/, (route) => route.abort());
  await next.click();
  await expect(next).toBeEnabled();
  await expect(pages.getByText('1 a 50 de 200')).toBeVisible();
  expect(await nameOfFirst(page)).toBe(first);
  await page.unroute(/\/api\/v1\/stores\?.*cursor=/);
  await next.click();
  await expect(pages.getByText('51 a 100 de 200')).toBeVisible();
  await next.click();
  await expect(pages.getByText('101 a 150 de 200')).toBeVisible();
  await next.click();
  await expect(pages.getByText('151 a 200 de 200')).toBeVisible();
  await expect(next).toBeDisabled();
  await expectNoViolations(page);
});

test('on a phone both are plain lists, which go on with a button', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await page.setViewportSize(PHONE);
  await product.at(DAY);
  await product.fillAurora();
  await signIn(context, 'gestao@aurora.example');
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  for (const [path, name, total] of [
    ['/lojas', 'Lojas', '200 lojas'],
    ['/equipe?query=pessoa', 'Equipe', /^1\.\d{3} pessoas$/],
  ] as const) {
    await page.goto(path);
    const lines = page.getByRole('list', { name, exact: true }).getByRole('listitem');
    await expect(page.getByText(total)).toBeVisible();
    await expect(lines).toHaveCount(50);
    await page.getByRole('button', { name: 'Mostrar mais' }).click();
    await expect(lines).toHaveCount(100);
    await expect(page.getByRole('table')).toHaveCount(0);
    await expectNoViolations(page);
  }
  expect(asked.filter((url) => /desk-table/.test(url))).toEqual([]);
});
