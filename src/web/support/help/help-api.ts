/** Reads and writes a reader's rating of the help article, and reads all ratings for support. */
import type { HelpRatings, MyHelpAnswer } from '#contract/support/help.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';

export type MyAnswer = Shape<typeof MyHelpAnswer>;
export type Ratings = Shape<typeof HelpRatings>;

const ARTICLE: `/help/${string}` = '/help/horario-de-silencio';

export function readMyAnswer(signal: AbortSignal): Promise<MyAnswer> {
  return ask(`${ARTICLE}/feedback`, signal);
}

/** Replaces an earlier answer about the same text. */
export function sayHelpful(helpful: boolean, comment?: string): Promise<Answer<MyAnswer>> {
  return call(`${ARTICLE}/feedback`, {
    method: 'POST',
    body: comment === undefined ? { helpful } : { helpful, comment },
  });
}

export function readRatings(cursor: string | null, signal: AbortSignal): Promise<Ratings> {
  return ask(
    cursor === null ? `${ARTICLE}/ratings` : `${ARTICLE}/ratings?cursor=${encodeURIComponent(cursor)}`,
    signal,
  );
}
