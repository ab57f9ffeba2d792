/** Removes notifications from a device: the shown ones when the person changes, all future ones after signing out. */

/** Closes the shown notifications, which were for the person before. */
export async function closeNotices(): Promise<void> {
  const shown = await (await worker())?.getNotifications?.();
  for (const notice of shown ?? []) notice.close();
}

/** Ends the browser's subscription; the server has already forgotten this device. */
export async function forgetPush(): Promise<void> {
  await closeNotices();
  await (await (await worker())?.pushManager?.getSubscription())?.unsubscribe();
}

/** Calls `go` when a notification is tapped while the app is open. Returns the function that stops it. */
export function onNoticeTapped(go: () => void): () => void {
  const onMessage = ({ data }: MessageEvent) => {
    if (data === 'today') go();
  };
  navigator.serviceWorker?.addEventListener('message', onMessage);
  return () => navigator.serviceWorker?.removeEventListener('message', onMessage);
}

function worker(): Promise<ServiceWorkerRegistration | undefined> | undefined {
  return navigator.serviceWorker?.getRegistration();
}
