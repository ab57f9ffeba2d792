/** Checks the promise `quiet`: every hand-over has a receipt that allowed it in open time, under the policy in force. */
import { appAt, type Evidence, type Receipt } from './evidence.ts';
import { at, type Finding } from './finding.ts';
import type { Silence } from './silence.ts';

/** How old a decision may be when its transaction commits. */
const STALE_MS = 5_000;
/** The reasons for which a person is warned and may continue. */
const ACKNOWLEDGED = ['quiet_hours', 'clock_unsafe'];

export function checkHandOvers(evidence: Evidence): Finding[] {
  const receipts = new Map(evidence.receipts.map((receipt) => [receipt.id, receipt]));
  const acknowledgedBy = new Set(
    evidence.asks.flatMap(({ acknowledges, attemptId, answer }) =>
      acknowledges ? [attemptId ?? answer?.attemptId ?? ''] : [],
    ),
  );
  const findings: Finding[] = [];
  for (const { attemptId, receiptId, brandId, handedAt, validUntil } of evidence.handovers) {
    const find = (sentence: string) => void findings.push({ promise: 'quiet', about: attemptId, sentence });
    const receipt = receipts.get(receiptId);
    const silence = evidence.silences.get(brandId);
    const store = evidence.stores.get(evidence.attempts.get(attemptId)?.storeId ?? '');
    if (receipt === undefined || receipt.attemptId !== attemptId || receipt.verdict !== 'allow') {
      find('handed over without a receipt that allows it');
      continue;
    }
    if (silence === undefined || store === undefined) continue;
    if (Math.abs(receipt.decidedAt - handedAt) > 1) find('handed over at another instant than the decision');
    const wasAcknowledged = receipt.acknowledged.some((reason) => ACKNOWLEDGED.includes(reason));
    if (wasAcknowledged && !acknowledgedBy.has(attemptId))
      find('its receipt says acknowledged, and no request acknowledged it');
    if (wasAcknowledged) continue;
    if (silence.isQuiet(receipt.revision, store.zone, handedAt)) find(`handed over in quiet time, at ${at(handedAt)}`);
    const count = silence.seenBy(receipt.committedAt);
    if (isQuietThroughout(evidence, silence, count, store.zone, receipt.committedAt)) {
      find(`committed in quiet time, and decided at ${at(handedAt)}`);
    }
    const next = silence.nextQuiet(receipt.revision, store.zone, handedAt, 3);
    if (next !== null && validUntil > next)
      find(`its WhatsApp link is valid until ${at(validUntil)}, past the start of quiet time`);
  }
  return [...findings, ...checkRevisions(evidence)];
}

/** Checks by the order of commits that no decision commits under an older policy after a publication has committed (A5). */
function checkRevisions({ receipts, silences }: Evidence): Finding[] {
  return receipts.flatMap((receipt: Receipt) => {
    const silence = silences.get(receipt.brandId);
    const newest = silence?.seenBy(receipt.committedAt - 0.001) ?? 0;
    if (silence === undefined || receipt.revision >= newest) return [];
    const sentence = `receipt ${receipt.number} was decided under policy event ${receipt.revision} when ${newest} was committed`;
    return [{ promise: 'quiet', about: receipt.attemptId, sentence } as const];
  });
}

/** Whether every moment before the commit was quiet, for as long as a decision may be old. */
export function isQuietThroughout(
  evidence: Evidence,
  silence: Silence,
  count: number,
  zone: string,
  committedAt: number,
): boolean {
  for (let back = 0; back <= STALE_MS; back += 500) {
    const then = committedAt - back;
    if (!silence.isQuiet(count, zone, appAt(evidence, then))) return false;
    if (!silence.isQuiet(silence.seenBy(then), zone, appAt(evidence, then))) return false;
  }
  return true;
}
