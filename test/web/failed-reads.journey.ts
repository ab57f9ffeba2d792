/** Reads of Hoje that fail or are late: the rest of the screen stays, the failed part says what failed, and repeats have growing pauses. */
import type { BrowserContext } from '@playwright/test';
import { asSeller, DESK, expect, expectNoViolations, type Page, PHONE, takePicture, test } from './kit/journey.ts';
import { PAULISTA } from './kit/seller.ts';

const DAY = '2026-11-23T15:00:00-03:00';
/** The reads of Hoje, each of which is independent of the others. */
const ROUTES = {
  suggestions: /\/api\/v1\/suggestions/,
  holds: /\/api\/v1\/holds/,
  attempts: /\/api\/v1\/attempts/,
  'quiet-hours': /\/api\/v1\/quiet-hours/,
} as const;
type Route = keyof typeof ROUTES;

/** Makes the route answer 502, as a proxy does whose server is down. Returns the requested addresses and the function that repairs the route. */
async function breakRoute(context: BrowserContext, route: Route) {
  const asked: string[] = [];
  await context.route(ROUTES[route], (request) => {
    asked.push(request.request().url());
    return request.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' });
  });
  return { asked, mend: () => context.unroute(ROUTES[route]) };
}

/** Makes each page record the times of its API requests by its own clock. */
async function noteRequests(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const times: number[] = [];
    const { fetch } = window;
    Object.assign(window, {
      askedAt: times,
      fetch: (...call: Parameters<typeof fetch>) => {
        if (String(call[0]).startsWith('/api/v1/')) times.push(Date.now());
        return fetch(...call);
      },
    });
  });
}

/** Counts the API requests of the first five seconds. */
function requestsInFiveSeconds(page: Page): Promise<number> {
  return page.evaluate(() => {
    const times = (window as unknown as { askedAt: number[] }).askedAt;
    return times.filter((at) => at - (times[0] ?? 0) <= 5_000).length;
  });
}

for (const [route, viewport] of [
  ...(Object.keys(ROUTES) as Route[]).map((route) => [route, PHONE] as const),
  ['holds', DESK] as const,
]) {
  test(`where the read of ${route} fails, the rest of Hoje stays, and the read is repeated with growing pauses, at ${viewport.width}`, {
    tag: '@long',
  }, async ({ page, context, product }) => {
    await page.setViewportSize(viewport);
    await page.clock.install();
    await product.at(DAY);
    await asSeller(context, PAULISTA, '1111');
    const broken = await breakRoute(context, route);
    await noteRequests(context);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Boa tarde, Ana' })).toBeVisible();
    await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();
    await page.clock.runFor(5_000);
    const requests = await requestsInFiveSeconds(page);
    // A desk also reads the first suggestion of the day.
    expect(requests, 'requests in the first five seconds').toBeLessThanOrEqual(viewport === DESK ? 12 : 10);
    console.log(`${route} answers 502: ${requests} requests in 5 s`);

    await expect(page.getByText(/Sem internet/)).toHaveCount(0);
    await expect(page.getByText(/20\.\d{3} dias/)).toHaveCount(0);
    if (route === 'suggestions') {
      await expect(page.getByRole('alert').getByText('Não conseguimos mostrar isto agora.')).toBeVisible();
    } else {
      await expect(page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').first()).toBeVisible();
    }
    if (route === 'holds' || route === 'attempts')
      await expect(page.getByRole('alert').getByRole('button', { name: 'Tentar de novo' })).toBeVisible();
    await takePicture(page, `failed-${route}-${viewport.width}`);
    await expectNoViolations(page);

    await broken.mend();
    await page.clock.runFor(40_000);
    await expect(page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').first()).toBeVisible();
    await expect(page.getByRole('alert').getByRole('button')).toHaveCount(0);
  });
}

test('a late read delays no other part of Hoje, and meanwhile no wrong time or count is shown', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(DAY);
  await asSeller(context, PAULISTA, '1111');
  for (const route of Object.keys(ROUTES) as Route[])
    await test.step(route, async () => {
      const late = Promise.withResolvers<void>();
      await context.route(ROUTES[route], async (request) => {
        await late.promise;
        await request.continue().catch(() => undefined);
      });
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'Boa tarde, Ana' })).toBeVisible();
      await expect(page.getByText('Silêncio hoje às 20:00')).toBeVisible();
      await expect(page.getByRole('navigation').getByRole('link', { name: /Agendados/ })).toBeVisible();
      if (route !== 'suggestions')
        await expect(page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').first()).toBeVisible();
      await expect(page.getByText(/20\.\d{3} dias|Nenhum contato sugerido|Sem sugestões/)).toHaveCount(0);
      late.resolve();
      await expect(page.getByRole('list', { name: 'Sugestões' }).getByRole('listitem').first()).toBeVisible();
      await context.unroute(ROUTES[route]);
    });
});
