/** Keeps an erased customer out of what people and support wrote: the reason of the erasure, and texts that support searched for. */
import { plainWords } from '#rules/core/plain-words.ts';

export interface Erased {
  readonly name: string;
  readonly code: string | null;
  readonly email: string | null;
}

/**
 * Returns the reason without what names the customer: "Pedido de Marina Alves, (11) 98765-4321" → "Pedido de ••• •••, •••".
 * E-mail addresses and numbers of six digits or more are replaced too, also those of other people.
 */
export function withoutCustomer(reason: string, erased: readonly Erased[]): string {
  const words = new Set(erased.flatMap(({ name }) => plainWords(name)).filter((word) => word.length > 2));
  const exact = erased.flatMap(({ code, email }) => [code ?? '', email ?? '']).filter((text) => text !== '');
  const shown = exact.reduce(replaceAll, reason);
  return shown
    .replace(/\S+@\S+/g, HIDDEN)
    .replace(/\(?\+?\(?\d(?:[\s().-]*\d){5,}/g, HIDDEN)
    .replace(/[\p{L}\p{M}'’]+/gu, (word) => (plainWords(word).some((plain) => words.has(plain)) ? HIDDEN : word));
}

/** Whether somebody who typed this looked for the customer: each word is the beginning of one of the customer's search words. */
export function isSearchFor(prefixes: readonly string[], customerWords: readonly string[]): boolean {
  return prefixes.length > 0 && prefixes.every((prefix) => customerWords.some((word) => word.startsWith(prefix)));
}

const HIDDEN = '•••';

function replaceAll(text: string, part: string): string {
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(escaped, 'giu'), HIDDEN);
}
