/** Stores whether an article of the help was useful to a reader: one answer for each version of the text, of which the last counts. */
import type { Database, Reads } from '#db/core/db.ts';
import { findHelpAnswer, upsertHelpAnswer, VENDOR } from '#db/support/help-answers.ts';
import type { Actor } from '#flows/people/identify-caller.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface HelpAnswer {
  readonly article: string;
  readonly version: number;
  readonly language: 'pt-BR' | 'en' | 'es';
  readonly helpful: boolean;
  readonly comment: string | null;
}

/** Stores the answer. The article belongs to the vendor; the answer is stored with the reader's brand. */
export function answerHelp(
  { db, now }: { readonly db: Database; readonly now: () => Instant },
  reader: Actor,
  answer: HelpAnswer,
): Promise<void> {
  const who = readerOf(reader);
  return db.inBrand(who.brandId, async (tx) => tx.send(upsertHelpAnswer, { ...answer, ...who, at: now() }));
}

/** Returns the reader's answer to this version of the article; null where there is none yet. */
export async function readHelpAnswer(
  db: Reads,
  reader: Actor,
  asked: { readonly article: string; readonly version: number },
): Promise<{ helpful: boolean; comment: string | null } | null> {
  const who = readerOf(reader);
  const [answer = null] = await db.read(who.brandId, (reads) => reads.run(findHelpAnswer, { ...asked, ...who }));
  return answer;
}

function readerOf(reader: Actor): { brandId: string; readerId: string } {
  return reader.kind === 'support'
    ? { brandId: VENDOR, readerId: reader.supportId }
    : { brandId: reader.brandId, readerId: reader.personId };
}
