/** A campaign's text on its way to one customer: its variables filled, and what is no variable of ours left alone. */

/** The closed list of what a campaign's text may name, as `{primeiro_nome}`. */
const VARIABLES = ['primeiro_nome', 'nome', 'vendedor', 'loja', 'marca'] as const;
type Variable = (typeof VARIABLES)[number];

/** `customer` as on the profile ("Ana Beatriz Souza"); the others as they should read in a sentence. */
export interface Addressed {
  readonly customer: string;
  readonly seller: string;
  readonly store: string;
  readonly brand: string;
}

/** The text for one customer. Filled once: braces inside a name stay as they are. A variable that is none of ours stays as written. */
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
  return words.find((word) => !TITLE.test(word)) ?? name.trim();
}

const PLACE = /\{([^{}]*)\}/g;
const TITLE = /^(dra?|sra?|srta|profa?|dona|seu)\.?$/i;

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}
