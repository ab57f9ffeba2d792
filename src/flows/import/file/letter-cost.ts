/** Computes how unlikely a text is as Portuguese by its non-ASCII letters. The decoder compares these costs to find a line's encoding. */

const USUAL = new Set('áàâãéêíóôõúüçñÁÀÂÃÉÊÍÓÔÕÚÜÇÑ');

/** Signs that texts from Brazil contain outside words. */
const USUAL_SIGNS = new Set('ªº°§©®™€£–—‘’“”…•«»¿¡½¼¾²³´·×\u00a0');

const CLOSING_SIGNS = new Set('ªº°®™’”»…–—²³');

const COST = { impossible: 10, table: 4, wrong: 3, rare: 2, odd: 1, slight: 0.5 } as const;

/** Returns the cost of a text; 0 where nothing is odd. A difference of 2 or more says which of two texts is right. */
export function letterCost(text: string): number {
  if (!/[\u0080-\uffff]/.test(text)) return 0;
  let cost = 0;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) < 0x80) continue;
    cost += costAt(text, index);
  }
  return cost - COST.rare * (text.match(KNOWN_WORDS)?.length ?? 0);
}

/** Words that are so frequent that they decide between two capital letters (`N\xc7O` is NÃO, not NÇO). */
const KNOWN_WORDS = /(?<!\p{L})(?:não|são|joão|mão|pão|irmão|então|conceição|assunção|josé)(?!\p{L})/giu;

function costAt(text: string, index: number): number {
  const character = text[index] as string;
  const before = text[index - 1] ?? '';
  const after = text[index + 1] ?? '';
  if (/[\u0080-\u009f\ufffd]/.test(character)) return COST.impossible;
  if (/[\u2500-\u259f]/.test(character)) return COST.table;
  if (character === '\u00a0')
    return isLetter(before) && isLetter(after) ? (isLower(after) ? COST.rare : COST.odd) : COST.slight;
  if (USUAL.has(character)) return caseCost(text, index) + neighbourCost(character, before, after);
  if (/\p{L}/u.test(character) && !/[ªºµƒˆ]/.test(character)) return COST.rare + caseCost(text, index);
  return signCost(character, before, after);
}

function caseCost(text: string, index: number): number {
  const character = text[index] as string;
  const [before, after] = [text[index - 1] ?? '', text[index + 1] ?? ''];
  if (isUpper(character)) return isLower(before) ? COST.wrong : 0;
  if (isUpper(after)) return COST.wrong;
  const isWithinCapitals = isUpper(before) && isUpper(text[index - 2] ?? '') && !isLower(after);
  return isWithinCapitals ? COST.wrong : 0;
}

/**
 * Returns the cost of a letter by its neighbours. Ã comes before O, E, S, a few consonants or the end of a word; Ç
 * before A, O and U; À never after a letter.
 */
function neighbourCost(character: string, before: string, after: string): number {
  const letter = character.toLowerCase();
  const isAlone = !isLetter(before) && !isLetter(after);
  if (isAlone) return 'àé'.includes(letter) ? (isUpper(character) && letter === 'é' ? COST.slight : 0) : COST.rare;
  if (letter === 'à') return isLetter(before) ? COST.rare : 0;
  if (letter === 'ã') return /[aáuúã]/i.test(after) || /[aã]/i.test(before) ? COST.wrong : 0;
  if (letter === 'ç') return isLetter(before) && /[aouáãâóõôú]/i.test(after) ? 0 : COST.wrong;
  return isLower(character) && !isLetter(before) && !/[aeiou]/i.test(letter) ? COST.slight : 0;
}

function signCost(character: string, before: string, after: string): number {
  if (isLetter(before) && isLetter(after)) {
    if (character === '’') return /[dlst]/i.test(before) ? 0 : COST.odd;
    return character === '·' || character === '–' || character === '—' ? COST.odd : COST.wrong;
  }
  if (isLetter(before)) return CLOSING_SIGNS.has(character) ? 0 : COST.wrong;
  if (USUAL_SIGNS.has(character)) return 0;
  return character <= '\u00ff' ? COST.odd : COST.wrong;
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function isUpper(character: string): boolean {
  return /\p{Lu}/u.test(character);
}

function isLower(character: string): boolean {
  return /\p{Ll}/u.test(character);
}
