/** Reads held contacts: the person's own, or for a manager the store's. Their sentences are in the reader's language. */
import type { Language } from '#contract/core/common.ts';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { UnansweredError } from '#web/shell/api/call.ts';
import { type HoldFilter, readHold, readHolds } from '#web/shell/api/holds.ts';
import { keys } from '#web/shell/api/keys.ts';
import { type Page, reads, type ShownPages, usePages, useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';

export type Whose = HoldFilter['whose'];

/** `sellerId`: only this seller's holds; null: all sellers' holds. */
export function useHolds(
  state: HoldFilter['state'],
  whose: Whose = 'mine',
  sellerId: string | null = null,
): ShownPages<HoldBody> {
  const key = listKey(useLanguage(), { state, whose, sellerId });
  return usePages(key, (cursor, signal) => readHolds({ state, whose, sellerId }, cursor, signal));
}

/** Returns the person's own holds with unread news (moved, passed on, ended by others) and the parked ones. */
export function useHoldNews(): readonly HoldBody[] {
  const waiting = useHolds('waiting').data?.items ?? [];
  const ready = useHolds('ready').data?.items ?? [];
  const ended = useEndedNews().data?.items ?? [];
  return [...ready, ...waiting, ...ended].filter(isNews);
}

/** Reads the person's own holds that others or the system ended, until the person has read the news. */
export function useEndedNews(): ShownPages<HoldBody> {
  return usePages(`${keys.holds}/${useLanguage()}/news`, (cursor, signal) =>
    readHolds({ state: 'ended', whose: 'mine', news: true }, cursor, signal),
  );
}

export function isNews({ news, parked }: HoldBody): boolean {
  return news !== null || parked;
}

export interface FoundHold {
  readonly hold: HoldBody | undefined;
  /** The server was asked and has no such hold for this person. */
  readonly known: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** Reads one hold. Until its own reading arrives, and without network, the hold is taken from a list. */
export function useHold(attemptId: string, manager: boolean): FoundHold {
  const language = useLanguage();
  const { data, error, again } = useRead(`${keys.holds}/${language}/one/${attemptId}`, (signal) =>
    readHold(attemptId, signal),
  );
  const gone = error instanceof UnansweredError && error.refusal?.code === 'not_found';
  return {
    hold: gone ? undefined : (data ?? listed(attemptId, language, manager)),
    known: gone,
    error: gone ? null : error,
    again: () => void again(),
  };
}

function listed(attemptId: string, language: Language, manager: boolean): HoldBody | undefined {
  for (const whose of manager ? (['mine', 'store'] as const) : (['mine'] as const))
    for (const state of ['ready', 'waiting', 'ended'] as const) {
      const list = reads.peek(listKey(language, { state, whose })).data as Page<HoldBody> | undefined;
      const found = list?.items.find(({ attempt }) => attempt.id === attemptId);
      if (found !== undefined) return found;
    }
  return undefined;
}

function listKey(language: Language, { state, whose, sellerId }: HoldFilter): string {
  return `${keys.holds}/${language}/${whose}/${sellerId ?? 'all'}/${state}`;
}
