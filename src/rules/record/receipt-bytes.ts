/** Writes a receipt as canonical text, because the chain links bytes (R3). */
import { type AskedSilence, isAskedUntil } from '#rules/contact/asked-silence.ts';
import type { Receipt } from './receipt.ts';

/**
 * Returns the receipt as text: JSON without spaces, an array of the format's name and every column in a fixed order,
 * which is also its RFC 8785 form. Receipts that differ in any column give different texts. A new column makes a new
 * format, and old receipts keep theirs, which `rules` identifies.
 */
export function canonical(receipt: Receipt): string {
  const columns =
    receipt.rules < FORMAT ? ALL_WRITTEN.filter((column) => isWrittenBy(receipt.rules, column)) : ALL_WRITTEN;
  return JSON.stringify([
    `receipt/${Math.min(receipt.rules, FORMAT)}`,
    ...columns.map((column) => written(receipt, column)),
  ]);
}

/** Returns a column's value. Findings and silences become lists, because a database does not keep the order of keys. */
function written(receipt: Receipt, column: keyof Receipt): unknown {
  if (column === 'reasons') return receipt.reasons.map(({ reason, verdict }) => [reason, verdict]);
  if (column === 'askedSilences') return receipt.askedSilences.map(writtenSilence);
  return receipt[column];
}

function writtenSilence(silence: AskedSilence): unknown {
  return isAskedUntil(silence) ? [silence.until] : [silence.days, silence.start, silence.end];
}

/** The newest format; later rules without a new column keep it. */
const FORMAT = 6;

/**
 * Whether the receipt's link is computed over the SHA-256 of its text (since rules 3), or over the text itself. With
 * digests a chain can be shown without the receipts' texts.
 */
export function isLinkedByDigest({ rules }: Pick<Receipt, 'rules'>): boolean {
  return rules >= LINKED_BY_DIGEST_SINCE;
}

const LINKED_BY_DIGEST_SINCE = 3;

const COLUMNS = [
  'brandId',
  'id',
  'attemptId',
  'rules',
  'decidedAt',
  'tzVersion',
  'actorKind',
  'actorId',
  'turnId',
  'storeId',
  'customerId',
  'suggestionId',
  'suggestionOpen',
  'originAsked',
  'channel',
  'messageKind',
  'plan',
  'policyRevision',
  'zoneStore',
  'zoneBrand',
  'zonesCustomer',
  'zonesCustomerFrom',
  'zonesBrandStores',
  'availability',
  'reachable',
  'permission',
  'optedOutAt',
  'lastInboundAt',
  'lastOutboundAt',
  'refusedAt',
  'acknowledged',
  'acknowledgedBecause',
  'verdict',
  'reason',
  'reasons',
  'origin',
  'originClaimed',
  'afterRefusal',
  'becauseNeeded',
  'policyVersion',
  'quietSince',
  'quietUntil',
  'quietClock',
  'quietZone',
  'opensAt',
  'changesAt',
  'pacedAt',
  'clockUnsafe',
  'coolDownDays',
  'contactedAt',
  'unansweredAfter',
  'unansweredAt',
  'askedSilences',
  'doNotCallOn',
  'consentedOn',
] as const satisfies readonly (keyof Receipt)[];

/** The type does not compile if a column of the receipt is missing above. */
const ALL_WRITTEN: [Exclude<keyof Receipt, (typeof COLUMNS)[number]>] extends [never]
  ? readonly (keyof Receipt)[]
  : never = COLUMNS;

/** Whether the text of receipts of these rules contains the column. */
function isWrittenBy(rules: number, column: keyof Receipt): boolean {
  return rules >= (SINCE.get(column) ?? 1);
}

/** The rules that introduced a column after rules 1. */
const SINCE: ReadonlyMap<keyof Receipt, number> = new Map([
  ['pacedAt', 2],
  ['clockUnsafe', 2],
  ['coolDownDays', 4],
  ['contactedAt', 4],
  ['unansweredAfter', 4],
  ['unansweredAt', 4],
  ['askedSilences', 5],
  ['doNotCallOn', 6],
  ['consentedOn', 6],
]);
