/** Notifications on a device: explained before the browser asks, shown without a customer's name, opening the ready messages (H4). */
import type { Page, Route, Worker } from '@playwright/test';
import { asSeller, expect, expectNoViolations, openPersonMenu, PHONE, takePicture, test } from './kit/journey.ts';
import { findSheet, holdSuggestion, PAULISTA } from './kit/seller.ts';

const NOON = '2026-11-23T12:00:00-03:00';
const NIGHT = '2026-11-22T22:14:00-03:00';
const TURN_ON = 'Ativar notificações neste aparelho';

test.use({ viewport: PHONE });

async function openSettings(page: Page): Promise<void> {
  await openPersonMenu(page, /Ana/);
  await page.getByRole('button', { name: /Ajustes/ }).click();
}

/** Returns a function that delivers a message to the page's service worker, as a push service does. */
async function connectPushService(page: Page): Promise<(data: string) => Promise<void>> {
  const cdp = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (one) resolve(one.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const [origin, registrationId] = [new URL(page.url()).origin, await registered];
  return async (data) => {
    await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  };
}

interface Notice {
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly tag: string;
  /** The device alerts again although the notification replaces another. */
  readonly renotify: boolean;
}

/** Records in the worker which notifications it shows, because the packaged browser draws none. */
async function keepNotices(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const scope = self as unknown as ServiceWorkerGlobalScope & { shown: Notice[] };
    scope.shown = [];
    scope.registration.showNotification = async (title, look = {}) => {
      const { body = '', lang = '', tag = '', renotify = false } = look as Partial<Notice>;
      scope.shown = [...scope.shown.filter((other) => other.tag !== tag), { title, body, lang, tag, renotify }];
    };
  });
}

const readShown = (worker: Worker) => worker.evaluate(() => (self as unknown as { shown: Notice[] }).shown);

async function findWorker(page: Page): Promise<Worker> {
  const [worker] = page.context().serviceWorkers();
  return worker ?? page.context().waitForEvent('serviceworker');
}

/** Makes the browser allow notifications. Its subscription has no push service, and lasts as long as the page's tab. */
async function allowNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    Notification.requestPermission = async () => 'granted';
    const made = {
      endpoint: 'https://push.example/abc',
      keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
    };
    const subscription = {
      toJSON: () => made,
      unsubscribe: async () => {
        sessionStorage.removeItem('subscribed');
        return true;
      },
    };
    PushManager.prototype.getSubscription = async () =>
      sessionStorage.getItem('subscribed') ? (subscription as never) : null;
    PushManager.prototype.subscribe = async () => {
      sessionStorage.setItem('subscribed', 'yes');
      return subscription as never;
    };
  });
}

test('the app explains notifications before the browser asks, and explains what to do where the browser refuses them', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NOON);
  await asSeller(context, PAULISTA, '1111');
  await page.addInitScript(() => {
    // The browser has not asked yet, and answers no when the app asks.
    const answers = { permission: 'default' };
    Object.defineProperty(Notification, 'permission', { get: () => answers.permission });
    Notification.requestPermission = async () => {
      answers.permission = 'denied';
      return 'denied';
    };
  });
  await page.goto('/');
  await openSettings(page);
  const settings = findSheet(page);
  await expect(settings.getByText(/Sem nome de cliente, só no horário da loja/)).toBeVisible();
  await expect(settings.getByText('O navegador vai perguntar se pode. Escolha Permitir.')).toBeVisible();
  await expectNoViolations(page);
  await settings.getByRole('button', { name: TURN_ON }).scrollIntoViewIfNeeded();
  await takePicture(page, 'push-offered-390');
  await settings.getByRole('button', { name: TURN_ON }).click();
  await expect(settings.getByText(/Para ligar, toque no cadeado/)).toBeVisible();
  await expect(settings.getByRole('button', { name: TURN_ON })).toHaveCount(0);
  await expect(settings.getByText(/Para ligar, toque no cadeado/), 'what is left to do is read').toBeFocused();
  await expectNoViolations(page);
  await takePicture(page, 'push-denied-390');
});

