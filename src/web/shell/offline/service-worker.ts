/**
 * Caches the app's shell on the device, so that the app opens without network and says so. The service worker never
 * handles `/api`: other code decides how long customer data stays on the device.
 */
/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope & {
  /** The build inserts the shell's files here, each with its revision (null where the name contains a hash). */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const MANIFEST = self.__WB_MANIFEST;
/** A name with `precache` marks caches with files of the app and no personal data: signing out keeps those. */
const SHELL = `precache-${fingerprint(MANIFEST.map(({ url, revision }) => `${url} ${revision}`).join())}`;
/** Files with a hash in their name never change, so that this cache outlives a version. */
const USED = 'precache-parts';
const USED_MOST = 40;
/** After this time the cached page is shown instead of a blank screen: the networks of shops hang more often than they fail. */
const PATIENCE_MS = 3_000;
/** The pauses before a failed file is requested again. */
const PAUSES_MS = [500, 2_000];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(MANIFEST.map(({ url }) => `/${url}`))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== SHELL && name !== USED).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

/** A page asks for the new version only when the person taps. */
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isScreen(url.pathname)) event.respondWith(page(request));
  else if (/^\/(assets|icons)\/|^\/first-light\.js$/.test(url.pathname)) event.respondWith(file(request));
});

/** The addresses that the app itself renders, as opposed to the server's own pages. */
function isScreen(path: string): boolean {
  return !/^\/(api|docs|openapi\.json|healthz|readyz|metrics|\.well-known)(\/|$)/.test(path);
}

/** Returns the newest page where the network answers in time, else the cached one, whose files match it. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.open(SHELL).then((cache) => cache.match('/index.html'));
  if (kept === undefined) return fetch(request);
  const fresh = fetch(request).then((answer) => (answer.ok ? answer : kept));
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh, late]).catch(() => kept);
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetchFile(request);
  if (answer.ok && new URL(request.url).pathname.startsWith('/assets/')) await keep(request, answer.clone());
  return answer;
}

/**
 * Requests a file again that a busy server or proxy refused, or that a poor network lost. The browser never repeats the
 * request for a module by itself, so that its screen would be missing until a reload.
 */
async function fetchFile(request: Request): Promise<Response> {
  for (const pauseMs of PAUSES_MS) {
    const answer = await fetch(request).catch(() => null);
    if (answer !== null && answer.status < 500) return answer;
    if (!self.navigator.onLine) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return fetch(request);
}

async function keep(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(USED);
  await cache.put(request, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - USED_MOST)).map((oldest) => cache.delete(oldest)));
}

/** Shows how many contacts are ready, without any name. A later notification replaces an earlier one and sounds again. */
self.addEventListener('push', (event) => {
  const { body, lang } = noticeIn(event.data);
  const options = { body, lang, tag: 'ready', renotify: true, icon: '/icons/oto-192.png' };
  event.waitUntil(self.registration.showNotification('oto', options));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showToday());
});

/** Reads the notification's text. The browser demands a notification for every push, also for one that cannot be read. */
function noticeIn(data: PushMessageData | null): { body: string; lang: string } {
  try {
    const { body, lang } = data?.json() ?? {};
    if (typeof body === 'string' && typeof lang === 'string') return { body, lang };
  } catch {
    // The message is not from this server: the notification has no text.
  }
  return { body: '', lang: '' };
}

/** Brings the open app to the front, which opens *Hoje* by itself, so that nothing typed is lost. */
async function showToday(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open === undefined) {
    await self.clients.openWindow('/');
    return;
  }
  open.postMessage('today');
  await open.focus();
}

/** Returns a short hash of a list of files (FNV-1a): another list gets another cache. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
