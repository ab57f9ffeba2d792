/** A reader says whether an article of the help was of use: once for each version of its text, the last word counts. */
import type { Database } from '#db/db.ts';
import { helpAnswered } from '#db/help-answers.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Actor } from './who-asks.ts';

export interface HelpAnswer {
  readonly article: string;
  readonly version: number;
  readonly language: 'pt-BR' | 'en' | 'es';
  readonly helpful: boolean;
  readonly comment: string | null;
}

/** Of no brand: the article is the vendor's, and so is what is said of it. */
export function answerHelp(
  { db, now }: { readonly db: Database; readonly now: () => Instant },
  reader: Actor,
  answer: HelpAnswer,
): Promise<void> {
  const answered = { ...answer, readerId: readerIdOf(reader), at: now() };
  return db.outside(async (tx) => tx.send(helpAnswered, answered));
}

export function readerIdOf(reader: Actor): string {
  return reader.kind === 'support' ? reader.supportId : reader.personId;
}
