/** Writes a customer that a person added or edited: the row, the search words, the tags, and the permission's effects. */
import { stopNumber } from '#db/contact/outcomes.ts';
import type { Database, Tx } from '#db/core/db.ts';
import { type CustomerRecord, copyRunningStops, saveCustomers } from '#db/customers/customer-records.ts';
import { deleteOtherTags, insertTags } from '#db/customers/edit/customer-tags.ts';
import { insertStop, updateHandFields } from '#db/customers/edit/hand-fields.ts';
import { recordPermissionChanges } from '#db/customers/edit/permission-changes.ts';
import { listMergedRows } from '#db/customers/merge/merges.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { liftStops, type StopLift } from '#db/customers/opt-outs.ts';
import { endHoldsOf } from '#flows/core/end-holds.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { writeMergedWords } from '#flows/customers/merge/merged-words.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type ConsentFault, judgeConsent, type Said } from '#rules/customers/consent.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay, startOfDay } from '#rules/time/local-day.ts';
import type { CustomerFields } from './customer-fields.ts';

export interface EditDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** The key of the stop list's hashes. */
  readonly numberKey: Uint8Array;
}

/** A row with its typed fields, before or after the change. */
export interface StoredCustomer {
  readonly record: CustomerRecord;
  readonly toldZone: string | null;
  readonly contactFromMinute: number | null;
  readonly tags: readonly string[];
}

/** What the permission of a change does. `at`: the instant of the stop or the consent. */
export interface PermissionEffect {
  readonly stop: 'stop' | 'lift' | 'as_it_is';
  readonly at: Instant;
}

export type Applied =
  | { readonly ok: true; readonly after: StoredCustomer; readonly effect: PermissionEffect }
  | { readonly ok: false; readonly fault: ConsentFault };

/** Applies the fields to a customer. The marks of a number go with the number; a stop goes to the new number too (D2). */
export function applyFields(
  before: StoredCustomer,
  fields: Partial<CustomerFields>,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): Applied {
  const { phone, permission, zone: toldZone, contactFromMinute, tags, ...own } = fields;
  const record = { ...before.record, ...own };
  const numbered =
    phone === undefined || phone?.e164 === (record.phone ?? undefined)
      ? record
      : { ...record, phone: phone?.e164 ?? null, phoneKind: phone?.kind ?? ('none' as const), wrongNumberAt: null };
  const judged = judgePermission(before.record, permission, zone, now);
  if (!judged.ok) return judged;
  const { said, effect } = judged;
  const optedOutAt =
    effect.stop === 'lift' ? null : effect.stop === 'stop' ? (record.optedOutAt ?? effect.at) : record.optedOutAt;
  return {
    ok: true,
    effect,
    after: {
      record: { ...numbered, permission: said.state, permissionOn: said.on, optedOutAt },
      toldZone: toldZone === undefined ? before.toldZone : toldZone,
      contactFromMinute: contactFromMinute === undefined ? before.contactFromMinute : contactFromMinute,
      tags: tags ?? before.tags,
    },
  };
}

function judgePermission(record: CustomerRecord, wanted: Said | undefined, zone: string, now: Instant) {
  const known: Said = { state: record.permission, on: record.permissionOn };
  const today = dateText(localDay(zone, now));
  const isSame = wanted === undefined || (wanted.state === known.state && (wanted.on ?? known.on) === known.on);
  // A consent that is written down again counts against a stop that runs.
  if (isSame && (wanted?.state !== 'granted' || record.optedOutAt === null))
    return { ok: true, said: known, effect: { stop: 'as_it_is', at: now } } as const;
  const stoppedOn = record.optedOutAt === null ? null : dateText(localDay(zone, record.optedOutAt));
  const judged = judgeConsent({ ...known, stoppedOn }, wanted as Said, today);
  if (!judged.ok) return judged;
  const { on } = judged.permission;
  const at = on === null || on === today ? now : startOfDay(zone, dayOf(on) as EpochDay);
  return { ok: true, said: judged.permission, effect: { stop: judged.stop, at } } as const;
}

/** Writes the customer. `before` null: a new one. Violates `customers_by_phone` if another customer has the number. */
export async function writeCustomer(
  tx: Tx,
  { now, hostNow, numberKey }: EditDeps,
  { brandId, personId }: PersonActor,
  before: StoredCustomer | null,
  { after, effect }: Extract<Applied, { ok: true }>,
): Promise<void> {
  const { record, toldZone, contactFromMinute, tags } = after;
  const { id: customerId, phone } = record;
  const at = now();
  const hash = phone === null ? null : numberHash(numberKey, phone);
  if (effect.stop === 'lift') await liftOwnStops(tx, brandId, record, { at: effect.at, upTo: at }, numberKey);
  const hasMoved = before !== null && before.record.phone !== phone;
  if (hasMoved && hash !== null && record.optedOutAt !== null && effect.stop !== 'stop')
    tx.send(insertStop, { brandId, numberHash: hash, stoppedAt: record.optedOutAt, recordedBy: personId });
  saveCustomers(tx, brandId, [record], numberKey, at);
  tx.send(updateHandFields, { brandId, customerId, toldZone, contactFromMinute });
  tx.send(copyRunningStops, { brandId, customerIds: [customerId] });
  if (before === null || before.record.name !== record.name || hasMoved) await writeMergedWords(tx, brandId, record);
  tx.send(deleteOtherTags, { brandId, customerId, tags });
  if (tags.length > 0) tx.send(insertTags, { brandId, customerId, tags });
  const { permission, permissionOn } = before?.record ?? { permission: 'unknown', permissionOn: null };
  tx.send(recordPermissionChanges, {
    brandId,
    before: [{ id: customerId, permission, permissionOn }],
    origin: 'person',
    byId: personId,
    at,
  });
  if (effect.stop !== 'stop') return;
  if (hash !== null) tx.send(stopNumber, { brandId, numberHash: hash, recordedBy: personId, at: effect.at });
  // H3: a stop ends the holds that anybody of the brand has for this number.
  const whose = hash === null ? { customerIds: [customerId] } : { numberHash: hash };
  await endHoldsOf(tx, brandId, whose, { reason: 'opted_out', by: personId, at });
  const event = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } } as const;
  await publishLiveEvent(tx, brandId, hostNow(), event);
}

/** Ends the stops on the customer's numbers, those of merged rows included: the consent is that of one person. */
async function liftOwnStops(
  tx: Tx,
  brandId: string,
  { id: customerId, phone }: CustomerRecord,
  lift: StopLift,
  numberKey: Uint8Array,
): Promise<void> {
  const merged = await tx.run(listMergedRows, { brandId, customerId });
  const phones = [phone, ...merged.map((row) => row.phone)].filter((each) => each !== null);
  liftStops(tx, brandId, new Map(phones.map((each) => [each, lift])), numberKey);
}
