/** A zone as people call it, for readers who are not in it. */
import type { Language } from '#contract/core/common.ts';
import type { Instant } from '#rules/time/interval.ts';

/** "Horário de Brasília", "Amazon Time"; the zone's own name where the language has none for it. */
export function zoneName(language: Language, zone: string): string {
  return named(language, zone, 'longGeneric', 0);
}

/** "GMT-3": how the zone's clock stands at an instant. */
export function zoneOffset(language: Language, zone: string, at: Instant): string {
  return named(language, zone, 'shortOffset', at);
}

function named(language: Language, zone: string, timeZoneName: 'longGeneric' | 'shortOffset', at: Instant): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
