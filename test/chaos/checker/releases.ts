/** Checks the promises `early`, `slots` and `stopped`: when a held contact became ready, and that none did for a stopped number. */
import { readySteps } from './answers.ts';
import { appAt, type Evidence, type Step } from './evidence.ts';
import { at, type Finding } from './finding.ts';
import { isQuietThroughout } from './hand-overs.ts';
import { isOpen } from './silence.ts';

const MINUTE = 60_000;
/** A release later than this by the app's clock counts as late; a run moves that clock by minutes. */
const LATE_MS = 15 * MINUTE;

export function checkEarly(evidence: Evidence): Finding[] {
  const toldByAttempt = toldTimes(evidence);
  const lost = lostAsks(evidence);
  const findings: Finding[] = [];
  for (const step of readySteps(evidence.steps)) {
    const { attemptId, brandId, storeId, committedAt, readyAt, openingAt } = step;
    const find = (sentence: string) => void findings.push({ promise: 'early', about: attemptId, sentence });
    const store = evidence.stores.get(storeId);
    const silence = evidence.silences.get(brandId);
    if (store === undefined || silence === undefined) continue;
    if (readyAt === null) {
      find('ready without an instant in `ready_at`');
      continue;
    }
    const toldAtLast = promisedBefore(toldByAttempt.get(attemptId) ?? [], committedAt);
    // The answer to a request for another minute may be lost with its server; then the stored minute is a promise, too.
    const isChangedUnheard = (lost.get(attemptId) ?? []).some(
      (askedAt) => askedAt <= committedAt && askedAt > (toldAtLast?.answeredAt ?? 0),
    );
    const kept = isChangedUnheard ? dueBefore(evidence, step) : null;
    const promised = toldAtLast === null ? null : Math.min(toldAtLast.heldUntil, kept ?? Number.POSITIVE_INFINITY);
    if (promised !== null && readyAt < promised) find(`ready at ${at(readyAt)}, before the promised ${at(promised)}`);
    const app = appAt(evidence, committedAt);
    if (promised !== null && app < promised) find(`made ready at ${at(app)}, before the promised ${at(promised)}`);
    const count = silence.seenBy(committedAt);
    if (silence.isQuiet(count, store.zone, readyAt)) find(`ready in quiet time, at ${at(readyAt)}`);
    if (isQuietThroughout(evidence, silence, count, store.zone, committedAt)) {
      find(`made ready in quiet time, at ${at(app)}`);
    }
    const due = dueBefore(evidence, step);
    if (openingAt === null || due === null) continue;
    if (!isOpen(store.hours, store.zone, due)) find(`it waited for ${at(due)}, a minute at which the store is closed`);
    // A contact whose server was down at its minute is released late, even if the store has closed meanwhile.
    if (readyAt - due < LATE_MS && !isOpen(store.hours, store.zone, readyAt)) {
      find(`ready while the store was closed, at ${at(readyAt)}`);
    }
  }
  return findings;
}

/** Returns the minute for which a contact waited before this step. */
function dueBefore({ steps }: Evidence, step: Step): number | null {
  const of = steps.get(step.holdId) ?? [];
  return of[of.indexOf(step) - 1]?.dueAt ?? null;
}

interface Told {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly heldUntil: number;
}

/** Returns each minute that a client was told for an attempt, with the instants of the request and of the answer. */
function toldTimes({ asks }: Evidence): ReadonlyMap<string, readonly Told[]> {
  const toldByAttempt = asks.flatMap((ask) => {
    const { answer } = ask;
    const attemptId = answer?.attemptId ?? ask.attemptId;
    if (!answer || attemptId === null || answer.heldUntil === null) return [];
    const promises =
      answer.status === 202 || (answer.status === 200 && (ask.what === 'move' || ask.what === 'restore'));
    return promises ? [{ attemptId, askedAt: ask.at, answeredAt: answer.at, heldUntil: answer.heldUntil }] : [];
  });
  return Map.groupBy(toldByAttempt, ({ attemptId }) => attemptId);
}

/** Returns when a client asked for another minute of an attempt and got no answer. */
function lostAsks({ asks }: Evidence): ReadonlyMap<string, readonly number[]> {
  const lost = asks.flatMap(({ what, attemptId, answer, at: askedAt }) =>
    attemptId !== null && answer === null && (what === 'move' || what === 'restore') ? [{ attemptId, askedAt }] : [],
  );
  return new Map(
    [...Map.groupBy(lost, ({ attemptId }) => attemptId)].map(([id, each]) => [id, each.map(({ askedAt }) => askedAt)]),
  );
}

