/** Lists the brand's tags while somebody types one. */
import type { Reads } from '#db/core/db.ts';
import { listTagsOfBrand } from '#db/customers/edit/customer-tags.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';

/** The most tags that are offered. */
const MOST_OFFERED = 12;

/** Returns the brand's tags that begin with the typed text, in order. */
export async function listTags(db: Reads, { brandId }: PersonActor, typed: string): Promise<readonly string[]> {
  const from = typed.normalize('NFC').trim().replace(/^#+/, '').toLocaleLowerCase('pt-BR');
  // The last code point ends the range of the texts that begin with `from`.
  const args = { brandId, from, end: `${from}\u{10ffff}`, limit: MOST_OFFERED };
  const rows = await db.read(brandId, (reads) => reads.run(listTagsOfBrand, args));
  return rows.map(({ tag }) => tag);
}
