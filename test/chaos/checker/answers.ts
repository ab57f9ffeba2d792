/** Checks the promises `lost` and `twice`: what a client was told is in the tables, exactly once. */
import { type Ask, appAt, type Evidence, type Receipt, type Step } from './evidence.ts';
import { at, type Finding } from './finding.ts';

const VERDICTS: Readonly<Record<number, readonly string[]>> = {
  201: ['allow'],
  202: ['block', 'warn'],
  409: ['block', 'warn'],
  428: ['warn'],
};

/** Returns how many answers a client could rely on: all but errors of the server and refusals for load. */
export function acknowledgedAnswers({ asks }: Evidence): number {
  return asks.filter(({ answer }) => answer !== null && answer.status < 500 && answer.status !== 429).length;
}

export function checkLost(evidence: Evidence): Finding[] {
  const receiptsOf = Map.groupBy(evidence.receipts, ({ attemptId }) => attemptId);
  const stepsOf = Map.groupBy([...evidence.steps.values()].flat(), ({ attemptId }) => attemptId);
  const handed = new Set(evidence.handovers.map(({ attemptId }) => attemptId));
  return evidence.asks.flatMap((ask): Finding[] => {
    const { answer } = ask;
    const attemptId = answer?.attemptId ?? ask.attemptId;
    if (answer === null || attemptId === null || answer.status >= 500) return [];
    const missing =
      ask.key === null
        ? missingOfChange(evidence, ask, attemptId, stepsOf.get(attemptId) ?? [])
        : missingOfAttempt(evidence, ask, receiptsOf.get(attemptId) ?? [], stepsOf.get(attemptId) ?? [], handed);
    return missing === null
      ? []
      : [
          {
            promise: 'lost',
            about: attemptId,
            sentence: `${ask.what} was answered ${answer.status} at ${at(answer.at)}: ${missing}`,
          },
        ];
  });
}

function missingOfAttempt(
  { attempts, keys }: Evidence,
  { key, personId, answer }: Ask,
  receipts: readonly Receipt[],
  steps: readonly Step[],
  handed: ReadonlySet<string>,
): string | null {
  if (answer === null || answer.attemptId === null || answer.verdict === null) return null;
  const { status, attemptId, heldUntil } = answer;
  const verdicts = VERDICTS[status];
  if (verdicts === undefined) return null;
  if (!attempts.has(attemptId)) return 'there is no attempt';
  if (keys.get(`${personId} ${key}`) !== status) return 'its key is not stored with this status';
  if (!receipts.some(({ verdict, actor }) => actor === 'person' && verdicts.includes(verdict)))
    return 'there is no receipt';
  if (status === 201 && !handed.has(attemptId)) return 'there is no hand-over';
  if (status === 202 && !steps.some(({ dueAt }) => Math.abs(dueAt - (heldUntil ?? 0)) < 1)) {
    return `no contact was held until ${at(heldUntil ?? 0)}`;
  }
  return null;
}

function missingOfChange(
  { attempts, stopped }: Evidence,
  { what, answer, customerId }: Ask,
  attemptId: string,
  steps: readonly Step[],
): string | null {
  if (answer?.status !== 200) return null;
  const some = (holds: (step: Step) => boolean) => steps.some(holds);
  switch (what) {
    case 'cancel':
      return some(({ endedAs }) => endedAs === 'cancelled') ? null : 'no held contact was cancelled';
    case 'restore':
    case 'move': {
      const { heldUntil } = answer;
      if (heldUntil === null) return null;
      return some(({ dueAt }) => Math.abs(dueAt - heldUntil) < 1) ? null : `no contact was held until ${at(heldUntil)}`;
    }
    case 'stop':
      if (!stopped.has(customerId ?? '')) return 'the number is not stopped';
      return attempts.get(attemptId)?.outcome === 'stop' ? null : 'the attempt has another outcome';
    default:
      return null;
  }
}

