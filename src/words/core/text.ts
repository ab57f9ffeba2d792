/** The types of a refusal's sentences: title, text, and the parts that they may name. */

/**
 * The parts that a sentence may name. All are optional: a sentence is complete without them.
 *
 * `customer` and `seller` are first names; `brand` is the brand's name and `article` its article. `opens`, `since` and
 * `until` are already in the reader's words; `opens: null` says that no opening is foreseen. `hour` and `free` (when
 * the pace allows the next contact) are `HH:mm`. `contacted` is how long ago the last
 * contact was ("há 3 dias"), `unanswered` the number of contacts without an answer and `dates` their days. `why` is a sentence about a file, without its full stop. `asked` is what the customer asked
 * for ("todos os dias, antes das 14:00"). `count`, `minutes`, `seconds` and `left` are whole numbers. `reason`
 * is the primary reason of a warning, `availability` that of the context, `state` that of an attempt as the API gives
 * it. `account` is the kind of an account that may no longer sign in.
 */
export type ProblemParams = Readonly<Partial<Record<ProblemParam, string | number | null | undefined>>>;

type ProblemParam =
  | 'customer'
  | 'canServe'
  | 'wanted'
  | 'name'
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
  | 'contacted'
  | 'unanswered'
  | 'dates'
  | 'asked'
  | 'seconds'
  | 'left'
  | 'shortest'
  | 'reason'
  | 'why'
  | 'availability'
  | 'state'
  | 'account';

export interface Text {
  readonly title: string;
  readonly detail: string;
}

export type Say = (params: ProblemParams) => Text;

/** Makes a sentence that names no parts. */
export function fixedText(title: string, detail: string): Say {
  return () => ({ title, detail });
}

/** The parts of the sentence about a faulty field: limits, and the names of unknown fields. */
export interface FieldParams {
  readonly most: string | null;
  readonly least: string | null;
  readonly names: string | null;
}
