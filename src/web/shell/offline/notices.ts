/** What a notification leaves on a device: off its screen when the person changes, and no more of them after signing out. */

/** Those shown were for the person before. */
export async function closeNotices(): Promise<void> {
  const shown = await (await worker())?.getNotifications?.();
  for (const notice of shown ?? []) notice.close();
}

/** The server has forgotten this device; the browser does, too. */
export async function forgetPush(): Promise<void> {
  await closeNotices();
  await (await (await worker())?.pushManager?.getSubscription())?.unsubscribe();
}

/** A notification was tapped while the app was open: `go` leads to what is ready. Gives the way to stop. */
export function onNoticeTapped(go: () => void): () => void {
  const hear = ({ data }: MessageEvent) => {
    if (data === 'today') go();
  };
  navigator.serviceWorker?.addEventListener('message', hear);
  return () => navigator.serviceWorker?.removeEventListener('message', hear);
}

function worker(): Promise<ServiceWorkerRegistration | undefined> | undefined {
  return navigator.serviceWorker?.getRegistration();
}
