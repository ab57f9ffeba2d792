/** Describes the current state of a brand's quiet hours in a few words. */
import type { Language } from '#contract/core/common.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { when } from '#words/core/format.ts';
import type { SupportWords } from '#words/support/support.pt-BR.ts';

/** Returns "Aberto. Silêncio hoje, 20:00", "Suspenso", "Depende do fuso" and the like. */
export function policyStateText(
  t: SupportWords,
  language: Language,
  { quietHours, zone }: Brand,
  now: Instant,
): string {
  if (!quietHours.active) return t.states[quietHours.reason === 'in_force' ? 'no_policy' : quietHours.reason];
  if (quietHours.zones.some(({ quietNow }) => quietNow !== quietHours.quietNow)) return t.states.mixed;
  const at = quietHours.quietNow ? quietHours.quietUntil : quietHours.nextQuietAt;
  const text = at === null ? null : when(language, Date.parse(at), now, zone);
  if (quietHours.quietNow) return text === null ? t.states.quietForever : t.states.quiet(text);
  return text === null ? t.states.openForever : t.states.open(text);
}
