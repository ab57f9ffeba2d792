/** Keeps what a support person has typed for a brand and not published in the browser tab, so that leaving the page or a reload loses nothing. */
import { useEffect, useState } from 'react';
import type { Weekday } from '#web/ui/ring/ring-hours.ts';
import type { Policy } from '#words/policy/policy-change.ts';

export type Effective = 'next-quiet-start' | 'now' | 'date';

export interface TimesDraft {
  /** The text as typed. */
  readonly start: string;
  readonly end: string;
}

export interface RuleDraft extends TimesDraft {
  readonly days: readonly Weekday[];
}

export interface DateDraft {
  /** `YYYY-MM-DD`, the value of the browser's date field; empty while none is chosen. */
  readonly date: string;
  readonly label: string;
  readonly windows: readonly TimesDraft[];
}

export interface HoursDraft {
  /** True: rules by weekday. False: one night for all days. The support person chooses; the form never switches by itself. */
  readonly byDay: boolean;
  readonly windows: readonly RuleDraft[];
  readonly exceptions: readonly DateDraft[];
  readonly clocks: Policy['clocks'];
  readonly actions: Policy['actions'];
  readonly paceAction: Policy['pace']['seller']['action'];
  /** Numbers, as typed. */
  readonly paceMax: string;
  readonly paceMinutes: string;
  readonly spreadMinutes: string;
  readonly senderPerMinute: string;
  readonly effective: Effective;
  /** `YYYY-MM-DD`, and the time as typed, for `effective: 'date'`. */
  readonly date: string;
  readonly time: string;
  readonly reason: string;
  /** The sentences of the lints that the support person confirmed. */
  readonly confirmed: readonly string[];
  /** The answer to the ticket; null is the ready text. */
  readonly answer: string | null;
}

const PREFIX = 'oto.support.hours.';

/** `initial` follows what is in force; typed fields override it. */
export function useHoursDraft(brandId: string, initial: HoursDraft) {
  const [typed, setTyped] = useState<Partial<HoursDraft>>(() => stored(brandId));
  const draft: HoursDraft = { ...initial, ...typed };
  const dirty = (Object.keys(typed) as (keyof HoursDraft)[]).some((name) => !isSame(typed[name], initial[name]));

  useEffect(() => {
    if (dirty) keep(brandId, typed);
    else forget(brandId);
  }, [brandId, typed, dirty]);

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  return {
    draft,
    dirty,
    change: (change: Partial<HoursDraft>) => setTyped((before) => ({ ...before, ...change })),
    discard: () => {
      // The storage is cleared at once and not in an effect: after a publication the form of the next ticket reads it in the same render.
      forget(brandId);
      setTyped({});
    },
  };
}

export function hasHoursDraft(brandId: string): boolean {
  return Object.keys(stored(brandId)).length > 0;
}

/** Removes all drafts of hours, on signing out. */
export function dropAllHoursDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Without storage there are no drafts.
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function stored(brandId: string): Partial<HoursDraft> {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + brandId) ?? '{}') as Partial<HoursDraft>;
  } catch {
    return {};
  }
}

function keep(brandId: string, typed: Partial<HoursDraft>): void {
  try {
    sessionStorage.setItem(PREFIX + brandId, JSON.stringify(typed));
  } catch {
    // Without storage the draft stays in memory only.
  }
}

function forget(brandId: string): void {
  try {
    sessionStorage.removeItem(PREFIX + brandId);
  } catch {
    // Without storage there is nothing to remove.
  }
}
