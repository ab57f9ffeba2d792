/** The times that the sentence of a warning or a refusal names. */
import type { Language } from '#contract/core/common.ts';
import type { Answer } from '#flows/contact/answer/attempt-answer.ts';
import { dateOn, day, daysAway, joinList, timeOn, when } from '#words/core/format.ts';
import type { ProblemParams } from '#words/core/text.ts';
import { askedTexts } from '#words/customers/asked-text.ts';

export type WarnedOrRefused = Extract<Answer, { kind: 'warned' | 'refused' }>;

const DAY_MS = 86_400_000;

/**
 * The times that a refusal's sentence names, on the clock of `zone`. A warning says until which day it is quiet. A
 * refusal names two times of day (`since`, `until`), but only if the silence is shorter than 24 hours: for a longer one
 * two times of day would be misleading.
 */
export function timeParams(language: Language, answer: WarnedOrRefused, zone: string): ProblemParams {
  const { kind, decision, spoken } = answer;
  const { quiet } = decision;
  const { askedAt, pace, contactedAt, unansweredAt, askedSilences } = spoken;
  const today = dateOn(askedAt, zone);
  const opensAt = kind === 'refused' && answer.timeQuiet ? answer.suggestedReleaseAt : decision.opensAt;
  const [since, until] = [quiet?.since ?? null, quiet?.until ?? null];
  const nightly = kind === 'refused' && since !== null && until !== null && until - since < DAY_MS;
  return {
    hour: timeOn(askedAt, zone),
    opens: opensAt === null ? null : when(language, opensAt, askedAt, zone),
    ...(nightly && { since: timeOn(since, zone) }),
    ...(pace !== null && { count: pace.count, minutes: pace.minutes, free: pace.freeAt && timeOn(pace.freeAt, zone) }),
    ...(contactedAt !== undefined && { contacted: daysAway(language, dateOn(contactedAt, zone), today) }),
    ...(unansweredAt !== undefined && {
      unanswered: unansweredAt.length,
      dates: joinList(
        language,
        unansweredAt.toReversed().map((at) => day(language, dateOn(at, zone), today)),
      ),
    }),
    ...(askedSilences !== undefined && { asked: askedTexts(language, askedSilences, today) }),
    ...(until !== null && { until: nightly ? timeOn(until, zone) : when(language, until, askedAt, zone) }),
  };
}
