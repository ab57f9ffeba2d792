/** Creates, renews and ends this browser's push subscription, and reports it to the server. */
import type { PushSubscription as PushWish } from '#contract/push/push.ts';
import { ask, call } from '#web/shell/api/call.ts';
import { currentLanguage } from '#web/shell/settings/language.ts';

/**
 * `install`: an iPhone, where only an installed app may show notifications. `unsupported`: the browser or the
 * installation has no push. `somebody_else`: the device notifies a colleague. `denied`: the person, or the person who
 * set up the device, denied it in the browser.
 */
export type PushState = 'unsupported' | 'install' | 'denied' | 'somebody_else' | 'off' | 'on';

export async function readPushState(signal: AbortSignal): Promise<PushState> {
  if (!canPush()) return isApple() ? 'install' : 'unsupported';
  const { key, whose } = await ask('/push/key', signal);
  if (key === null) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  if (whose === 'somebody_else') return 'somebody_else';
  const kept = whose === 'mine' && Notification.permission === 'granted' ? await subscription() : null;
  return kept === null ? 'off' : 'on';
}

/** `dismissed`: the person closed the browser's question without an answer. */
export type TurnedOn = 'on' | 'denied' | 'dismissed' | 'failed';

/** Must be called inside the tap's event: browsers ask the person only then. */
export async function turnPushOn(): Promise<TurnedOn> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'dismissed';
  try {
    const { key } = await ask('/push/key');
    if (key === null) return 'failed';
    const registration = await navigator.serviceWorker.ready;
    // A subscription with another installation's key prevents a new one.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    return (await keep(made)) ? 'on' : 'failed';
  } catch {
    return 'failed';
  }
}

/** The server forgets the subscription first: even if the browser keeps it, nothing is sent any more. */
export async function turnPushOff(): Promise<boolean> {
  const answer = await call('/push/subscription', { method: 'DELETE' });
  if (answer.kind !== 'done') return false;
  await (await subscription().catch(() => null))?.unsubscribe().catch(() => false);
  return true;
}

/**
 * Sends this person's subscription to the server again, because the browser may have changed its address meanwhile.
 * Resolves to true where the device notifies this person.
 */
export async function renewPush(): Promise<boolean> {
  if (!canPush() || Notification.permission !== 'granted') return false;
  const kept = await subscription();
  if (kept === null) return false;
  const { whose } = await ask('/push/key');
  return whose === 'mine' && (await keep(kept));
}

async function keep(made: PushSubscription): Promise<boolean> {
  const { endpoint, keys } = made.toJSON() as PushWish;
  const body: PushWish = {
    endpoint,
    keys: { p256dh: keys.p256dh, auth: keys.auth },
    language: currentLanguage(),
  };
  return (await call('/push/subscription', { method: 'PUT', body })).kind === 'done';
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** An iPad calls itself a Macintosh, but only an iPad has a touch screen. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
