/** Knows whether this device notifies the person who uses it: a screen promises a notification only then. */
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';

/** The key of the reading about notifications on this device. The reading is dropped when the turn ends. */
export const PUSH_KEY = `${keys.customers}/push`;

/** Returns false until the answer is known. */
export function isNotifiedHere(): boolean {
  return reads.peek(PUSH_KEY).data === 'on';
}

export function setNotifiedHere(): void {
  reads.set(PUSH_KEY, 'on');
}
