/** Asks the server for the finder's results after a pause in typing; brands are known without a request. */
import type { FinderAnswer } from '#contract/support/finder.ts';
import { ask } from '#web/shell/api/call.ts';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import type { ParsedQuery } from './parse-query.ts';

/** The pause. Each question about a contact is recorded for the brand to read, so that half a number is not sent. */
const PAUSE_MS = 350;

export type FoundItem = FinderAnswer['items'][number];

export interface FinderState {
  /** The answer for the current text; null while there is none, or nothing to ask. */
  readonly answer: FinderAnswer | null;
  readonly searching: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

export function useFinderAnswer(understood: ParsedQuery): FinderState {
  const question = queryOf(understood);
  const debounced = useDebounced(question, PAUSE_MS);
  const asked = question === debounced ? debounced : null;
  const read = useRead(asked === null ? null : `support/finder/${asked}`, (signal) => ask(`/finder?${asked}`, signal));
  const answer = asked === null ? null : (read.data ?? null);
  const error = asked === null || answer !== null ? null : read.error;
  return {
    answer: answer === null ? null : { ...answer, items: answer.items.filter((item) => isMeant(item, understood)) },
    searching: question !== null && answer === null && error === null,
    error,
    again: () => void read.again(),
  };
}

/** Returns the query of the call; null where only brands are meant, and where the named brand is unknown. */
function queryOf(understood: ParsedQuery): string | null {
  if (understood.kind === 'id') {
    const { id, of } = understood;
    return new URLSearchParams({
      ...(of === 'ticket' ? {} : { attemptId: id }),
      ...(of === 'attempt' ? {} : { ticketId: id }),
    }).toString();
  }
  if (understood.kind !== 'number') return null;
  const { number, within } = understood;
  if (within?.length === 0) return null;
  const [brand, ...others] = within ?? [];
  const one = brand !== undefined && others.length === 0 ? { brandId: brand.id } : {};
  return new URLSearchParams({ number: String(number), ...one }).toString();
}

/** Several brands can have the typed words in their names: the server searches all, and only results of those brands are shown. */
function isMeant(item: FoundItem, understood: ParsedQuery): boolean {
  if (understood.kind !== 'number') return true;
  const { kinds, within } = understood;
  if (item.type !== 'attempt' && !kinds.includes(item.type)) return false;
  return within === null || within.some(({ id }) => id === item.brand.id);
}