/** Returns the earliest minute that a client could rely on at a commit: the last one told before it, or one being answered at that time. */
function promisedBefore(
  toldByAttempt: readonly Told[],
  committedAt: number,
): Pick<Told, 'heldUntil' | 'answeredAt'> | null {
  const last = toldByAttempt.findLast(({ answeredAt }) => answeredAt <= committedAt);
  const during = toldByAttempt.filter(({ askedAt, answeredAt }) => askedAt <= committedAt && answeredAt > committedAt);
  const times = [...(last ? [last] : []), ...during].map(({ heldUntil }) => heldUntil);
  return times.length === 0 ? null : { heldUntil: Math.min(...times), answeredAt: last?.answeredAt ?? 0 };
}

/** Checks that no two held contacts of a seller wait for the same slot at the same time (P3). */
export function checkSlots({ steps, slots }: Evidence): Finding[] {
  const stretches = [...steps.values()].flatMap((of) =>
    of.flatMap((step, i) =>
      step.state === 'waiting' && step.openingAt !== null
        ? [{ ...step, until: of[i + 1]?.committedAt ?? Number.POSITIVE_INFINITY }]
        : [],
    ),
  );
  const findings: Finding[] = [];
  const byMinute = Map.groupBy(stretches, ({ sellerId, dueAt }) => `${sellerId} ${Math.floor(dueAt / MINUTE)}`);
  for (const group of byMinute.values()) {
    const inTime = group.toSorted((a, b) => a.committedAt - b.committedAt);
    for (const [i, later] of inTime.entries()) {
      const clash = inTime
        .slice(0, i)
        .find(({ until, holdId }) => holdId !== later.holdId && until > later.committedAt);
      if (clash === undefined) continue;
      const sentence = `${at(later.dueAt)} was given to two holds of one seller: ${clash.holdId} and ${later.holdId}`;
      findings.push({ promise: 'slots', about: later.attemptId, sentence });
    }
  }
  const seen = new Map<string, string>();
  for (const { queueId, at: minute, holdId } of slots) {
    const key = `${queueId} ${Math.floor(minute / MINUTE)}`;
    const other = seen.get(key);
    if (other !== undefined) {
      findings.push({
        promise: 'slots',
        about: holdId,
        sentence: `${at(minute)} is in the slots twice, also for ${other}`,
      });
    }
    seen.set(key, holdId);
  }
  return findings;
}

/** Checks that after a stop no contact to the number is handed over or ready, and that waiting contacts were cancelled for it (D2). */
export function checkStopped(evidence: Evidence): Finding[] {
  const stops = new Map<string, number>();
  for (const { what, customerId, answer } of evidence.asks) {
    const number = evidence.numberOf.get(customerId ?? '');
    if (what !== 'stop' || answer?.status !== 200 || number === undefined) continue;
    stops.set(number, Math.min(stops.get(number) ?? Number.POSITIVE_INFINITY, answer.at));
  }
  const stopOf = (customerId: string) => stops.get(evidence.numberOf.get(customerId) ?? '') ?? Number.POSITIVE_INFINITY;
  const findings: Finding[] = [];
  const find = (about: string, sentence: string) => void findings.push({ promise: 'stopped', about, sentence });
  const receipts = new Map(evidence.receipts.map((receipt) => [receipt.id, receipt]));
  for (const { attemptId, receiptId } of evidence.handovers) {
    const stop = stopOf(evidence.attempts.get(attemptId)?.customerId ?? '');
    const committedAt = receipts.get(receiptId)?.committedAt ?? 0;
    if (committedAt > stop) find(attemptId, `handed over after the stop of ${at(stop)}`);
  }
  for (const { attemptId, customerId, committedAt } of readySteps(evidence.steps)) {
    if (committedAt > stopOf(customerId)) find(attemptId, `ready after the stop of ${at(stopOf(customerId))}`);
  }
  for (const steps of evidence.steps.values()) {
    const last = steps.at(-1) as Step;
    const stop = stopOf(last.customerId);
    const wasLive = steps.some(({ state, committedAt }) => state !== 'ended' && committedAt < stop);
    if (stop === Number.POSITIVE_INFINITY || !wasLive) continue;
    if (last.state !== 'ended') find(last.attemptId, `still ${last.state} after the stop of ${at(stop)}`);
    else if (last.committedAt > stop && last.endReason !== 'opted_out') {
      find(last.attemptId, `ended as ${last.endedAs}, ${last.endReason}, after the stop of ${at(stop)}`);
    }
  }
  return findings;
}
