/** Shows a sentence with its figures in bold: the parts that a hurried reader needs. */
import { Fragment } from 'react';

/** Words, and `[figure]` for a bold part. */
export type Emphasized = readonly (string | readonly [string])[];

export function Emphasis({ children }: { readonly children: Emphasized }) {
  return children.map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order.
    typeof part === 'string' ? <Fragment key={at}>{part}</Fragment> : <b key={at}>{part[0]}</b>,
  );
}
