/** Fills the variables of a campaign's text for one customer. Unknown variables stay as they are. */

/** The closed list of variables in a campaign's text, written as `{primeiro_nome}`. */
export const TEXT_VARIABLES = [
  'primeiro_nome',
  'nome',
  'vendedor',
  'loja',
  'marca',
  'ultimo_item',
  'dias_sem_comprar',
] as const;
export type TextVariable = (typeof TEXT_VARIABLES)[number];

/**
 * The values of the variables. `customer` is the full name of the profile ("Ana Beatriz Souza"); the others read as in
 * a sentence. `lastItem` and `daysSincePurchase` are those of the customer's last purchase; null: there is none.
 */
export interface Addressed {
  readonly customer: string;
  readonly seller: string;
  readonly store: string;
  readonly brand: string;
  readonly lastItem: string | null;
  readonly daysSincePurchase: number | null;
}

/** A place of a text that a variable fills. `fallback` is the word for an empty variable; null: the text has none. */
export interface TextPlace {
  readonly variable: TextVariable;
  readonly fallback: string | null;
}

/**
 * Splits a text at its variables. `{ultimo_item|sua compra}` is a variable with the word that stands for it where it is
 * empty. What looks like a variable and is unknown is part of the words around it.
 */
export function textParts(template: string): readonly (string | TextPlace)[] {
  const parts: (string | TextPlace)[] = [];
  let from = 0;
  for (const match of template.matchAll(PLACE)) {
    const [written, name = '', fallback] = match;
    if (!isVariable(name)) continue;
    if (match.index > from) parts.push(template.slice(from, match.index));
    parts.push({ variable: name, fallback: fallback?.trim() || null });
    from = match.index + written.length;
  }
  return from < template.length ? [...parts, template.slice(from)] : parts;
}

/**
 * Returns the text for one customer. The text is filled once, so braces inside a name stay. An unknown variable stays
 * as written; an empty one without a fallback leaves nothing.
 */
export function messageText(template: string, addressed: Addressed): string {
  return textParts(template)
    .map((part) => (typeof part === 'string' ? part : placeText(part, addressed)))
    .join('');
}

/** Returns the word that a variable leaves in the text: its value, else its fallback, else nothing. */
export function placeText({ variable, fallback }: TextPlace, addressed: Addressed): string {
  return variableValue(variable, addressed) ?? fallback ?? '';
}

/** Returns a variable's value for one customer; null: the variable is empty. */
export function variableValue(variable: TextVariable, addressed: Addressed): string | null {
  return VALUES[variable](addressed)?.trim() || null;
}

const VALUES: Readonly<Record<TextVariable, (addressed: Addressed) => string | null>> = {
  primeiro_nome: ({ customer }) => firstName(customer),
  nome: ({ customer }) => customer,
  vendedor: ({ seller }) => firstName(seller),
  loja: ({ store }) => store,
  marca: ({ brand }) => brand,
  ultimo_item: ({ lastItem }) => lastItem,
  dias_sem_comprar: ({ daysSincePurchase }) => (daysSincePurchase === null ? null : String(daysSincePurchase)),
};

/** Returns the first name: "Dra. Helena Prado" → "Helena"; the whole name if it consists of titles only. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find((word) => !TITLE.test(word)) ?? name.trim();
}

const PLACE = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;
const TITLE = /^(dra?|sra?|srta|profa?|dona|seu)\.?$/i;

export function isVariable(name: string): name is TextVariable {
  return (TEXT_VARIABLES as readonly string[]).includes(name);
}