export function checkTwice(evidence: Evidence): Finding[] {
  const findings: Finding[] = [];
  const find = (about: string, sentence: string) => void findings.push({ promise: 'twice', about, sentence });

  const live = Map.groupBy(
    evidence.handovers.filter(({ withdrawn }) => !withdrawn),
    ({ attemptId }) => attemptId,
  );
  for (const [attemptId, all] of live) if (all.length > 1) find(attemptId, `it was handed over ${all.length} times`);

  // A request without an answer may have been carried out, so each such request may explain one receipt of its customer.
  const open = Map.groupBy(
    evidence.asks.filter(({ key, answer }) => key !== null && (answer === null || answer.attemptId === null)),
    ({ customerId }) => customerId,
  );
  const told = Map.groupBy(
    evidence.asks.filter(({ key, answer }) => key !== null && answer?.attemptId),
    ({ answer }) => answer?.attemptId as string,
  );
  const decided = Map.groupBy(
    evidence.receipts.filter(({ actor }) => actor === 'person'),
    ({ attemptId }) => attemptId,
  );
  for (const [attemptId, receipts] of decided) {
    const customer = evidence.attempts.get(attemptId)?.customerId ?? '';
    const asks = (told.get(attemptId)?.length ?? 0) + (open.get(customer)?.length ?? 0);
    if (receipts.length > asks) find(attemptId, `${asks} requests were decided ${receipts.length} times`);
  }

  const restored = Map.groupBy(
    evidence.asks.filter(({ what }) => what === 'restore'),
    ({ attemptId }) => attemptId,
  );
  for (const [holdId, steps] of evidence.steps) {
    const ends = steps.filter(({ state }, i) => state === 'ended' && steps[i - 1]?.state !== 'ended').length;
    const attemptId = steps[0]?.attemptId ?? '';
    if (ends > 1 + (restored.get(attemptId)?.length ?? 0)) find(attemptId, `hold ${holdId} ended ${ends} times`);
    const times = steps.flatMap(({ state }, i) =>
      state === 'ready' && steps[i - 1]?.state === 'waiting' ? [steps[i - 1]?.dueAt] : [],
    );
    for (const [i, step] of steps.entries()) {
      if (step.state === 'waiting' && waitsAgainUnasked(evidence, steps[i - 1], step)) {
        find(
          attemptId,
          `hold ${holdId} was ready, and waited again at ${at(step.committedAt)} before its promised minute`,
        );
      }
    }
    if (new Set(times).size < times.length) find(attemptId, `hold ${holdId} was ready twice for one promised time`);
  }
  return [...findings, ...checkReleases(evidence)];
}

/** Whether a hold that was ready went back to waiting though no client had asked for another minute. */
function waitsAgainUnasked(evidence: Evidence, before: Step | undefined, { attemptId, committedAt }: Step): boolean {
  if (before?.state !== 'ready' || appAt(evidence, committedAt) >= before.dueAt) return false;
  return !evidence.asks.some(
    ({ what, attemptId: of, at: askedAt, answer }) =>
      of === attemptId &&
      ['move', 'hold', 'hold-at'].includes(what) &&
      askedAt <= committedAt &&
      (answer === null || answer.at >= committedAt),
  );
}

/** Checks that each allowed release made its contact ready once, or ended a contact whose three days were over. */
function checkReleases({ receipts, steps }: Evidence): Finding[] {
  const ready = new Map<string, number>();
  for (const { attemptId } of readySteps(steps)) ready.set(attemptId, (ready.get(attemptId) ?? 0) + 1);
  const over = new Set(
    [...steps.values()]
      .flat()
      .flatMap(({ state, attemptId, committedAt }) => (state === 'ended' ? [`${attemptId} ${committedAt}`] : [])),
  );
  const allowed = new Map<string, number>();
  for (const { attemptId, actor, verdict, committedAt } of receipts) {
    if (over.has(`${attemptId} ${committedAt}`)) continue;
    if (actor === 'release' && verdict === 'allow') allowed.set(attemptId, (allowed.get(attemptId) ?? 0) + 1);
  }
  return [...new Set([...ready.keys(), ...allowed.keys()])].flatMap((attemptId): Finding[] => {
    const [releases, times] = [allowed.get(attemptId) ?? 0, ready.get(attemptId) ?? 0];
    if (releases === times) return [];
    const sentence = `${releases} releases were allowed, and the contact was made ready ${times} times`;
    return [{ promise: 'twice', about: attemptId, sentence }];
  });
}

/** Returns every step in which a waiting contact became ready. */
export function readySteps(steps: Evidence['steps']): Step[] {
  return [...steps.values()].flatMap((of) =>
    of.filter(({ state }, i) => state === 'ready' && of[i - 1]?.state === 'waiting'),
  );
}
