/** The browser contexts of one journey: the one that Playwright opens, and those that the journey opens itself. */
import type { Browser, BrowserContext } from '@playwright/test';
import type { Product } from './product.ts';
import { productOf } from './sign-in.ts';

/**
 * Runs `prepare` for each context that is opened from now on. Returns a function that ends this and closes the contexts
 * that the journey left open.
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
