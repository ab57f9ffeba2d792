/** What axe finds on a screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, expect, type Page } from '@playwright/test';

/**
 * The axe that `@axe-core/playwright` brings. Its own runner opens a second page for each screen, to put the results of
 * frames together; the product has no frames, and that page costs time in each check.
 */
const axeFile = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
/** Between two rules axe lets a timer run: a real one, also where the journey has stopped the page's clock. */
const source = `((setTimeout) => {${readFileSync(axeFile, 'utf8')}})(window.timerOfTheKit ?? setTimeout)`;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
}

/** Keeps the browser's own timer where the fake clock of a page does not reach. */
export async function keepTimer(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.assign(window, { timerOfTheKit: window.setTimeout.bind(window) });
  });
}

/** No violation of WCAG 2.2 AA nor of axe's good practice, on what is shown now. */
export async function expectNoViolations(page: Page): Promise<void> {
  const there = await page.evaluate(() => 'axe' in window);
  if (!there) await page.evaluate(source);
  const { violations }: { violations: Violation[] } = await page.evaluate(`axe.run({ resultTypes: ['violations'] })`);
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
  expect(found, 'what axe found').toEqual([]);
}
