/** Parses the text in the finder: a brand's name, the number of a ticket or receipt, or a pasted id. */

import { matchesBrand, plainText } from '#web/shell/support/brand-match.ts';
import type { BrandLine } from '#web/shell/support/brands-api.ts';

export type NumberKind = 'ticket' | 'receipt';

export type ParsedQuery =
  | { readonly kind: 'nothing' }
  /** `text`: part of a brand's name, as typed. */
  | { readonly kind: 'name'; readonly text: string; readonly brands: readonly BrandLine[] }
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly kinds: readonly NumberKind[];
      /** The words beside the number, as typed; null where there were none. */
      readonly brandText: string | null;
      /** The brands named by the words beside the number, and those with this number in their name. */
      readonly brands: readonly BrandLine[];
      /** The brands in which the number is searched; null: every brand. */
      readonly within: readonly BrandLine[] | null;
    }
  /** A pasted address says what its id is; an id alone may be either. */
  | { readonly kind: 'id'; readonly id: string; readonly of: 'ticket' | 'attempt' | 'either' };

export function parseQuery(typed: string, brands: readonly BrandLine[]): ParsedQuery {
  const text = typed.trim();
  if (text === '') return { kind: 'nothing' };
  const pasted = ID.exec(text);
  if (pasted) return { kind: 'id', id: pasted[0].toLowerCase(), of: ofWhat(text.slice(0, pasted.index)) };

  const byName = brands.filter((brand) => matchesBrand(brand, text));
  const words = text.split(/[\s,;:·]+/).filter(Boolean);
  const at = words.findLastIndex((word) => NUMBER.test(word));
  const number = at === -1 ? 0 : Number(words[at]?.replaceAll(/\D/g, ''));
  if (number < 1) return { kind: 'name', text, brands: byName };

  const others = words.filter((_, i) => i !== at);
  const kinds = others.flatMap((word) => KINDS[plainText(word)] ?? []);
  const names = others.filter((word) => !(plainText(word) in KINDS) && !FILLERS.has(plainText(word)));
  const within = names.length === 0 ? null : brands.filter((brand) => matchesBrand(brand, names.join(' ')));
  return {
    kind: 'number',
    number,
    kinds: kinds.length === 0 ? ['ticket', 'receipt'] : [...new Set(kinds)],
    brandText: names.length === 0 ? null : names.join(' '),
    brands: [...new Set([...(within ?? []), ...byName])],
    within,
  };
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** `12`, `#12`, `nº12`, `1.234`: at most 15 digits, which a JavaScript number represents exactly. */
const NUMBER = /^(?:#|n[º°.]*)?(?=\D*(?:\d\D*){1,15}$)\d+(?:\.\d{3})*$/i;

/** The words for each kind in three languages, without accents. */
const KINDS: Readonly<Record<string, NumberKind>> = {
  chamado: 'ticket',
  chamados: 'ticket',
  ticket: 'ticket',
  tickets: 'ticket',
  pedido: 'ticket',
  recibo: 'receipt',
  recibos: 'receipt',
  receipt: 'receipt',
  receipts: 'receipt',
};

const FILLERS: ReadonlySet<string> = new Set(
  [
    '#',
    'n',
    'no',
    'nº',
    'n°',
    'n.º',
    'numero',
    'number',
    'da',
    'de',
    'do',
    'na',
    'em',
    'of',
    'in',
    'del',
    'la',
    'el',
  ].map(plainText),
);

function ofWhat(before: string): 'ticket' | 'attempt' | 'either' {
  if (/chamados\/$/.test(before)) return 'ticket';
  if (/(tentativas\/|oto\.)$/.test(before)) return 'attempt';
  return 'either';
}
