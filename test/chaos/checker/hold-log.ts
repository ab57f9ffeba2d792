/** Checks the promise `logged`: each row of `holds` is the sum of its events in the log. */
import { mirrorFaults } from '#kit/hold-log.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

export function checkHoldLog({ holds, log }: Pick<Evidence, 'holds' | 'log'>): Finding[] {
  return holds.flatMap(({ attempt_id: about, ...hold }) =>
    mirrorFaults(hold, log.get(hold.id) ?? []).map((sentence): Finding => ({ promise: 'logged', about, sentence })),
  );
}
