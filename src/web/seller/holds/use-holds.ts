/** What waits, as the screens read it: one's own, or in a manager's eyes the store's. */
import { type HoldFilter, readHolds } from '#web/api/holds.ts';
import { keys } from '#web/api/keys.ts';
import { type ShownPages, usePages } from '#web/api/use-read.ts';
import type { HoldBody } from '#web/api/wire.ts';

export type Whose = HoldFilter['whose'];

/** `wanted: false` reads nothing. */
export function useHolds(state: HoldFilter['state'], whose: Whose = 'mine', wanted = true): ShownPages<HoldBody> {
  return usePages(wanted ? `${keys.holds}/${whose}/${state}` : null, (cursor, signal) =>
    readHolds({ state, whose }, cursor, signal),
  );
}

/** My messages with something I have not been told: moved, passed on to me, ended without me. */
export function useHoldNews(): readonly HoldBody[] {
  const waiting = useHolds('waiting').data?.items ?? [];
  const ready = useHolds('ready').data?.items ?? [];
  const ended = usePages(`${keys.holds}/news`, (cursor, signal) =>
    readHolds({ state: 'ended', whose: 'mine', news: true }, cursor, signal),
  );
  return [...ready, ...waiting, ...(ended.data?.items ?? [])].filter(({ news }) => news !== null);
}

export interface FoundHold {
  readonly hold: HoldBody | undefined;
  /** All has been read: what was not found is not there. */
  readonly known: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** One message, in whichever list it stands now. */
export function useHold(attemptId: string, manager: boolean): FoundHold {
  const lists = [
    useHolds('ready'),
    useHolds('waiting'),
    useHolds('ended'),
    useHolds('ready', 'store', manager),
    useHolds('waiting', 'store', manager),
    useHolds('ended', 'store', manager),
  ];
  const wanted = manager ? lists : lists.slice(0, 3);
  return {
    hold: wanted.flatMap(({ data }) => data?.items ?? []).find(({ attempt }) => attempt.id === attemptId),
    known: wanted.every(({ data }) => data !== undefined),
    error: wanted.find(({ error }) => error !== null)?.error ?? null,
    again: () => {
      for (const { again } of wanted) void again();
    },
  };
}
