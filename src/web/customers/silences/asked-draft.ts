/** Reads the fields of the sheet "O que Marina pediu?" as a silence, and says which field is missing (D4b). */
import type { AskSilence } from '#contract/customers/asked-silence.ts';
import { readClock } from '#web/ui/forms/clock-text.ts';

export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof WEEK)[number];
export const KINDS = ['after', 'workdays', 'until', 'other'] as const;
export type AskedKind = (typeof KINDS)[number];

export interface AskedDraft {
  readonly kind: AskedKind;
  readonly after: string;
  readonly until: string;
  readonly days: readonly Day[];
  readonly start: string;
  readonly end: string;
}

export type AskedField = 'after' | 'until' | 'days' | 'start' | 'end';

export const EMPTY_DRAFT: AskedDraft = { kind: 'after', after: '', until: '', days: [], start: '', end: '' };

/** Returns the silence, or the first field that is missing. */
export function readDraft(draft: AskedDraft): AskSilence | { readonly missing: AskedField } {
  switch (draft.kind) {
    case 'after': {
      const end = readClock(draft.after);
      return end === null || end === '00:00' ? { missing: 'after' } : { days: [...WEEK], start: '00:00', end };
    }
    case 'workdays':
      return { days: ['sat', 'sun'], start: '00:00', end: '24:00' };
    case 'until':
      return draft.until === '' ? { missing: 'until' } : { until: draft.until };
    case 'other': {
      const [start, end] = [readClock(draft.start), readClock(draft.end, true)];
      if (draft.days.length === 0) return { missing: 'days' };
      if (start === null) return { missing: 'start' };
      return end === null ? { missing: 'end' } : { days: [...draft.days], start, end };
    }
  }
}
