/** The browser contexts of one journey: Playwright's own, and those that the journey opens besides. */
import type { Browser, BrowserContext } from '@playwright/test';
import type { Product } from './product.ts';
import { productOf } from './sign-in.ts';

/**
 * Prepares each context that is opened from now on. Gives the function that ends this, and closes the contexts that the
 * journey left open.
 */
export function forEachContext(
  browser: Browser,
  product: Product,
  prepare: (context: BrowserContext) => Promise<void>,
): () => Promise<void> {
  const opened: BrowserContext[] = [];
  const { newContext } = browser;
  browser.newContext = async (options) => {
    const context = await newContext.call(browser, options);
    opened.push(context);
    productOf.set(context, product);
    await prepare(context);
    return context;
  };
  return async () => {
    browser.newContext = newContext;
    await Promise.all(opened.map((context) => context.close()));
  };
}
