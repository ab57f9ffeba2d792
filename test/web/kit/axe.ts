/** Checks a screen with axe, which finds violations of accessibility rules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, expect, type Page } from '@playwright/test';

/**
 * The file of axe that `@axe-core/playwright` brings. The runner of that package opens a second page for each check, to
 * merge the results of frames; the product has no frames, and the second page costs time.
 */
const axeFile = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
/** Axe waits for a timer between two rules. `keepTimers` keeps a real timer for it, also where a journey stopped the page's clock. */
const source = `((setTimeout) => {${readFileSync(axeFile, 'utf8')}})(window.timerOfTheKit ?? setTimeout)`;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
}

/** Keeps the browser's own timer and frames under names that the fake clock of a page does not replace. */
export async function keepTimers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.assign(window, {
      timerOfTheKit: window.setTimeout.bind(window),
      frameOfTheKit: window.requestAnimationFrame.bind(window),
    });
  });
}

/** Asserts that the screen, as it is now, violates neither WCAG 2.2 AA nor the good practice that axe knows. */
export async function expectNoViolations(page: Page): Promise<void> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  if (!isLoaded) await page.evaluate(source);
  const { violations }: { violations: Violation[] } = await page.evaluate(`axe.run({ resultTypes: ['violations'] })`);
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
  expect(found, 'what axe found').toEqual([]);
}
