/** Builds the bodies of quiet hours: facts for the screen, and one sentence in the reader's language. */
import type { Language } from '#contract/core/common.ts';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { QuietHoursNow } from '#flows/policy/quiet-hours-now.ts';
import type { QuietHoursRead } from '#flows/policy/read-quiet-hours.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import type { BrandName } from '#words/core/brand.ts';
import { when } from '#words/core/format.ts';
import { noticeSentence } from '#words/policy/notice.ts';
import { policySentence } from '#words/policy/sentence.ts';

interface Reader {
  readonly language: Language;
  readonly now: number;
}

/** `allZones`: whether the reader is responsible for several zones. Otherwise `zones` is empty. */
export function quietHoursBody(
  { now: hours, zone, zones }: QuietHoursRead,
  { language, now, ticking, allZones }: Reader & { readonly ticking: boolean; readonly allZones: boolean },
): Omit<QuietHours, 'notice'> {
  return {
    active: hours.state === 'in_force',
    reason: hours.state,
    policy: hours.inForce?.policy ?? null,
    policyVersion: hours.inForce?.version ?? null,
    ...timesOf(hours),
    suspendedUntil: instantTextOrNull(hours.suspendedUntil),
    sentence: hours.inForce && policySentence(language, hours.inForce.policy),
    coming: comingBody(hours, language),
    serverTime: instantText(now),
    ticking,
    zone,
    zones: allZones
      ? zones.map(({ zone, stores, now: there }) => ({
          zone,
          stores,
          quietNow: there.quiet,
          until: instantTextOrNull(there.until),
          next: instantTextOrNull(there.next),
        }))
      : [],
  };
}

export function noticeBody({ notice, brand, zone }: QuietHoursRead, { language, now }: Reader): QuietHours['notice'] {
  if (!notice) return null;
  const { key, kind, policy, paused } = notice;
  const [until, from] = [notice.until, notice.from].map((at) => (at === null ? null : when(language, at, now, zone)));
  const facts = { kind, policy, brand: brand as BrandName, until: until ?? null, from: from ?? null, paused };
  return { key, kind, sentence: noticeSentence(language, facts) };
}

function comingBody({ coming }: QuietHoursNow, language: Language): QuietHours['coming'] {
  if (coming === null) return null;
  const { version, policy, from, paused } = coming;
  return { version, from: instantText(from), paused, sentence: policySentence(language, policy) };
}

function timesOf({ quiet, since, until, next, nextUntil }: QuietHoursNow) {
  return {
    quietNow: quiet,
    quietSince: instantTextOrNull(since),
    quietUntil: instantTextOrNull(until),
    nextQuietAt: instantTextOrNull(next),
    nextQuietUntil: instantTextOrNull(nextUntil),
  };
}
