/** Puts the shell on the device, and offers a new version when one is there: it comes at the person's tap, never under their hands. */
import { shellWords } from '#web/settings/shell-words.ts';
import { showToast } from '#web/ui/toast.tsx';

/** How often an app that stays open for days asks for a new version. */
const ASK_EVERY_MS = 60 * 60_000;

/** Called once, after the first screen stands, so that it costs the first load nothing. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('vite:preloadError', reloadOnce);
  navigator.serviceWorker.register('/service-worker.js').then(watch, () => {
    // Refused by the browser (a private window, a full disk): the app works, only not without a network.
  });
}

function watch(registration: ServiceWorkerRegistration): void {
  // The first version takes over a page that had none: nothing to offer, nothing to reload.
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
  const words = shellWords.now();
  showToast({
    text: words.newVersion,
    lasting: true,
    action: {
      label: words.update,
      run: () => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        version.postMessage('take-over');
      },
    },
  });
}

/** A part of an older version is gone from the server: the page is read anew, once, since drafts are kept anyway. */
function reloadOnce(): void {
  const KEY = 'oto.reloaded';
  if (!navigator.onLine || sessionStorage.getItem(KEY) !== null) return;
  sessionStorage.setItem(KEY, '1');
  location.reload();
}
