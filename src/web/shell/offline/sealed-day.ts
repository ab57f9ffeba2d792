/**
 * Encrypts and decrypts the last reading of *Hoje*. This file is separate from `kept-day.ts`, because the first screen
 * only needs to delete the kept day.
 */
import {
  beginKeeping,
  forgetKeptDay,
  IDLE_LIMIT_MS,
  type KeptDay,
  msSinceTouch,
  RECORD,
  runInStore,
  type Sealed,
} from './kept-day.ts';

/** Replaces the kept day. Does nothing where the browser refuses storage or the page is not on a secure address. */
export async function keepDay(day: KeptDay): Promise<void> {
  const isNewest = beginKeeping();
  try {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      key,
      new TextEncoder().encode(JSON.stringify(day)),
    );
    const record: Sealed = { key, iv, sealed };
    await runInStore((store) => (isNewest() ? store.put(record, RECORD) : undefined));
  } catch {
    // Without storage or WebCrypto the list is only in memory.
  }
}

/** Returns the kept day if the device was touched less than five minutes ago; else deletes it unread. */
export async function readKeptDay(): Promise<KeptDay | null> {
  if (msSinceTouch() >= IDLE_LIMIT_MS) {
    await forgetKeptDay();
    return null;
  }
  try {
    const found = (await runInStore((store) => store.get(RECORD))) as Sealed | undefined;
    if (found === undefined) return null;
    const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.iv }, found.key, found.sealed);
    return JSON.parse(new TextDecoder().decode(open)) as KeptDay;
  } catch {
    return null;
  }
}
