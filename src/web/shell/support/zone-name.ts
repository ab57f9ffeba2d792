/** Names a zone in the reader's language, for readers outside that zone. */
import type { Language } from '#contract/core/common.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Returns "Horário de Brasília", "Amazon Time"; the zone's id where the language has no name for it. */
export function zoneName(language: Language, zone: string): string {
  return named(language, zone, 'longGeneric', 0);
}

/** Returns the zone's offset at an instant: "GMT-3". */
export function zoneOffset(language: Language, zone: string, at: Instant): string {
  return named(language, zone, 'shortOffset', at);
}

function named(language: Language, zone: string, timeZoneName: 'longGeneric' | 'shortOffset', at: Instant): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
