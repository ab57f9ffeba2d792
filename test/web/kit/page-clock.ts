/**
 * Time in a page: it stands still while a journey reads, and passes only when the journey says so. A journey installs
 * the clock before it opens the page (`page.clock.install()`), and stops it once the screen has loaded: screens load only
 * while their clock runs.
 */
import { type BrowserContext, expect, type Page, type Request } from '@playwright/test';
import type { Product } from './product.ts';

/** What each context asked and has no answer to yet, but for the stream that never ends. */
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

/** A page gives an answer fifteen seconds by its clock: that must not jump while an answer is under way. */
async function everythingAnswered(page: Page): Promise<void> {
  await expect.poll(() => unanswered.get(page.context())?.size, { message: 'requests without an answer' }).toBe(0);
}

/** Opens a screen by `open`, and waits until it hears what happens on the server from then on. */
export async function heardBy(page: Page, open: () => Promise<unknown>): Promise<void> {
  const listening = page.waitForResponse(/\/api\/v1\/live/);
  await open();
  await listening;
}

/** Stops the page's clock: what is shown for seconds stays until the journey has read it. */
export async function stopClock(page: Page): Promise<void> {
  await everythingAnswered(page);
  await expect(async () => {
    // An instant to come, which has gone by where the machine took longer than a second to say it.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  }).toPass();
}

/**
 * Lets time pass on the server and on a page whose clock is stopped, with no message between the two: what turns, turns
 * by itself. The page carries the server's time on where `product.at` said that it is `ticking`.
 */
export async function passTime(product: Product, page: Page, ms: number): Promise<void> {
  await everythingAnswered(page);
  await product.pass(ms);
  await page.clock.runFor(ms);
}
