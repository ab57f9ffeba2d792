/** A campaign's text on its way to one customer: its variables filled, and a variable nobody knows found at creation. */

/** The closed list of what a campaign's text may name, as `{primeiro_nome}`. */
export const VARIABLES = ['primeiro_nome', 'nome', 'vendedor', 'loja', 'marca'] as const;
export type Variable = (typeof VARIABLES)[number];

/** `customer` as on the profile ("Ana Beatriz Souza"); the others as they should read in a sentence. */
export interface Addressed {
  readonly customer: string;
  readonly seller: string;
  readonly store: string;
  readonly brand: string;
}

export type TextFault =
  | { readonly code: 'empty' }
  | { readonly code: 'too_long'; readonly max: number }
  | { readonly code: 'unknown_variable'; readonly name: string }
  | { readonly code: 'stray_brace'; readonly at: number };

/** Of the text as the campaign has it: what a message may carry, with room for the names. */
export const MAX_TEXT = 1024;

/** What keeps a text from being a campaign's; null where it is fine. `at`: index of a brace that opens or closes nothing. */
export function textFault(template: string): TextFault | null {
  if (template.trim() === '') return { code: 'empty' };
  if (template.length > MAX_TEXT) return { code: 'too_long', max: MAX_TEXT };
  for (const [, name] of template.matchAll(PLACE)) {
    if (name !== undefined && !isVariable(name)) return { code: 'unknown_variable', name };
  }
  const stray = template.replace(PLACE, (place) => ' '.repeat(place.length)).search(/[{}]/);
  return stray === -1 ? null : { code: 'stray_brace', at: stray };
}

/**
 * The text for one customer. Filled once: braces inside a name stay as they are. A variable that is none of ours
 * (`textFault` keeps it out) stays as written.
 */
export function messageText(template: string, { customer, seller, store, brand }: Addressed): string {
  const values: Readonly<Record<Variable, string>> = {
    primeiro_nome: firstName(customer),
    nome: customer,
    vendedor: firstName(seller),
    loja: store,
    marca: brand,
  };
  return template.replace(PLACE, (place, name: string) => (isVariable(name) ? values[name] : place));
}

/** How a person is spoken to: "Dra. Helena Prado" → "Helena"; the whole where nothing but a title is left. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find((word) => !TITLES.has(word.toLowerCase().replace(/\.$/, ''))) ?? name.trim();
}

const PLACE = /\{([^{}]*)\}/g;
const TITLES = new Set(['dr', 'dra', 'sr', 'sra', 'srta', 'prof', 'profa', 'dona', 'seu']);

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}
