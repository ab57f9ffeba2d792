/** Puts the shell on the device, and offers a new version when one is there: it comes at the person's tap, never under their hands. */
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { showToast } from '#web/ui/notices/toast.tsx';

/** How often an app that stays open for days asks for a new version. */
const ASK_EVERY_MS = 60 * 60_000;

/** Called once, after the first screen stands, so that it costs the first load nothing. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('vite:preloadError', () => void offerIfReplacedOnServer());
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
  offerReload(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    version.postMessage('take-over');
  });
}

/** A part of the app could not be had: either there is no network, or the server has another version by now. */
async function offerIfReplacedOnServer(): Promise<void> {
  const mine = document.querySelector('script[type="module"]')?.getAttribute('src');
  const page = await fetch('/', { cache: 'no-store' }).then(
    (answer) => answer.text(),
    () => null,
  );
  if (page !== null && mine != null && !page.includes(mine)) offerReload(() => location.reload());
}

function offerReload(run: () => void): void {
  const words = shellWords.now();
  showToast({ text: words.newVersion, lasting: true, action: { label: words.update, run } });
}
