/** What an agent has typed for a brand and not yet published: kept in the tab, so that neither a way out nor a reload loses it. */
import { useEffect, useState } from 'react';

export type Effective = 'next-quiet-start' | 'now' | 'date';

export interface HoursDraft {
  /** As typed. */
  readonly start: string;
  readonly end: string;
  readonly effective: Effective;
  /** `YYYY-MM-DD` and as typed, for `effective: 'date'`. */
  readonly date: string;
  readonly time: string;
  readonly reason: string;
  /** Two times instead of rules by weekday: asked for, never assumed. */
  readonly replacing: boolean;
  readonly keepDates: boolean;
}

const PREFIX = 'oto.support.draft.';

/** `initial` follows what is in force; what was typed stands over it. */
export function useHoursDraft(brandId: string, initial: HoursDraft) {
  const [typed, setTyped] = useState<Partial<HoursDraft>>(() => stored(brandId));
  const draft: HoursDraft = { ...initial, ...typed };
  const dirty = (Object.keys(typed) as (keyof HoursDraft)[]).some((name) => typed[name] !== initial[name]);

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
    discard: () => setTyped({}),
  };
}

export function hasHoursDraft(brandId: string): boolean {
  return Object.keys(stored(brandId)).length > 0;
}

/** On signing out. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // No storage, no drafts.
  }
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
    // Kept in memory only.
  }
}

function forget(brandId: string): void {
  try {
    sessionStorage.removeItem(PREFIX + brandId);
  } catch {
    // Nothing was kept.
  }
}
