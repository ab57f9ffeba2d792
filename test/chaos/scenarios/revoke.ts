/** Scenario `revoke`: customers ask to stop in the minute in which their held contact would be released (D2, H3). */
import { dateAfter, instantIn, MINUTE } from '#chaos/clock.ts';
import type { Scenario } from '#chaos/play-run.ts';
import { MONDAY, playDaysAfter, playEvening, playMorning, SP } from './day.ts';

interface Numbers {
  readonly sellers: number;
  /** How many customers of each seller ask to stop. */
  readonly stops: number;
  readonly each: number;
  readonly stepMinutes: number;
  readonly stepMs: number;
}

export const revoke: Scenario<Numbers> = {
  name: 'revoke',
  servers: 2,
  sizes: {
    small: { sellers: 16, stops: 12, each: 8, stepMinutes: 3, stepMs: 200 },
    large: { sellers: 64, stops: 200, each: 100, stepMinutes: 1, stepMs: 600 },
    planted: { sellers: 8, stops: 10, each: 4, stepMinutes: 10, stepMs: 300 },
  },
  async play(run, { sellers: most, stops, each, stepMinutes, stepMs }) {
    const sellers = run.sellers(() => true, most);
    const date = dateAfter(MONDAY, 1);
    await playEvening(run, sellers, each);
    const first = instantIn(SP, date, '10:30');
    const minutes = Array.from({ length: stops }, (_, i) => first + Math.floor((i * 100) / stops) * MINUTE);
    await Promise.all(sellers.map((seller) => seller.holdAfterTalking(minutes)));
    const stopping: Promise<unknown>[] = [];
    await playMorning(run, sellers, {
      ...{ date, from: '10:20', to: '12:30', stepMinutes, stepMs, pauseMs: 200 },
      habits: { send: 4, rest: 6 },
      beforeMinute(minute) {
        // For each contact due since the previous step one stop is sent, at a random instant before, during or after the release.
        const due = minutes.filter((at) => at > minute - stepMinutes * MINUTE && at <= minute).length;
        for (const seller of sellers) {
          for (let i = 0; i < due; i += 1) {
            const stop = async () => {
              if (await seller.stopOne()) run.fault('stopped in the release minute');
            };
            stopping.push(new Promise((done) => setTimeout(done, run.chance.below(stepMs))).then(stop));
          }
        }
      },
    });
    await Promise.all(stopping);
    await playDaysAfter(run, date);
  },
  invalid({ figures }, { sellers, stops }) {
    const done = figures.faults['stopped in the release minute'] ?? 0;
    if (done < sellers * stops * 0.8) return `only ${done} of ${sellers * stops} stops were recorded`;
    if (figures.ends.cancelled === 0) return 'no stop cancelled a waiting contact';
    return null;
  },
};
