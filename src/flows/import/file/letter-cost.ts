/** How unlikely a text is as Portuguese, by its letters beyond ASCII: what tells the encodings of a line apart. */

const USUAL = new Set('áàâãéêíóôõúüçñÁÀÂÃÉÊÍÓÔÕÚÜÇÑ');

/** Signs that Brazil's texts hold outside words. */
const USUAL_SIGNS = new Set('ªº°§©®™€£–—‘’“”…•«»¿¡½¼¾²³´·×\u00a0');

const CLOSING_SIGNS = new Set('ªº°®™’”»…–—²³');

const COST = { impossible: 10, table: 4, wrong: 3, rare: 2, odd: 1, slight: 0.5 } as const;

/** 0 where nothing is odd. Two texts that differ by 2 or more can be told apart. */
export function letterCost(text: string): number {
  if (!/[\u0080-\uffff]/.test(text)) return 0;
  let cost = 0;
  for (let place = 0; place < text.length; place++) {
    if (text.charCodeAt(place) < 0x80) continue;
    cost += costAt(text, place);
  }
  return cost - COST.rare * (text.match(KNOWN_WORDS)?.length ?? 0);
}

/** Words so frequent that they settle which of two capital letters was meant (`N\xc7O`: NÃO, not NÇO). */
const KNOWN_WORDS = /(?<!\p{L})(?:não|são|joão|mão|pão|irmão|então|conceição|assunção|josé)(?!\p{L})/giu;

function costAt(text: string, place: number): number {
  const character = text[place] as string;
  const before = text[place - 1] ?? '';
  const after = text[place + 1] ?? '';
  if (/[\u0080-\u009f\ufffd]/.test(character)) return COST.impossible;
  if (/[\u2500-\u259f]/.test(character)) return COST.table;
  if (character === '\u00a0')
    return isLetter(before) && isLetter(after) ? (isLower(after) ? COST.rare : COST.odd) : COST.slight;
  if (USUAL.has(character)) return caseCost(text, place) + neighbourCost(character, before, after);
  if (/\p{L}/u.test(character) && !/[ªºµƒˆ]/.test(character)) return COST.rare + caseCost(text, place);
  return signCost(character, before, after);
}

function caseCost(text: string, place: number): number {
  const character = text[place] as string;
  const [before, after] = [text[place - 1] ?? '', text[place + 1] ?? ''];
  if (isUpper(character)) return isLower(before) ? COST.wrong : 0;
  if (isUpper(after)) return COST.wrong;
  const isWithinCapitals = isUpper(before) && isUpper(text[place - 2] ?? '') && !isLower(after);
  return isWithinCapitals ? COST.wrong : 0;
}

/** Ã comes before O, E, S, a few consonants or the end; Ç before A, O and U; À never behind a letter. */
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
