/** Tells whether a secret of the settings can be guessed: it repeats, counts up, is made of words, or has too little entropy. */

/** Words that occur in examples and in what people type when they are asked for a secret. */
const WORDS =
  /secret|segredo|secreto|minhasenha|senha[-_. ]|contrasena|passw[o0]rd|changeme|change-me|exemplo|example|ejemplo|default|padrao|production|producao|horario|silencio|whatsapp|qwerty|asdfgh|123456/i;

/**
 * Returns what is wrong with the secret, as a phrase that follows the setting's name; null if nothing is. `bits` is the least
 * Shannon entropy of the secret's characters, multiplied by their number: 32 random hexadecimal digits have about 110.
 */
export function weaknessOf(secret: string, bits: number): string | null {
  if (/^(.+?)\1+.{0,3}$/s.test(secret)) return 'repeats itself';
  if (/\s/.test(secret) || WORDS.test(secret)) return 'is made of words';
  if (shareOfSteps(secret) > 0.4) return 'counts up or down';
  if (entropyOf(secret) < bits) return 'has too few different characters';
  return null;
}

/** Returns the share of characters whose code is next to that of the character before, as in `abcdef` and `98765`. */
function shareOfSteps(secret: string): number {
  const codes = [...secret].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, i) => Math.abs(code - (codes[i] ?? 0)) === 1);
  return steps.length / Math.max(1, codes.length - 1);
}

function entropyOf(secret: string): number {
  const characters = [...secret];
  const counts = new Map<string, number>();
  for (const each of characters) counts.set(each, (counts.get(each) ?? 0) + 1);
  const bits = [...counts.values()].map((count) => count * Math.log2(characters.length / count));
  return bits.reduce((sum, each) => sum + each, 0);
}
