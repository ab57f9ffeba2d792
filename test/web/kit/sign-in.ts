/** Signs devices in without the screens, and without checking a password in every journey, which costs 100 ms of computing. */
import { type APIRequestContext, type BrowserContext, expect, type Page, request } from '@playwright/test';
import { takeDevice } from '#kit/demo-template.ts';
import type { Product } from './product.ts';

/** The product to which each context of the journey talks. */
export const productOf = new WeakMap<BrowserContext, Product>();
/** The account to which each context was signed in last. */
const accountOf = new WeakMap<BrowserContext, string>();

/**
 * Begins the turn of the person with `pin` on a device of the store `email`. Where the context is such a device already,
 * only the person changes; otherwise the store is signed in first.
 */
export async function asSeller(context: BrowserContext, email: string, pin: string): Promise<void> {
  if (accountOf.get(context) !== email) await signIn(context, email);
  await givePin(context.request, pin);
}

/** Signs in the account of a store, of a person or of support. On a store's device no turn begins. */
export async function signIn(context: BrowserContext, email: string): Promise<void> {
  const product = productOf.get(context);
  if (product === undefined) throw new Error('The kit prepares every context: open it by the fixture `browser`.');
  accountOf.set(context, email);
  const device = takeDevice(product.devices, email);
  if (device === undefined) return signInByPassword(context.request, email);
  const cookies = Object.entries(device.cookies).map(([name, value]) => ({ name, value, url: product.base }));
  await context.addCookies(cookies);
}

/** Opens a device of the store `email` without a browser and begins the turn of the person with `pin`. The caller disposes of the device. */
export async function deviceOf(product: Product, email: string, pin: string): Promise<APIRequestContext> {
  const { hostname } = new URL(product.base);
  const ready = takeDevice(product.devices, email);
  const cookies = Object.entries(ready?.cookies ?? {}).map(([name, value]) => ({
    ...{ name, value, domain: hostname, path: '/', expires: -1 },
    ...{ httpOnly: true, secure: false, sameSite: 'Lax' as const },
  }));
  const device = await request.newContext({ baseURL: product.base, storageState: { cookies, origins: [] } });
  if (ready === undefined) await signInByPassword(device, email);
  await givePin(device, pin);
  return device;
}

async function signInByPassword(device: APIRequestContext, email: string): Promise<void> {
  const brand = /@(\w+)\.example$/.exec(email)?.[1] ?? '';
  const password = `${email.startsWith('suporte@') ? 'suporte' : brand}-demo`;
  const answer = await device.post('/api/v1/session', { data: { email, password } });
  expect(answer.status(), email).toBe(200);
}

async function givePin(device: APIRequestContext, pin: string): Promise<void> {
  const answer = await device.post('/api/v1/session/pin', { data: { pin } });
  expect(answer.status(), `PIN ${pin}`).toBe(200);
}

/** Opens the menu of the signed-in person. The demo's bar, which has a button with the same name, is left out. */
export async function openPersonMenu(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).and(page.locator(':not(aside *)')).first().click();
}
