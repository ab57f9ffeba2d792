/** Recognises the codes of erased customers in a file, so that an import brings none of them back. */
import { codeHash } from '#db/customers/privacy/code-hash.ts';
import { codeKey } from '#rules/core/code-key.ts';

/** Returns the erased customers' ids by those normalised codes of the file that are theirs. `erased`: hashes in hex. */
export function erasedByCode(
  erased: readonly { readonly id: string; readonly hash: string }[],
  codes: Iterable<string>,
  key: Uint8Array,
): ReadonlyMap<string, string> {
  const byHash = new Map(erased.map(({ id, hash }) => [hash, id]));
  const found = new Map<string, string>();
  if (byHash.size === 0) return found;
  for (const code of codes) {
    const normal = codeKey(code);
    const id = byHash.get(codeHash(key, normal).toString('hex'));
    if (id !== undefined) found.set(normal, id);
  }
  return found;
}
