/** Reads attempts as managers see them, and as support does: masked, and revealed for a reason. */
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
/** A manager's own attempts carry no fields about masking. */
export type AttemptLine = Omit<MaskedLine, 'masked' | 'customerPhone'>;
export type Explanation = AttemptExplanation;

/** Which attempts are read, and on whose clock they are shown. */
export interface AttemptsScope {
  /** The brand that support examines; null: the reader's own brand. */
  readonly brandId: string | null;
  /** The address of the list; the address of one attempt begins with it. */
  readonly href: string;
  /** All attempts belong to one store, so that the store is not named. */
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

/** The explanation, and until when its customer may be shown, on the page's monotonic clock; null: no limit. */
export interface ShownExplanation {
  readonly explanation: Explanation;
  readonly shownUntil: number | null;
}

export function useExplanation(scope: AttemptsScope, id: string) {
  const language = useLanguage();
  return useRead<ShownExplanation>(explanationKey(scope, id, language), async (signal) => {
    // The half hour counts from the request: a slow answer does not extend it.
    const askedAt = performance.now();
    const explanation = await ask(`${pathOf(scope)}/${id}/explanation`, signal);
    const { revealedForMs } = explanation.attempt;
    return { explanation, shownUntil: revealedForMs === null ? null : askedAt + revealedForMs };
  });
}

/** Reveals the customer of one attempt to support; the brand reads the reason. */
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

/** The key is under the customers' key, so that the readings are dropped from memory on locking and signing out. */
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
