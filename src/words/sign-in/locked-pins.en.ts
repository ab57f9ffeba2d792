/** The sentences of the list of locked PINs, which managers read, in English. */
import { plural } from '#words/core/format.ts';
import type { LockedPinsWords } from './locked-pins.pt-BR.ts';

const minutes = (n: number) => plural('en', n, { one: '1 more minute', other: `${n} more minutes` });

export const words: LockedPinsWords = {
  title: 'PIN on pause',
  lead: 'After wrong PINs in a row. Check with the person before you free it.',
  forMinutes: (n) => `for ${minutes(n)}`,
  untilFreed: 'until a manager frees it',
  free: 'Free',
  freeOf: (name) => ` the PIN of ${name}`,
  freed: (name) => `Done. ${name} can try again.`,
  nobody: 'No PIN is on pause. Whoever types five wrong PINs appears at the top of this screen, for you to free.',
  unreached: 'No answer from the server. Try again when you are back online.',
};
