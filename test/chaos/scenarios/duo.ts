/** Scenario `duo`: two servers on one database see the same due contacts, and exactly one releases each contact (H1, P4). */
import type { Scenario } from '#chaos/play-run.ts';
import { playDaysAfter, playEvening, playMorning } from './day.ts';
import { editPolicies, restoreUsualPolicy } from './edits.ts';

interface Numbers {
  readonly sellers: number;
  readonly each: number;
  readonly stepMinutes: number;
  readonly stepMs: number;
}

export const duo: Scenario<Numbers> = {
  name: 'duo',
  servers: 2,
  sizes: {
    small: { sellers: 16, each: 30, stepMinutes: 3, stepMs: 200 },
    large: { sellers: 64, each: 470, stepMinutes: 1, stepMs: 1_000 },
    planted: { sellers: 8, each: 15, stepMinutes: 10, stepMs: 300 },
  },
  async play(run, { sellers: most, each, stepMinutes, stepMs }) {
    const sellers = run.sellers(() => true, most);
    // The same people work on a second device at the same time.
    const secondDevices = run.sellers(() => true, most);
    await playEvening(run, sellers, each);
    let over = false;
    const playing = playMorning(run, [...sellers, ...secondDevices], {
      ...{ date: '2026-11-24', from: '08:50', to: '12:30', stepMinutes, stepMs, pauseMs: 100 },
      habits: { send: 10, cancel: 1, move: 1, rest: 2 },
    }).finally(() => {
      over = true;
    });
    await Promise.all([playing, editPolicies(run, 0.5, () => over)]);
    await restoreUsualPolicy(run);
    await playDaysAfter(run, '2026-11-24');
  },
  invalid({ figures, evidence }, { sellers, each }) {
    const held = sellers * each;
    const up = new Set(
      evidence.lines.flatMap((line) => (line.saw === 'server' && line.is === 'up' ? [line.server] : [])),
    );
    if (up.size < 2) return 'only one server was up';
    if (figures.released < held * 0.5) return `only ${figures.released} of ${held} contacts were released`;
    return null;
  },
};
