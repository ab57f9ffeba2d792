/** Scenario `release`: the policy changes five times a second while held contacts are released (A5, H2, H6). */
import type { Scenario } from '#chaos/play-run.ts';
import { playDaysAfter, playEvening, playMorning } from './day.ts';
import { editPolicies, publishLaterMorning, restoreUsualPolicy } from './edits.ts';

interface Numbers {
  readonly sellers: number;
  readonly each: number;
  readonly stepMinutes: number;
  readonly stepMs: number;
  readonly perSecond: number;
  /** How many edits must be published at least. */
  readonly edits: number;
}

export const release: Scenario<Numbers> = {
  name: 'release',
  servers: 1,
  sizes: {
    small: { sellers: 16, each: 30, stepMinutes: 2, stepMs: 150, perSecond: 5, edits: 40 },
    large: { sellers: 64, each: 157, stepMinutes: 1, stepMs: 1_500, perSecond: 5, edits: 1_000 },
    planted: { sellers: 8, each: 12, stepMinutes: 5, stepMs: 150, perSecond: 2, edits: 5 },
  },
  async play(run, { sellers: most, each, stepMinutes, stepMs, perSecond }) {
    const sellers = run.sellers(() => true, most);
    await playEvening(run, sellers, each);
    await publishLaterMorning(run);
    let over = false;
    const playing = playMorning(run, sellers, {
      ...{ date: '2026-11-24', from: '08:50', to: '12:30', stepMinutes, stepMs, pauseMs: 150 },
      habits: { send: 8, cancel: 1, move: 1, 'send-early': 1, restore: 1, start: 1, acknowledge: 1, rest: 4 },
    }).finally(() => {
      over = true;
    });
    await Promise.all([playing, editPolicies(run, perSecond, () => over)]);
    await restoreUsualPolicy(run);
    await playDaysAfter(run, '2026-11-24');
  },
  invalid({ figures }, { sellers, each, edits }) {
    const held = sellers * each;
    const edited = figures.faults['policy edited'] ?? 0;
    if (figures.created < held * 0.9) return `only ${figures.created} of ${held} contacts were held`;
    if (edited < edits) return `only ${edited} edits were published, of at least ${edits}`;
    if (figures.released < held * 0.4) return `only ${figures.released} of ${held} contacts were released under edits`;
    return null;
  },
};
