/** A sentence with its figures set off: the parts that a hurried reader looks for. */
import { Fragment } from 'react';

/** Words, and `[figure]` where it stands out. */
export type Emphasized = readonly (string | readonly [string])[];

export function Emphasis({ children }: { readonly children: Emphasized }) {
  return children.map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places.
    typeof part === 'string' ? <Fragment key={at}>{part}</Fragment> : <b key={at}>{part[0]}</b>,
  );
}
