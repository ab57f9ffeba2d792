/** What the sentences of a refusal are made of: a title and a text, and what they may name. */

/**
 * What a sentence may name, all of it optional: without a part the sentence does without it.
 * `customer` and `seller` are given names; `brand` its name and `article` its article; `opens`, `since` and `until` are
 * already in the reader's words, and `opens: null` says that no opening is foreseen; `hour` and `free`, when
 * the next contact fits the pace, are `HH:mm`; `count`, `minutes`, `seconds` and `left` are whole numbers; `reason` is
 * the primary one of a warning; `availability` as in the context; `state` that of an attempt, as on the wire.
 */
export type ProblemParams = Readonly<Partial<Record<ProblemParam, string | number | null | undefined>>>;

type ProblemParam =
  | 'customer'
  | 'seller'
  | 'brand'
  | 'article'
  | 'plan'
  | 'opens'
  | 'since'
  | 'until'
  | 'hour'
  | 'city'
  | 'count'
  | 'free'
  | 'minutes'
  | 'seconds'
  | 'left'
  | 'shortest'
  | 'reason'
  | 'availability'
  | 'state';

export interface Text {
  readonly title: string;
  readonly detail: string;
}

export type Say = (params: ProblemParams) => Text;

/** A refusal that names nothing. */
export function fixed(title: string, detail: string): Say {
  return () => ({ title, detail });
}

/** The parts of a field's sentence: limits, and the names of fields that nobody knows. */
export interface FieldParams {
  readonly most: string | null;
  readonly least: string | null;
  readonly names: string | null;
}
