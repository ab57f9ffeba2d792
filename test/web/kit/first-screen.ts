/** Measures a first screen: when the browser paints it, how many bytes are transferred, and what moves after the first paint. */
import type { Page } from '@playwright/test';
import { LONGEST_WAIT_MS } from '#web/campaigns/use-all-loaded.ts';
import { FIRST_SCREEN_MS } from '#web/shell/lazy-screens.ts';

export interface FirstScreen {
  /** Milliseconds from the navigation to the largest paint so far (LCP). */
  readonly largestPaintMs: number;
  /** Milliseconds from the navigation to the frame that shows what `watchFirstScreen` waited for. */
  readonly usableMs: number;
  /** The sum of all layout shifts without a recent input: never below the browser's CLS, which takes the worst window. */
  readonly shift: number;
  /** The elements that moved, each as "value: element before → after". */
  readonly moved: readonly string[];
  /** Bytes over the network, headers included, of the page, its files and its API answers. */
  readonly transferredBytes: number;
  /** Paths of the requested files below `/assets`. */
  readonly assets: readonly string[];
}

/** Timers of the app that do not run during the measurement: the one that prefetches later screens, and the one that stops waiting for a late part. */
const STOPPED_TIMERS_MS = [FIRST_SCREEN_MS, LONGEST_WAIT_MS];

/** Starts the measurement; call it before the page is opened. `usable` selects the element that must be drawn before a person can begin. */
export async function watchFirstScreen(page: Page, usable: string): Promise<void> {
  await page.addInitScript(observe, { usable, stoppedMs: STOPPED_TIMERS_MS });
}

/** Waits until the screen is usable, all requests are answered and 300 ms have passed without a change, then reads the measurement. */
export async function readFirstScreen(page: Page): Promise<FirstScreen> {
  await page.waitForFunction(() => (window as unknown as Watched).firstScreen.usableMs !== null);
  await page.waitForFunction(() => {
    const { requests, drawnAt } = (window as unknown as Watched).firstScreen;
    return requests.size === 0 && performance.now() - drawnAt > 300 && document.fonts.status === 'loaded';
  });
  return page.evaluate(() => {
    const { usableMs, shifts, largestPaintMs } = (window as unknown as Watched).firstScreen;
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    const assets = entries.map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/assets/'));
    return {
      largestPaintMs,
      usableMs: usableMs ?? Number.NaN,
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: shifts.map(({ value, what }) => `${value.toFixed(4)}: ${what}`),
      transferredBytes: entries.reduce((sum, { transferSize }) => sum + transferSize, 0),
      assets: [...new Set(assets)],
    };
  });
}

/** Formats the measurement as one line for the log. */
export function describeScreen(
  name: string,
  { largestPaintMs, usableMs, shift, transferredBytes }: FirstScreen,
): string {
  const ms = (value: number) => `${Math.round(value)} ms`;
  return `${name}: LCP ${ms(largestPaintMs)}, usable ${ms(usableMs)}, CLS ${shift.toFixed(4)}, ${transferredBytes} bytes`;
}

interface Watched {
  readonly firstScreen: {
    usableMs: number | null;
    largestPaintMs: number;
    drawnAt: number;
    readonly shifts: { readonly value: number; readonly what: string }[];
    readonly requests: Set<unknown>;
  };
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** Runs in the page, before any of its own scripts. */
function observe({ usable, stoppedMs }: { readonly usable: string; readonly stoppedMs: readonly number[] }): void {
  const first: Watched['firstScreen'] = {
    usableMs: null,
    largestPaintMs: 0,
    drawnAt: 0,
    shifts: [],
    requests: new Set(),
  };
  Object.assign(window, { firstScreen: first });

  const { setTimeout: startTimer, fetch: ask } = window;
  const doNothing = () => undefined;
  Object.assign(window, {
    setTimeout: (run: TimerHandler, ms = 0, ...values: unknown[]) =>
      startTimer(stoppedMs.includes(ms) ? doNothing : run, ms, ...values),
    fetch: (...call: Parameters<typeof fetch>) => {
      const asking = ask(...call);
      first.requests.add(asking);
      const answered = () => void first.requests.delete(asking);
      asking.then(answered, answered);
      return asking;
    },
  });

  const rect = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
  const nameOf = (node: Node | null) =>
    node instanceof Element ? `<${node.localName} class="${node.className}">` : `text "${node?.textContent ?? ''}"`;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue;
      const what = sources.map(
        ({ node, previousRect, currentRect }) => `${nameOf(node)} ${rect(previousRect)} → ${rect(currentRect)}`,
      );
      first.shifts.push({ value, what: what.join('; ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) first.largestPaintMs = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  new MutationObserver(() => {
    first.drawnAt = performance.now();
    if (first.usableMs !== null || document.querySelector(usable) === null) return;
    // The time is read in the frame after the one that draws the element.
    requestAnimationFrame(() => requestAnimationFrame((at) => (first.usableMs ??= at)));
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}