test('a person turns notifications on and off, and a colleague on the same device is told whose they are', async ({
  page,
  context,
  product,
}) => {
  await product.at(NOON);
  await asSeller(context, PAULISTA, '1111');
  await allowNotifications(page);
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await openSettings(page);
  await findSheet(page).getByRole('button', { name: TURN_ON }).click();
  await expect(findSheet(page).getByText('Este aparelho mostra as suas notificações.')).toBeVisible();
  expect(await (await context.request.get('/api/v1/push/key')).json()).toMatchObject({ whose: 'mine' });
  await expectNoViolations(page);

  // A colleague's turn begins on the device.
  await context.request.delete('/api/v1/session/turn');
  await context.request.post('/api/v1/session/pin', { data: { pin: '2222' } });
  await page.reload();
  await openPersonMenu(page, /Bruno/);
  await page.getByRole('button', { name: /Ajustes/ }).click();
  await expect(
    findSheet(page).getByText(/Hoje este aparelho mostra as notificações de outra pessoa da loja/),
  ).toBeVisible();
  await findSheet(page).getByRole('button', { name: TURN_ON }).click();
  await expect(findSheet(page).getByText('Este aparelho mostra as suas notificações.')).toBeVisible();
  const off = findSheet(page).getByRole('button', { name: 'Desativar notificações' });
  await context.route('**/push/subscription', (route) => route.abort());
  await off.press('Enter');
  await expect(
    findSheet(page).getByText('Não deu para desativar agora. Confira a internet e tente de novo.'),
  ).toBeVisible();
  await context.unroute('**/push/subscription');
  await off.press('Enter');
  await expect(findSheet(page).getByRole('button', { name: TURN_ON }), 'the same button, so focus stays').toBeFocused();
  expect(await (await context.request.get('/api/v1/push/key')).json()).toMatchObject({ whose: 'nobody' });

  // What the server said before the device was turned on is still under way when it is on.
  const told = Promise.withResolvers<void>();
  const passedOn = Promise.withResolvers<void>();
  const keepBack = async (route: Route) => {
    const answer = await route.fetch();
    told.resolve();
    await passedOn.promise;
    await route.fulfill({ response: answer }).catch(() => undefined);
  };
  await context.route('**/push/key', keepBack, { times: 1 });
  await page.evaluate(() => {
    dispatchEvent(new Event('offline'));
    dispatchEvent(new Event('online'));
  });
  await told.promise;
  const subscribed = page.waitForResponse((response) => response.url().endsWith('/push/subscription'));
  await findSheet(page).getByRole('button', { name: TURN_ON }).click();
  await subscribed;
  passedOn.resolve();
  await expect(findSheet(page).getByText('Este aparelho mostra as suas notificações.')).toBeVisible();
});

test('an unanswered question of the browser and a failed read of the state are each told as what they are', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NOON);
  await asSeller(context, PAULISTA, '1111');
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = async () => 'default';
  });
  await context.route('**/push/key', (route) => route.abort());
  await page.goto('/');
  await openSettings(page);
  const settings = findSheet(page);
  await expect(settings.getByRole('alert')).toContainText('Não deu para ver agora como estão as notificações.');
  await expectNoViolations(page);
  await context.unroute('**/push/key');
  await settings.getByRole('button', { name: 'Tentar de novo' }).click();
  await settings.getByRole('button', { name: TURN_ON }).click();
  await expect(settings.getByText('Toque de novo e escolha Permitir.')).toBeVisible();
  await expect(settings.getByText(/Confira a internet/)).toHaveCount(0);
  await expect(settings.getByRole('button', { name: TURN_ON })).toBeFocused();
});

