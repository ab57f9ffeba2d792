/** Two records of one customer: a manager finds the duplicate, compares both, merges them, and undoes it from the profile. */
import {
  asSeller,
  DESK,
  expect,
  expectNoViolations,
  listTooSmall,
  type Page,
  PHONE,
  takePicture,
  test,
} from './kit/journey.ts';
import { PAULISTA } from './kit/seller.ts';

const DAY = '2026-11-18T15:00:00-03:00';

async function check(page: Page, name: string): Promise<void> {
  await expectNoViolations(page);
  expect(await listTooSmall(page), name).toEqual([]);
  await takePicture(page, name, { whole: true });
}

for (const [width, size, tag] of [
  [390, PHONE, ''],
  [1280, DESK, ' @long'],
] as const) {
  test(`a manager merges two records of one customer and separates them again, at ${width} pixels${tag}`, async ({
    page,
    context,
    product,
  }) => {
    await page.setViewportSize(size);
    await product.at(DAY);
    await asSeller(context, PAULISTA, '9999');
    const add = async (data: object): Promise<string> => {
      const answer = await context.request.post('/api/v1/customers', { data });
      return (await answer.json()).id;
    };
    const kept = await add({ name: 'Zélia Quintão', phone: '(11) 90000-7101', note: 'Prefere azul.', tags: ['vip'] });
    const twin = await add({
      ...{
        name: 'Zelia Quintao',
        phone: '(11) 90000-7102',
        email: 'zelia@exemplo.example',
        city: 'Santos',
        state: 'SP',
      },
      permission: { state: 'refused' },
    });
    await page.goto(`/cliente/${kept}`);
    await page.getByRole('button', { name: 'Juntar com outro cadastro' }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('heading', { name: 'Parecem ser a mesma pessoa' })).toBeVisible();
    await check(page, `merge-pick-${width}`);
    await sheet.getByLabel('Procurar por nome ou número').fill('nobody at all');
    await expect(sheet.getByText('Nenhum cadastro com esse nome ou número.')).toBeVisible();
    await sheet.getByRole('button', { name: 'Comparar com Zelia Quintao' }).press('Enter');

    await expect(sheet.getByRole('heading', { name: 'Juntar estes dois cadastros?' })).toBeVisible();
    await expect(sheet.getByRole('row', { name: /E-mail/ })).toContainText('zelia@exemplo.example, fica');
    await expect(sheet.getByText('Um dos dois não quer mensagens')).toBeVisible();
    await check(page, `merge-compare-${width}`);
    await sheet.getByRole('button', { name: 'Juntar', exact: true }).click();
    await expect(page.getByText('Cadastros juntados em Zélia Quintão.')).toBeVisible();
    await expect(page.getByText('zelia@exemplo.example')).toBeVisible();
    await expect(page.getByText(/Juntado com Zelia Quintao.*por Carla/)).toBeVisible();
    await check(page, `merge-done-${width}`);

    await page.goto(`/cliente/${twin}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Zélia Quintão' })).toBeVisible();
    await page.getByRole('button', { name: 'Desfazer a junção com Zelia Quintao' }).click();
    await expect(page.getByText('Cadastros separados de novo.')).toBeVisible();
    await page.goto(`/cliente/${twin}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Zelia Quintao' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Juntar com outro cadastro' })).toBeVisible();
  });
}
