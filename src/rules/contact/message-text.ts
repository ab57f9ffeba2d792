/** Fills the variables of a campaign's text for one customer. Unknown variables stay as they are. */

/** The closed list of variables in a campaign's text, written as `{primeiro_nome}`. */
const VARIABLES = ['primeiro_nome', 'nome', 'vendedor', 'loja', 'marca'] as const;
type Variable = (typeof VARIABLES)[number];

/**
 * The values of the variables. `customer` is the full name of the profile ("Ana Beatriz Souza"); the others read as in
 * a sentence.
 */
export interface Addressed {
  readonly customer: string;
  readonly seller: string;
  readonly store: string;
  readonly brand: string;
}

/**
 * Returns the text for one customer. The text is filled once, so braces inside a name stay. An unknown variable stays
 * as written.
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

/** Returns the first name: "Dra. Helena Prado" → "Helena"; the whole name if it consists of titles only. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find((word) => !TITLE.test(word)) ?? name.trim();
}

const PLACE = /\{([^{}]*)\}/g;
const TITLE = /^(dra?|sra?|srta|profa?|dona|seu)\.?$/i;

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}
