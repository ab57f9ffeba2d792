/** Proposes a slug for a brand's name. The server decides whether a slug may be used. */
import { plainText } from '#web/shell/support/brand-match.ts';

const LONGEST = 41;

/** "Casa Clara & Cia." becomes "casa-clara-cia". Empty for a name without a letter or digit of the Latin alphabet. */
export function slugOf(name: string): string {
  return plainText(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
}
