/** What every journey starts from: the product running, ways to be signed in, the clock, and eyes for screens and faults. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { keepTimer } from './axe.ts';
import { forEachContext } from './contexts.ts';
import { countRequests } from './page-clock.ts';
import { type Product, type Server, startServer } from './product.ts';

export { expect, type Page } from '@playwright/test';
export { expectNoViolations } from './axe.ts';
export { heardBy, passTime, stopClock } from './page-clock.ts';
export { asSeller, deviceOf, openPersonMenu, signIn } from './sign-in.ts';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * `product`: one of its own for each journey, with the demo untouched and the clock standing still. A page may say
 * nothing on its console and throw nothing: where it does, the journey fails.
 */
export const test = base.extend<{ product: Product; watchedContexts: undefined }, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const server = startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  product: async ({ server }, use) => {
    await use(await server.open());
    server.close();
  },
  baseURL: async ({ product }, use) => use(product.base),
  watchedContexts: [
    async ({ browser, product }, use) => {
      const said: string[] = [];
      const stop = forEachContext(browser, product, async (context) => {
        await keepTimer(context);
        countRequests(context);
        await keepToasts(context);
        context.on('console', (message) => {
          if (message.type() === 'error' && !EXPECTED.test(message.text())) said.push(message.text());
        });
        context.on('weberror', (error) => said.push(error.error().message));
      });
      await use(undefined);
      await stop();
      expect(said, 'what the pages complained of').toEqual([]);
    },
    { auto: true },
  ],
});

/** The browser's own line for an answer that refuses, for a part of the app and for a network that we took away. */
const EXPECTED = /Failed to load resource|Failed to fetch dynamically imported module|net::ERR_INTERNET_DISCONNECTED/;

/**
 * A toast waits while it is pointed at: here each is, from the beginning, so that a slow machine reads it too. One that
 * lies over what was pressed last, or over what has the focus, is complained of: it hides what it speaks of.
 */
async function keepToasts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let pressed: Element | null = null;
    const complained = new Set<string>();
    const toastNow = () => document.querySelector('[role=status] > [data-tone]');
    const isUnder = (toast: Element, element: Element) => {
      const [over, { left, top, right, bottom, width, height }] = [
        toast.getBoundingClientRect(),
        element.getBoundingClientRect(),
      ];
      const isSeen = width > 1 && height > 1 && height < innerHeight / 2;
      return isSeen && left < over.right && right > over.left && top < over.bottom - 1 && bottom > over.top + 1;
    };
    const look = () => {
      const toast = toastNow();
      if (toast === null || document.querySelector('dialog[open]') !== null) return;
      for (const element of [pressed, document.activeElement]) {
        if (element === null || !element.isConnected || toast.contains(element)) continue;
        // The ways of the app stand beside the toast, and never move.
        if (element.closest('main') === null || !isUnder(toast, element)) continue;
        const complaint = `the toast "${toast.textContent}" covers "${element.textContent}"`;
        if (!complained.has(complaint)) console.error(complaint);
        complained.add(complaint);
      }
    };
    const lookSoon = () => Reflect.get(window, 'timerOfTheKit')(look, 150);
    const pointAt = () => {
      const toast = document.querySelector('[role=status] > [data-tone]:not([data-pointed-at])');
      if (toast === null) return;
      toast.setAttribute('data-pointed-at', '');
      toast.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      lookSoon();
    };
    new MutationObserver(pointAt).observe(document, { childList: true, subtree: true });
    addEventListener('focusin', lookSoon);
    addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element) pressed = target.closest('button, a, label, li');
      },
      { capture: true },
    );
  });
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

/** As `reach`, and each stop on the way shows that it has the focus: by an outline of 2 px, its own or its card's. */
export async function reachSeen(page: Page, target: ReturnType<Page['getByRole']>, key: string): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 150; steps++) {
    const [isThere, unseen] = await target.evaluate((wanted) => {
      const focused = document.activeElement;
      const isStop = focused instanceof HTMLElement && focused !== document.body && focused.tabIndex >= 0;
      const outlined = [focused, focused?.closest('li')].some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      return [focused === wanted, isStop && !outlined ? focused.outerHTML.slice(0, 120) : null] as const;
    });
    if (steps > 0 || isThere) expect(unseen, 'what has the focus and does not show it').toBeNull();
    if (isThere) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never comes there');
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

/** What is pressed and is lower than 44 px. A link that covers its card is as high as the card. */
export function tooSmall(page: Page): Promise<unknown[]> {
  return page
    .locator('button:visible, a:visible, input:not([type=radio]):visible, label:has(input):visible')
    .evaluateAll((all) =>
      all
        .filter((each) => !each.matches('[href^="#"]'))
        .map((each) => {
          const covers = getComputedStyle(each, '::after').position === 'absolute';
          const pressed = covers ? (each.closest('li') ?? each) : each;
          return { height: pressed.getBoundingClientRect().height, text: each.textContent };
        })
        .filter(({ height }) => height < 43.5),
    );
}
