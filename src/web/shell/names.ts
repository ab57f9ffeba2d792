/** How a person is called in a sentence. */
import { firstName } from '#rules/contact/message-text.ts';

/** The first name where it says who is meant among these, else the whole one. */
export function nameAmong(name: string, all: readonly { readonly name: string }[]): string {
  const first = firstName(name);
  return all.filter((other) => firstName(other.name) === first).length > 1 ? name : first;
}
