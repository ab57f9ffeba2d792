/** Measures how long a seller's screen Hoje takes until it can be used, in a browser with an empty cache, on loopback: `[--json]`. */
import process from 'node:process';
import { chromium } from '@playwright/test';
import { findBrowser } from '#web-kit/browser.ts';
import { readFirstScreen, watchFirstScreen } from '#web-kit/first-screen.ts';
import { startServer } from '#web-kit/product.ts';
import { deviceOf } from '#web-kit/sign-in.ts';

export interface FirstLoadBench {
  readonly rounds: number;
  readonly screens: readonly {
    readonly width: number;
    /** Milliseconds from the navigation to the frame that shows the first suggestion. */
    readonly usable: { readonly best: number; readonly median: number };
    /** Milliseconds from the navigation to the largest paint. */
    readonly largestPaint: { readonly best: number; readonly median: number };
    /** Bytes over the network in the last round, with headers, the demo's bar and the answers of the API. */
    readonly transferredBytes: number;
    /** The largest sum of layout shifts of all rounds. */
    readonly shift: number;
  }[];
}

const ROUNDS = 9;
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const AFTERNOON = '2026-11-23T15:00:00-03:00';

export async function firstLoadBench(): Promise<FirstLoadBench> {
  const { path, env } = await findBrowser();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const browser = await chromium.launch({ ...(path === null ? {} : { executablePath: path }), env, args });
  const server = startServer();
  try {
    const product = await server.open({ isProduction: false, hasMail: false });
    await product.at(AFTERNOON);
    const device = await deviceOf(product, 'paulista@aurora.example', '1111');
    const signedIn = await device.storageState();
    await device.dispose();
    const screens: FirstLoadBench['screens'][number][] = [];
    for (const viewport of SIZES) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) {
        // Each new context has its own, empty cache.
        const context = await browser.newContext({ baseURL: product.base, viewport, storageState: signedIn });
        const page = await context.newPage();
        await watchFirstScreen(page, 'main a[href^="/sugestao/"]');
        await page.goto('/');
        rounds.push(await readFirstScreen(page));
        await context.close();
      }
      screens.push({
        width: viewport.width,
        usable: bestAndMedian(rounds.map(({ usableMs }) => usableMs)),
        largestPaint: bestAndMedian(rounds.map(({ largestPaintMs }) => largestPaintMs)),
        transferredBytes: rounds.at(-1)?.transferredBytes ?? 0,
        shift: Math.max(...rounds.map(({ shift }) => shift)),
      });
    }
    return { rounds: ROUNDS, screens };
  } finally {
    await browser.close();
    server.close();
    await server.stop();
  }
}

function bestAndMedian(times: readonly number[]): { readonly best: number; readonly median: number } {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  return { best: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
}

/** Formats the result as lines for a person. */
export function tableOf({ rounds, screens }: FirstLoadBench): string {
  return [
    `A seller's Hoje with an empty cache on loopback, ${rounds} rounds each, in ms: best and median`,
    'width   usable         LCP            CLS      bytes',
    ...screens.map(({ width, usable, largestPaint, shift, transferredBytes }) => {
      const times = [usable, largestPaint].map(({ best, median }) => `${best} / ${median}`.padEnd(15));
      return `${String(width).padEnd(8)}${times.join('')}${shift.toFixed(4)}   ${transferredBytes}`;
    }),
  ].join('\n');
}

if (import.meta.main) {
  const result = await firstLoadBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
