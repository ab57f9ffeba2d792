/** Whether this device tells the person who has it in hand that a message is ready: only then does a screen promise it. */
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';

/** Of the reading that says how notifications stand on this device. It goes with the turn. */
export const PUSH_KEY = `${keys.customers}/push`;

/** As far as it is known by now; what is not known is not promised. */
export function remindsHere(): boolean {
  return reads.peek(PUSH_KEY).data === 'on';
}

export function sayReminds(): void {
  reads.set(PUSH_KEY, 'on');
}
