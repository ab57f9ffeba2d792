/** Checks the promises `unaccounted`, `chain`, `stuck`, `alive` and `served`: each held contact waits or has one end, and nothing failed. */
import { appAt, type Evidence, faultsOf, type Step } from './evidence.ts';
import { at, type Finding } from './finding.ts';

const ENDS = ['sent', 'cancelled', 'expired', 'failed', 'unknown'];
/** A held contact that is overdue by more than this counts as stuck. */
const LATE_MS = 60_000;

export interface Account {
  readonly created: number;
  readonly waiting: number;
  readonly ends: Readonly<Record<string, number>>;
}

export function accountOf({ brands, steps }: Evidence): Account {
  const last = [...steps.values()].map((of) => of.at(-1) as Step);
  const ended = last.filter(({ state }) => state === 'ended');
  return {
    created: brands.reduce((sum, { holds }) => sum + holds, 0),
    waiting: last.length - ended.length,
    ends: Object.fromEntries(ENDS.map((end) => [end, ended.filter(({ endedAs }) => endedAs === end).length])),
  };
}

export function checkAccounts(evidence: Evidence): Finding[] {
  const findings: Finding[] = [];
  const find = (about: string, sentence: string) => void findings.push({ promise: 'unaccounted', about, sentence });
  const lastSteps = [...evidence.steps.values()].map((of) => of.at(-1) as Step);
  for (const { id, holds } of evidence.brands) {
    const ours = lastSteps.filter(({ brandId }) => brandId === id);
    const known = ours.filter(({ state, endedAs }) => state !== 'ended' || ENDS.includes(endedAs ?? '')).length;
    if (known !== holds) find(id, `${holds} were created, ${known} are accounted for`);
  }
  const heldByAnswers = new Set(
    evidence.asks.flatMap(({ answer }) => (answer?.status === 202 && answer.attemptId ? [answer.attemptId] : [])),
  );
  const unknown = new Set(
    evidence.asks.filter(({ key, answer }) => key !== null && answer === null).map(({ customerId }) => customerId),
  );
  const held = new Set(lastSteps.map(({ attemptId }) => attemptId));
  for (const attemptId of heldByAnswers)
    if (!held.has(attemptId)) find(attemptId, 'a client was told that it is held, and no row of `holds` has it');
  for (const { attemptId, customerId } of lastSteps) {
    if (!heldByAnswers.has(attemptId) && !unknown.has(customerId))
      find(attemptId, 'a row of `holds` exists that no client asked for');
  }
  const live = new Set(evidence.handovers.filter(({ withdrawn }) => !withdrawn).map(({ attemptId }) => attemptId));
  for (const { attemptId, endedAs } of lastSteps) {
    if (endedAs === 'sent' && !evidence.handovers.some((h) => h.attemptId === attemptId)) {
      find(attemptId, 'ended as sent without a hand-over');
    }
    if (endedAs !== 'sent' && live.has(attemptId))
      find(attemptId, `handed over, and its hold is ${endedAs ?? 'not ended'}`);
  }
  return findings;
}

export function checkChain({ brands, receipts }: Evidence): Finding[] {
  const byBrand = Map.groupBy(receipts, ({ brandId }) => brandId);
  return brands.flatMap(({ id, receipts: count }): Finding[] => {
    const numbers = (byBrand.get(id) ?? []).map(({ number }) => number);
    const gap = numbers.findIndex((number, i) => number !== i + 1);
    if (gap >= 0) return [{ promise: 'chain', about: id, sentence: `after receipt ${gap} comes ${numbers[gap]}` }];
    if (numbers.length === count) return [];
    return [{ promise: 'chain', about: id, sentence: `${numbers.length} receipts, and the head says ${count}` }];
  });
}

/** Finds held contacts that were parked or overdue when the run was over. */
export function checkStuck(evidence: Evidence): Finding[] {
  const now = appAt(evidence, evidence.lines.at(-1)?.at ?? 0);
  return [...evidence.steps.values()].flatMap((of): Finding[] => {
    const { attemptId, state, dueAt, parked } = of.at(-1) as Step;
    if (parked && state !== 'ended')
      return [{ promise: 'stuck', about: attemptId, sentence: 'the dispatcher gave up on it (parked)' }];
    if (state === 'ended' || dueAt > now - LATE_MS) return [];
    return [{ promise: 'stuck', about: attemptId, sentence: `${state}, due at ${at(dueAt)}, and it is ${at(now)}` }];
  });
}

export function checkAlive(evidence: Evidence): Finding[] {
  return faultsOf(evidence, 'a server ended by itself').map(({ at: when, detail }) => ({
    promise: 'alive',
    about: at(when),
    sentence: detail.trim().split('\n').slice(0, 3).join(' · '),
  }));
}

export function checkServed(evidence: Evidence): Finding[] {
  return faultsOf(evidence, 'a request failed').map(({ at: when, detail }) => ({
    promise: 'served',
    about: at(when),
    sentence: detail,
  }));
}
