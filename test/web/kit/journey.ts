/** What every journey starts from: the product running, ways to be signed in, the clock, and eyes for screens and faults. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type Product, startProduct } from './product.ts';

export { expect, type Page } from '@playwright/test';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * `product`: one for the journeys of a worker, so each journey sets the clock it needs. A page may say nothing on its
 * console and throw nothing: where it does, the journey fails.
 */
export const test = base.extend<{ quietConsole: undefined }, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ product }, use) => use(product.base),
  quietConsole: [
    async ({ context }, use) => {
      const said: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text())) said.push(message.text());
      });
      context.on('weberror', (error) => said.push(error.error().message));
      await use(undefined);
      expect(said, 'what the pages complained of').toEqual([]);
    },
    { auto: true },
  ],
});

/** The browser's own line for an answer that refuses, and for a network that we took away. */
const EXPECTED = /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/;

/** Signs a store in and begins the turn of whose PIN it is, without the screens. */
export async function asSeller(context: BrowserContext, email: string, pin: string): Promise<void> {
  await signIn(context, email);
  const answer = await context.request.post('/api/v1/session/pin', { data: { pin } });
  expect(answer.status(), `PIN ${pin}`).toBe(200);
}

/** Signs in a store's device (nobody holds it yet), a person's own account, or support. */
export async function signIn(context: BrowserContext, email: string): Promise<void> {
  const brand = /@(\w+)\.example$/.exec(email)?.[1] ?? '';
  const password = `${email.startsWith('suporte@') ? 'suporte' : brand}-demo`;
  const answer = await context.request.post('/api/v1/session', { data: { email, password } });
  expect(answer.status(), email).toBe(200);
}

/** Walks there by Tab alone, as somebody without a mouse does, and presses. */
export async function reach(page: Page, target: ReturnType<Page['getByRole']>, key?: string): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 150; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      if (key !== undefined) await page.keyboard.press(key);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never comes there');
}

/** No violation of WCAG 2.2 AA nor of axe's good practice, on what is shown now. */
export async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
  expect(found, 'what axe found').toEqual([]);
}

/**
 * A picture of the screen, for people: among the results, and with `OTO_KEEP_SCREENS=1` in `docs/screens`, where the
 * README shows it.
 */
export async function shot(page: Page, name: string, { whole = false } = {}): Promise<void> {
  const folder = process.env.OTO_KEEP_SCREENS ? join(root, 'docs', 'screens') : join(root, 'test-results', 'screens');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
}
