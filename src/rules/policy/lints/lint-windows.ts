/** Lints that a window alone shows: an end a minute before midnight, and hardly any silence at all (A4). */

import { minutesOf, type Window } from '#rules/time/window.ts';
import type { Finding, LintCase } from './lint-case.ts';

/** `23:59` as an end leaves the last minute open; `24:00` is the end of the day. */
export function endsAt2359({ policy }: LintCase): Finding {
  return found(policy, ({ end }) => end === '23:59', '.end');
}

/** A window under 15 minutes. */
export function shortWindows({ policy }: LintCase): Finding {
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
