/**
 * The clock of a page. A journey installs the clock before it opens the page (`page.clock.install()`), stops the clock
 * once the screen has loaded, because screens load only while their clock runs, and moves it from then on.
 */
import { type BrowserContext, expect, type Page, type Request } from '@playwright/test';
import type { Product } from './product.ts';

/** The requests of each context that have no answer yet, without the stream of events, which never ends. */
const unanswered = new WeakMap<BrowserContext, Set<Request>>();

export function countRequests(context: BrowserContext): void {
  const open = new Set<Request>();
  unanswered.set(context, open);
  context.on('request', (request) => {
    if (!request.url().includes('/api/v1/live')) open.add(request);
  });
  context.on('requestfinished', (request) => open.delete(request));
  context.on('requestfailed', (request) => open.delete(request));
}

/** Waits until no request is open: a page gives up a request after 15 s of its clock, which must not jump before the answer. */
async function waitForAnswers(page: Page): Promise<void> {
  await expect.poll(() => unanswered.get(page.context())?.size, { message: 'requests without an answer' }).toBe(0);
}

/** Opens a screen by `open`, and waits until the screen receives the server's events. */
export async function openAndListen(page: Page, open: () => Promise<unknown>): Promise<void> {
  const listening = page.waitForResponse(/\/api\/v1\/live/);
  await open();
  await listening;
}

/** Stops the page's clock, so that a sentence shown for some seconds stays until the journey has read it. */
export async function stopClock(page: Page): Promise<void> {
  await waitForAnswers(page);
  await expect(async () => {
    // The clock stops at an instant one second ahead; a slow machine may have passed that instant, and tries again.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  }).toPass();
}

/**
 * Moves the server's clock and the stopped clock of a page by `ms`. The server sends no event, so that whatever changes
 * on the page changes by itself. The page advances the server's time only where `product.at` was called with `ticking`.
 */
export async function passTime(product: Product, page: Page, ms: number): Promise<void> {
  await waitForAnswers(page);
  await product.pass(ms);
  await page.clock.runFor(ms);
}
