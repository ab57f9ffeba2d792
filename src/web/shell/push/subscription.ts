/** This browser's subscription, and its ways to the server: asked for by a tap, renewed by itself, given back. */
import type { PushSubscription as PushWish } from '#contract/push/push.ts';
import { ask, call } from '#web/shell/api/call.ts';
import { currentLanguage } from '#web/shell/settings/language.ts';

/**
 * `install`: an iPhone, where only an installed app may. `unsupported`: no browser or house for it. `somebody_else`: it
 * tells a colleague. `denied`: the person, or whoever set up the device, told the browser no.
 */
export type PushStanding = 'unsupported' | 'install' | 'denied' | 'somebody_else' | 'off' | 'on';

export async function pushStanding(signal: AbortSignal): Promise<PushStanding> {
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

/** Call it in the tap itself: browsers ask the person only then. */
export async function turnPushOn(): Promise<TurnedOn> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'dismissed';
  try {
    const { key } = await ask('/push/key');
    if (key === null) return 'failed';
    const registration = await navigator.serviceWorker.ready;
    // One of another house's key stands in the way of this one's.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    return (await keep(made)) ? 'on' : 'failed';
  } catch {
    return 'failed';
  }
}

/** The server first: should the browser not let go, nothing is sent any more. */
export async function turnPushOff(): Promise<boolean> {
  const answer = await call('/push/subscription', { method: 'DELETE' });
  if (answer.kind !== 'done') return false;
  await (await subscription().catch(() => null))?.unsubscribe().catch(() => false);
  return true;
}

/**
 * Says again that this device is there, where it is this person's; a browser may have changed its address meanwhile.
 * True where it tells them of what is ready.
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

/** An iPad calls itself a Macintosh; no Macintosh is touched. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
