/**
 * Keeps the app's shell on the device, so that it opens without a network and says so. It never touches `/api`: what a
 * customer's data are, and how long they stay on the device, is not decided here.
 */
/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope & {
  /** Written in when the app is built: the shell's files, each with its revision (null where the name has a hash). */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const MANIFEST = self.__WB_MANIFEST;
/** `precache` in a name says that it holds files of the app and no data of anybody: signing out leaves those. */
const SHELL = `precache-${fingerprint(MANIFEST.map(({ url, revision }) => `${url} ${revision}`).join())}`;
/** Files with a hash in their name never change: they may outlive a version. */
const USED = 'precache-parts';
const USED_MOST = 40;
/** After this long the shell at hand is shown rather than a blank page: shop networks hang more often than they fail. */
const PATIENCE_MS = 3_000;
/** The pauses before a file that could not be had is asked for again. */
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

/** A page asks for the new version: only ever at the person's tap. */
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

/** Addresses that the app itself answers, as opposed to the server's own pages. */
function isScreen(path: string): boolean {
  return !/^\/(api|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/.test(path);
}

/** The newest page where the network gives it in time, else the one at hand; its files match it. */
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
 * Asks again for a file that a busy server or a proxy refused, or that a poor network lost: the browser never asks twice
 * for a part of the app, so that its screen would be missing until the page is reloaded.
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

/** Contacts are ready: how many, and nobody's name. A later one takes the place of an earlier, and is heard, too. */
self.addEventListener('push', (event) => {
  const { body, lang } = noticeIn(event.data);
  const look = { body, lang, tag: 'ready', renotify: true, icon: '/icons/oto-192.png' };
  event.waitUntil(self.registration.showNotification('oto', look));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showToday());
});

/** A browser that was woken must show something, also for what it cannot read. */
function noticeIn(data: PushMessageData | null): { body: string; lang: string } {
  try {
    const { body, lang } = data?.json() ?? {};
    if (typeof body === 'string' && typeof lang === 'string') return { body, lang };
  } catch {
    // Not ours: said without words.
  }
  return { body: '', lang: '' };
}

/** The app that is open comes to the front and leads there by itself, so that nothing typed is lost. */
async function showToday(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open === undefined) {
    await self.clients.openWindow('/');
    return;
  }
  open.postMessage('today');
  await open.focus();
}

/** A short name for a list of files (FNV-1a): another list, another cache. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
