/** Converts a silence of the profile to the body that writes the same silence down again. */
import type { AskedSilenceEntry, AskSilence } from '#contract/customers/asked-silence.ts';

export function silenceOfEntry({ days, start, end, until }: AskedSilenceEntry): AskSilence {
  return until !== null ? { until } : { days: days ?? [], start: start ?? '', end: end ?? '' };
}
