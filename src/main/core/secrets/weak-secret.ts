/** Whether a secret of the settings can be guessed: repeated, counted up, made of words, or simply with too little in it. */

/** Words that stand in examples and in what people type when they are asked for a secret. */
const WORDS =
  /secret|segredo|secreto|minhasenha|senha[-_. ]|contrasena|passw[o0]rd|changeme|change-me|exemplo|example|ejemplo|default|padrao|production|producao|horario|silencio|whatsapp|qwerty|asdfgh|123456/i;

/**
 * `bits`: the least that its characters must hold, by how often each occurs (Shannon). 32 random hexadecimal digits
 * hold about 110. Answers what is wrong with the secret, to be put behind its name; null where nothing is.
 */
export function weaknessOf(secret: string, bits: number): string | null {
  if (/^(.+?)\1+.{0,3}$/s.test(secret)) return 'repeats itself';
  if (/\s/.test(secret) || WORDS.test(secret)) return 'is made of words';
  if (shareOfSteps(secret) > 0.4) return 'counts up or down';
  if (entropyOf(secret) < bits) return 'has too few different characters';
  return null;
}

/** How many of its characters are next to the one before, as in `abcdef` and `98765`. */
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
