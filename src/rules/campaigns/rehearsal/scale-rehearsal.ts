/** Scales the rehearsal of some stores to that of all. */
import type { EpochDay } from '#rules/time/calendar.ts';
import type { RehearsedCampaign, RehearsedDay } from './rehearsal.ts';

/** Returns the rehearsal of a sample, each store of which stands for `factor` stores. */
export function scaleRehearsal(part: RehearsedCampaign, factor: number): RehearsedCampaign {
  const scaled = (count: number) => Math.round(count * factor);
  const days = [...part.days].map(([day, { hours, suggested, held, ready, sent }]): [EpochDay, RehearsedDay] => [
    day,
    {
      ...{ suggested: scaled(suggested), held: scaled(held), ready: scaled(ready), sent: scaled(sent) },
      hours: hours.map(scaled),
    },
  ]);
  return {
    ...{ total: scaled(part.total), doesNotFit: scaled(part.doesNotFit), unused: scaled(part.unused) },
    leftOut: new Map([...part.leftOut].map(([reason, count]) => [reason, scaled(count)])),
    ...{ days: new Map(days), sellers: new Map(), lastServedOn: part.lastServedOn },
  };
}
