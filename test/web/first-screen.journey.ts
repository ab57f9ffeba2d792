/** The first screen with an empty cache: its weight, when it can be used, and that nothing moves after the first paint. */
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { FIRST_LOAD_MOST, firstLoad, isDemoAsset, weigh } from './kit/first-load.ts';
import { describeScreen, readFirstScreen, watchFirstScreen } from './kit/first-screen.ts';
import { asSeller, DESK, expect, type Page, PHONE, signIn, takePicture, test } from './kit/journey.ts';
import { PAULISTA } from './kit/seller.ts';

/** A layout shift below this value is too small to be seen. */
const SHIFT_MOST = 0.02;
const SUGGESTION = 'main a[href^="/sugestao/"]';
const SIZES = [PHONE, DESK];
const HOURS = [
  ['open', '2026-11-23T15:00:00-03:00'],
  ['quiet', '2026-11-23T21:00:00-03:00'],
] as const;

/** The parts of a full Hoje of which each comes last once. */
const LATE = [
  /\/api\/v1\/holds\?state=ready/,
  /\/api\/v1\/attempts\?/,
  /\/assets\/ready-now-/,
  /\/assets\/unconfirmed-contacts-/,
];

/** The other people who have a first screen, how each signs in, and what must be drawn before the person can begin. */
const OTHERS: Readonly<
  Record<string, { readonly enter: (context: BrowserContext) => Promise<void>; readonly usable: string }>
> = {
  'a store’s manager': { enter: (context) => asSeller(context, PAULISTA, '9999'), usable: SUGGESTION },
  'a brand’s manager': { enter: (context) => signIn(context, 'gestao@aurora.example'), usable: 'main h1' },
  support: { enter: (context) => signIn(context, 'suporte@oto.example'), usable: 'main h1' },
  'nobody signed in': { enter: async () => undefined, usable: 'form' },
  'a store’s device without a turn': { enter: (context) => signIn(context, PAULISTA), usable: 'main h1' },
};

for (const viewport of SIZES)
  for (const [hours, at] of HOURS) {
    const where = `in ${hours} hours at ${viewport.width}`;

    test(`a seller’s Hoje does not move after its first paint and weighs at most 110 kB, ${where}`, {
      tag: hours === 'quiet' || viewport === DESK ? '@long' : [],
    }, async ({ page, context, product }) => {
      await page.setViewportSize(viewport);
      await product.at(at);
      await asSeller(context, PAULISTA, '1111');
      const { assets } = await expectStill(page, `Hoje ${where}`, SUGGESTION);
      const asked = assets.filter((path) => !isDemoAsset(path)).map((path) => path.slice(1));
      const list = new Set(firstLoad().filter((file) => !file.startsWith('assets/') || asked.includes(file)));
      // A desk opens the first suggestion beside the list: its code comes after the list's, on top of it.
      const counted = viewport === DESK ? [...list] : [...new Set([...list, ...asked])];
      const { bytes, lines } = weigh(counted);
      console.log(`Hoje ${where}: ${bytes} bytes of files as gzip sends them`);
      expect(bytes, lines.join('\n')).toBeLessThanOrEqual(FIRST_LOAD_MOST);
    });

    test(`the first screen of everybody else does not move after its first paint, ${where}`, {
      tag: '@long',
    }, async ({ browser, product }) => {
      await product.at(at);
      for (const [who, { enter, usable }] of Object.entries(OTHERS))
        await test.step(who, () =>
          openFresh(browser, { baseURL: product.base, viewport }, async (page) => {
            await enter(page.context());
            await expectStill(page, `${who} ${where}`, usable);
          }),
        );
    });
  }

for (const viewport of SIZES)
  test(`a full Hoje does not move, whichever of its parts comes last, at ${viewport.width}`, {
    tag: '@long',
  }, async ({ browser, context, product }) => {
    await fillDay(context, product);
    const { cookies } = await context.storageState();
    for (const late of LATE)
      await test.step(late.source, () =>
        openFresh(
          browser,
          { baseURL: product.base, viewport, storageState: { cookies, origins: [] } },
          async (page) => {
            const { asked, release } = await delayRequests(page.context(), late);
            await watchFirstScreen(page, SUGGESTION);
            await page.goto('/');
            await asked;
            await page.waitForFunction(() =>
              performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/api/v1/suggestions')),
            );
            // After two frames everything is drawn that does not need the late part.
            await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            release();
            const { shift, moved } = await readFirstScreen(page);
            await expect(page.getByRole('list', { name: 'Para enviar agora' }).getByRole('listitem')).toHaveCount(3);
            await expect(page.getByRole('region', { name: 'Para contar como foi' })).toBeAttached();
            expect(shift, moved.join('\n')).toBeLessThanOrEqual(SHIFT_MOST);
            await takePicture(page, `first-screen-full-${viewport.width}`);
          },
        ),
      );
  });

/** Runs `check` in a page of its own with an empty cache, and closes the page and its context. */
async function openFresh(
  browser: Browser,
  options: BrowserContextOptions,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  await check(await context.newPage());
  await context.close();
}

/** Opens the app, waits until the screen is complete, prints the measurement and asserts that nothing moved. */
async function expectStill(page: Page, name: string, usable: string) {
  await watchFirstScreen(page, usable);
  await page.goto('/');
  const screen = await readFirstScreen(page);
  console.log(describeScreen(name, screen));
  expect(screen.shift, screen.moved.join('\n')).toBeLessThanOrEqual(SHIFT_MOST);
  return screen;
}

/** Gives Ana three ready messages, and one that was sent an hour ago and waits for "Como foi?". */
async function fillDay(context: BrowserContext, product: { at(instant: string): Promise<void> }): Promise<void> {
  await product.at('2026-11-23T21:00:00-03:00');
  await asSeller(context, PAULISTA, '1111');
  const post = async (path: string, data: object, expected: number) => {
    const answer = await context.request.post(path, { data, headers: { 'idempotency-key': uuidv7() } });
    expect(answer.status(), await answer.text()).toBe(expected);
    return answer.json();
  };
  /** Attempts the first suggestion that is not held: the list of the next day is another one. */
  const attempt = async (more: object, expected: number) => {
    const { items } = await (await context.request.get('/api/v1/suggestions')).json();
    const { id, customer, text } = items.find(({ held }: { held: unknown }) => held === null);
    return post('/api/v1/attempts', { customerId: customer.id, suggestionId: id, text, ...more }, expected);
  };
  for (let held = 0; held < 3; held++) await attempt({ hold: true }, 202);
  await product.at('2026-11-24T12:00:00-03:00');
  const { attempt: sent } = await attempt({}, 201);
  await post(`/api/v1/attempts/${sent.id}/outcome`, { outcome: 'sent' }, 200);
  await product.at('2026-11-24T13:30:00-03:00');
}

/** Delays the requests that match `late`. `asked` resolves when the page or its service worker has sent such a request. */
async function delayRequests(context: BrowserContext, late: RegExp) {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await context.route(late, async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  return { asked: asked.promise, release: released.resolve };
}
