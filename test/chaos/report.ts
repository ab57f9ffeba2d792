/** Formats a fault run's verdict and figures as lines that a person reads. */
import { PROMISES, type Promised } from './checker/finding.ts';
import { historyOf } from './checker/history.ts';
import type { Played, Size } from './play-run.ts';

/** How many examples of each broken promise the report shows. */
const EXAMPLES = 3;

export function formatReport(name: string, size: Size, seed: number, played: Played): string[] {
  const { findings, figures, invalid, tookMs } = played;
  const { acknowledged, created, waiting, ends, released, handedOver, policyEvents, stops, faults } = figures;
  const verdict = findings.length > 0 ? 'BROKEN' : invalid === null ? 'all promises kept' : 'INVALID';
  const head = `${name}, ${size}, seed ${seed}: ${verdict}, in ${Math.round(tookMs / 1000)} s`;
  const ended = Object.entries(ends).filter(([, count]) => count > 0);
  return [
    invalid === null ? head : `${head}: ${invalid}`,
    `  ${acknowledged} answers acknowledged; ${created} contacts held: ${ended.map(([end, n]) => `${n} ${end}`).join(', ')}, ${waiting} waiting`,
    `  ${released} releases, ${handedOver} hand-overs, ${policyEvents} policy events, ${stops} stops; ` +
      `re-timed ${figures.retimed}, at most ${figures.longestRetimingMs} ms after`,
    `  faults: ${
      Object.entries(faults)
        .map(([fault, n]) => `${n} × ${fault}`)
        .join(', ') || 'none'
    }`,
    ...Object.keys(PROMISES).flatMap((promise) => broken(played, promise as Promised)),
  ];
}

function broken({ findings, evidence }: Played, promise: Promised): string[] {
  const ours = findings.filter((finding) => finding.promise === promise);
  if (ours.length === 0) return [];
  return [
    `  broken ${ours.length} ×: ${PROMISES[promise]}`,
    ...ours.slice(0, EXAMPLES).map(({ about, sentence }) => `    ${about}: ${sentence}`),
    ...historyOf(evidence, ours[0]?.about ?? '').map((line) => `      ${line}`),
  ];
}
