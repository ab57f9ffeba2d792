/** Lists everything that happened to one attempt in order, so that a person can investigate a failure. */
import type { Evidence } from './evidence.ts';
import { at } from './finding.ts';

export function historyOf({ asks, receipts, steps, handovers }: Evidence, attemptId: string): string[] {
  const entries: { when: number; what: string }[] = [];
  const add = (when: number, what: string) => void entries.push({ when, what });
  for (const { at: when, what, attemptId: of, answer } of asks) {
    if (of !== attemptId && answer?.attemptId !== attemptId) continue;
    const until = answer?.heldUntil ? `, until ${at(answer.heldUntil)}` : '';
    add(when, `asked: ${what}`);
    if (answer) add(answer.at, `answered: ${what}, ${answer.status} ${answer.problem ?? answer.state ?? ''}${until}`);
  }
  for (const { attemptId: of, committedAt, actor, verdict, number, decidedAt, revision } of receipts) {
    const what = `receipt ${number}: ${actor} ${verdict}, decided at ${at(decidedAt)} under event ${revision}`;
    if (of === attemptId) add(committedAt, what);
  }
  for (const step of [...steps.values()].flat()) {
    if (step.attemptId !== attemptId) continue;
    const end = step.endedAs === null ? '' : ` (${step.endedAs}, ${step.endReason})`;
    add(step.committedAt, `hold: ${step.state}${end}, due at ${at(step.dueAt)}`);
  }
  for (const { attemptId: of, handedAt, validUntil } of handovers) {
    if (of === attemptId) add(Number.POSITIVE_INFINITY, `handed over at ${at(handedAt)}, until ${at(validUntil)}`);
  }
  return entries
    .toSorted((a, b) => (a.when < b.when ? -1 : Number(a.when > b.when)))
    .map(({ when, what }) => `${when === Number.POSITIVE_INFINITY ? '' : `${at(Math.floor(when))} `}${what}`);
}
