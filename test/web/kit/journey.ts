/** The base of every journey: the running product, sign-in, the clock, pictures, and a watch for errors of the page. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { keepTimers } from './axe.ts';
import { forEachContext } from './contexts.ts';
import { countRequests } from './page-clock.ts';
import { type Product, type Server, startServer } from './product.ts';

export { expect, type Page } from '@playwright/test';
export { expectNoViolations } from './axe.ts';
export { openAndListen, passTime, stopClock } from './page-clock.ts';
export { asSeller, deviceOf, openPersonMenu, signIn } from './sign-in.ts';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * The fixture `product` gives each journey a product of its own, with the unchanged demo and a clock that stands still.
 * A journey fails where a page writes an error to its console or throws one.
 */
export const test = base.extend<
  { isProduction: boolean; hasMail: boolean; product: Product; watchedContexts: undefined },
  { server: Server }
>({
  /** Whether the product runs as outside the demo: `test.use({ isProduction: true })`. */
  isProduction: [false, { option: true }],
  /** Whether a mail server is set, which takes no mail: `test.use({ hasMail: true })`. */
  hasMail: [false, { option: true }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const server = startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  product: async ({ server, isProduction, hasMail }, use) => {
    await use(await server.open({ isProduction, hasMail }));
    server.close();
  },
  baseURL: async ({ product }, use) => use(product.base),
  watchedContexts: [
    async ({ browser, product }, use) => {
      const complaints: string[] = [];
      const stop = forEachContext(browser, product, async (context) => {
        await keepTimers(context);
        countRequests(context);
        await keepToasts(context);
        context.on('console', (message) => {
          if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
        });
        context.on('weberror', (error) => complaints.push(error.error().message));
      });
      await use(undefined);
      await stop();
      expect(complaints, 'errors of the pages').toEqual([]);
    },
    { auto: true },
  ],
});

/** The browser's own lines for a refusing answer, for a file that did not load, and for a network that a journey switched off. */
const EXPECTED = /Failed to load resource|Failed to fetch dynamically imported module|net::ERR_INTERNET_DISCONNECTED/;

/**
 * Points at each toast from its beginning, so that the toast stays until the journey has read it, also on a slow machine.
 * Writes an error to the page's console where a toast covers the element pressed last or the element with the focus.
 */
async function keepToasts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let pressed: Element | null = null;
    const complained = new Set<string>();
    const findToast = () => document.querySelector('[role=status] > [data-tone]');
    const isCovered = (toast: Element, element: Element) => {
      const [over, { left, top, right, bottom, width, height }] = [
        toast.getBoundingClientRect(),
        element.getBoundingClientRect(),
      ];
      const isVisible = width > 1 && height > 1 && height < innerHeight / 2;
      return isVisible && left < over.right && right > over.left && top < over.bottom - 1 && bottom > over.top + 1;
    };
    const checkToast = () => {
      const toast = findToast();
      if (toast === null || document.querySelector('dialog[open]') !== null) return;
      for (const element of [pressed, document.activeElement]) {
        if (element === null || !element.isConnected || toast.contains(element)) continue;
        // The bar of links is left out: it stands beside the toast and never moves.
        if (element.closest('main') === null || !isCovered(toast, element)) continue;
        const complaint = `the toast "${toast.textContent}" covers "${element.textContent}"`;
        if (!complained.has(complaint)) console.error(complaint);
        complained.add(complaint);
      }
    };
    const checkSoon = () => Reflect.get(window, 'timerOfTheKit')(checkToast, 150);
    const pointAt = () => {
      const toast = document.querySelector('[role=status] > [data-tone]:not([data-pointed-at])');
      if (toast === null) return;
      toast.setAttribute('data-pointed-at', '');
      toast.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      checkSoon();
    };
    new MutationObserver(pointAt).observe(document, { childList: true, subtree: true });
    addEventListener('focusin', checkSoon);
    addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element) pressed = target.closest('button, a, label, li');
      },
      { capture: true },
    );
  });
}

/** Moves the focus to `target` by Tab alone, as a person without a mouse does, and presses `key` there. */
export async function tabTo(page: Page, target: ReturnType<Page['getByRole']>, key?: string): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 150; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      if (key !== undefined) await page.keyboard.press(key);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the element');
}

/** Does what `tabTo` does, and asserts that each stop shows its focus by an outline of 2 px, its own or its card's. */
export async function tabToVisibly(page: Page, target: ReturnType<Page['getByRole']>, key: string): Promise<void> {
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
    if (steps > 0 || isThere) expect(unseen, 'an element that has the focus and does not show it').toBeNull();
    if (isThere) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the element');
}

/** Runs `check` with the page as wide as a phone, then as wide as a desk, and gives the page its own size back. */
export async function checkBothSizes(page: Page, check: (size: typeof PHONE) => Promise<unknown>): Promise<void> {
  const own = page.viewportSize();
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await waitForLayout(page);
    await check(size);
  }
  if (own === null) return;
  await page.setViewportSize(own);
  await waitForLayout(page);
}

/** Waits for two frames, in which the observers of sizes have run: the demo's bar sets the height of the page's head there. */
async function waitForLayout(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => {
        const waitForFrame = Reflect.get(window, 'frameOfTheKit');
        waitForFrame(() => waitForFrame(done));
      }),
  );
}

/**
 * Takes a picture of the screen for people, where one is asked for: `OTO_SCREENS=1` puts pictures into
 * `test-results/screens`, `OTO_KEEP_SCREENS=1` into `docs/screens`, where the README shows them. No assertion reads a
 * picture, and drawing 200 of them takes a tenth of the journeys' time.
 */
export async function takePicture(page: Page, name: string, { whole = false } = {}): Promise<void> {
  if (!process.env.OTO_SCREENS && !process.env.OTO_KEEP_SCREENS) return;
  const folder = process.env.OTO_KEEP_SCREENS ? join(root, 'docs', 'screens') : join(root, 'test-results', 'screens');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
}

/** Lists the buttons, links and fields that are lower than 44 px. A link that covers its card counts with the card's height. */
export function listTooSmall(page: Page): Promise<unknown[]> {
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
