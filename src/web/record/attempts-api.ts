/** Attempts as managers read them, and as support does: masked, and shown for a reason. */
import type { AttemptExplanation, MaskedAttemptList } from '#contract/record/explanation.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Query, Shape } from '#web/shell/api/routes.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { spanOf } from '#web/shell/time/date-span.ts';
import type { AttemptSearch } from './attempt-search.ts';

type Page = Shape<typeof MaskedAttemptList>;
type MaskedLine = Page['items'][number];
/** A manager's own are told without a word on masking. */
export type AttemptLine = Omit<MaskedLine, 'masked' | 'customerPhone'>;
export type Explanation = AttemptExplanation;

/** Where attempts are looked for, and by whose clock. */
export interface AttemptsScope {
  /** The brand that support looks into; null: the reader's own. */
  readonly brandId: string | null;
  /** The address of the list; one attempt stands under it. */
  readonly href: string;
  /** Which store it was goes without saying. */
  readonly ofOneStore?: boolean;
  readonly zone: string;
  readonly now: number;
}

export function useAttempts(scope: AttemptsScope, search: AttemptSearch) {
  const asked = queryOf(search, scope.zone);
  return usePages<AttemptLine>(`${keyOf(scope)}/list/${asked}`, (cursor, signal) => {
    const query = new URLSearchParams(asked);
    if (cursor !== null) query.set('cursor', cursor);
    return ask(`${pathOf(scope)}?${query}`, signal);
  });
}

/** As it was read, and until when the customer in it may be seen: by the page's own clock; null: nothing ends. */
export interface Told {
  readonly explanation: Explanation;
  readonly shownUntil: number | null;
}

export function useExplanation(scope: AttemptsScope, id: string) {
  const language = useLanguage();
  return useRead<Told>(explanationKey(scope, id, language), async (signal) => {
    // Counted from the asking: an answer on its way for long ends no later.
    const askedAt = performance.now();
    const explanation = await ask(`${pathOf(scope)}/${id}/explanation`, signal);
    const { revealedForMs } = explanation.attempt;
    return { explanation, shownUntil: revealedForMs === null ? null : askedAt + revealedForMs };
  });
}

/** Support sees the customer of one attempt, and the brand reads why. */
export async function reveal(scope: AttemptsScope, id: string, reason: string): Promise<Answer<Explanation>> {
  const answer = await call(`/brands/${scope.brandId}/attempts/${id}/reveal`, { method: 'POST', body: { reason } });
  if (answer.kind === 'done') await reads.invalidate(`${keyOf(scope)}/one/${id}`);
  return answer;
}

export function forgetExplanation(brandId: string | null, id: string): void {
  reads.forget(`${keyOf({ brandId })}/one/${id}`);
}

function pathOf({ brandId }: AttemptsScope): '/attempts' | `/brands/${string}/attempts` {
  return brandId === null ? '/attempts' : `/brands/${brandId}/attempts`;
}

/** Under the customers' key: it goes from memory on locking and leaving. */
function keyOf({ brandId }: Pick<AttemptsScope, 'brandId'>): string {
  return `${keys.customers}/explained/${brandId ?? 'own'}`;
}

function explanationKey(scope: AttemptsScope, id: string, language: string): string {
  return `${keyOf(scope)}/one/${id}/${language}`;
}

function queryOf({ query, seller, state, event, from, to }: AttemptSearch, zone: string): string {
  const asked: Query<'/attempts'> = new URLSearchParams();
  if (query.trim() !== '') asked.set('query', query.trim());
  if (seller.trim() !== '') asked.set('seller', seller.trim());
  if (state !== null) asked.set('state', state);
  if (event !== null) asked.set('event', event);
  const { since, until } = spanOf({ from, to }, zone);
  if (since !== null) asked.set('from', new Date(since).toISOString());
  if (until !== null) asked.set('to', new Date(until).toISOString());
  return asked.toString();
}
