/** Lints about a single window: an end one minute before midnight, and a very short window (A4). */

import { minutesOf, type Window } from '#rules/time/window.ts';
import type { Finding, LintCase } from './lint-case.ts';

/** Finds windows that end at `23:59`, which leaves the last minute open; `24:00` is the end of the day. */
export function findEndsAt2359({ policy }: LintCase): Finding {
  return found(policy, ({ end }) => end === '23:59', '.end');
}

/** Finds windows of less than 15 minutes. */
export function findShortWindows({ policy }: LintCase): Finding {
  const isShort = (window: Window) => {
    const { startMinute, endMinute } = minutesOf(window);
    return endMinute - startMinute < SHORTEST_MINUTES;
  };
  return found(policy, isShort, '');
}

const SHORTEST_MINUTES = 15;

function found({ windows, exceptions }: LintCase['policy'], is: (window: Window) => boolean, suffix: string): Finding {
  const places = (around: string, listed: readonly Window[]) =>
    listed.flatMap((window, i) => (is(window) ? [`${around}windows[${i}]${suffix}`] : []));
  const dated = exceptions.flatMap((exception, i) => places(`exceptions[${i}].`, exception.windows));
  return { places: [...places('', windows), ...dated], names: [] };
}
