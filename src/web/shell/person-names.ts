/** Chooses how a person is called in a sentence. */
import { firstName } from '#rules/contact/message-text.ts';

/** Returns the first name where nobody else in `all` has it, else the whole name. */
export function nameAmong(name: string, all: readonly { readonly name: string }[]): string {
  const first = firstName(name);
  return all.filter((other) => firstName(other.name) === first).length > 1 ? name : first;
}