test('a reminder is promised only where the device shows notifications, and offered where messages wait', {
  tag: '@long',
}, async ({ page, context, product }) => {
  await product.at(NIGHT);
  await asSeller(context, PAULISTA, '1111');
  await allowNotifications(page);
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await holdSuggestion(page, 0);
  await expect(page.getByText('Nós lembramos você')).toHaveCount(0);
  await page.goto('/agendados');
  await page.getByRole('button', { name: TURN_ON }).click();
  await findSheet(page).getByRole('button', { name: TURN_ON }).click();
  await expect(findSheet(page).getByText('Este aparelho mostra as suas notificações.')).toBeVisible();
  await expectNoViolations(page);
  await takePicture(page, 'push-from-holds-390');
  await findSheet(page).getByRole('button', { name: 'Fechar' }).click();
  const opener = page.getByRole('button', { name: 'Notificações neste aparelho' });
  await expect(opener).toBeFocused();

  // No reload is needed: the app knows by now that this device shows notifications.
  await page.getByRole('link', { name: 'Hoje' }).click();
  await page.locator('a[href^="/sugestao/"]').nth(1).click();
  await findSheet(page)
    .getByRole('button', { name: /^Deixar pronta para amanhã/ })
    .click();
  await expect(
    page.getByText(/^Pronta para amanhã,\s\d\d:\d\d\. Nós lembramos você, no horário da loja\./),
  ).toBeVisible();
  await context.request.delete('/api/v1/push/subscription');
});

test('an iPad, which calls itself a Macintosh, is told how to get notifications', { tag: '@long' }, async ({
  product,
  browser,
}) => {
  await product.at(NOON);
  const iPad = await browser.newContext({
    baseURL: product.base,
    locale: 'pt-BR',
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    hasTouch: true,
  });
  await asSeller(iPad, PAULISTA, '1111');
  const page = await iPad.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'maxTouchPoints', { get: () => 5 });
    Reflect.deleteProperty(window, 'PushManager');
  });
  await page.goto('/');
  await openSettings(page);
  await expect(findSheet(page).getByText(/adicione o app à Tela de Início/)).toBeVisible();
  await iPad.close();
});

test('a notification names no customer, and a tap on it opens the list of ready messages', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NOON);
  await asSeller(context, PAULISTA, '1111');
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const worker = await findWorker(page);
  await keepNotices(worker);
  const deliver = await connectPushService(page);
  const shared = { title: 'oto', tag: 'ready', renotify: true };
  for (const n of [2, 3]) {
    await deliver(JSON.stringify({ body: `Você tem ${n} mensagens para enviar.`, lang: 'pt-BR' }));
    await expect
      .poll(() => readShown(worker), 'a later one takes the place of an earlier, and is heard')
      .toEqual([{ ...shared, body: `Você tem ${n} mensagens para enviar.`, lang: 'pt-BR' }]);
  }
  await deliver('not ours');
  await expect.poll(() => readShown(worker)).toEqual([{ ...shared, body: '', lang: '' }]);

  // A tap while the app is open on another screen leads to Hoje.
  await page.goto('/carteira');
  await page.getByRole('searchbox').fill('Mar');
  const closed = await worker.evaluate(async () => {
    let wasClosed = false;
    const under: Promise<unknown>[] = [];
    const tap = Object.assign(new Event('notificationclick'), {
      notification: { close: () => (wasClosed = true) },
      waitUntil: (work: Promise<unknown>) => under.push(work),
    });
    self.dispatchEvent(tap);
    // The browser rejects the attempt to focus a window, because the tap is not a person's own.
    await Promise.allSettled(under);
    return wasClosed;
  });
  expect(closed).toBe(true);
  await expect(page.getByRole('heading', { level: 2, name: 'Sugestões' })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test('notifications that are shown are closed when the person changes', { tag: '@long' }, async ({
  page,
  context,
  product,
}) => {
  await product.at(NOON);
  await asSeller(context, PAULISTA, '1111');
  await page.addInitScript(() => {
    const notice = { close: () => sessionStorage.setItem('closed', 'yes') };
    ServiceWorkerRegistration.prototype.getNotifications = async () => [notice as never];
  });
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await openPersonMenu(page, /Ana/);
  await page.getByRole('button', { name: /Trocar/ }).click();
  await expect(page.getByText('Quem está usando?')).toBeVisible();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('closed'))).toBe('yes');
});
