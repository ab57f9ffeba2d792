/** Registers the service worker, and offers a new version of the app: the person taps to load it, and it never loads by itself. */
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { showToast } from '#web/ui/notices/toast.tsx';

/** How often an app that stays open for days checks for a new version. */
const ASK_EVERY_MS = 60 * 60_000;

/** Registers the service worker. The app calls this once, after the first screen has rendered, so that the first load is not slower. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('vite:preloadError', () => void offerIfReplacedOnServer());
  navigator.serviceWorker.register('/service-worker.js').then(watch, () => {
    // The browser refused (a private window, a full disk): the app works, but not without network.
  });
}

function watch(registration: ServiceWorkerRegistration): void {
  // The first version takes over a page that had none: there is nothing to offer or reload.
  const offerIfReplaced = () => {
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) offer(registration.waiting);
  };
  offerIfReplaced();
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed') offerIfReplaced();
    });
  });
  setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS);
}

function offer(version: ServiceWorker): void {
  offerReload(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    version.postMessage('take-over');
  });
}

/**
 * Offers a reload if the server has another version by now. A part of the app could not be loaded: either for that
 * reason, or because there is no network.
 */
async function offerIfReplacedOnServer(): Promise<void> {
  const ownScript = document.querySelector('script[type="module"]')?.getAttribute('src');
  const page = await fetch('/', { cache: 'no-store' }).then(
    (answer) => answer.text(),
    () => null,
  );
  if (page !== null && ownScript != null && !page.includes(ownScript)) offerReload(() => location.reload());
}

function offerReload(run: () => void): void {
  const words = shellWords.now();
  showToast({ text: words.newVersion, lasting: true, action: { label: words.update, run } });
}
