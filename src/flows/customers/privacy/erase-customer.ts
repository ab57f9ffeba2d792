/**
 * Erases a customer, at the customer's request or for another reason. What names the customer vanishes: the row, texts, tags,
 * purchases, kept answers, what imports keep, what support typed. What is held ends (H3). Receipts, hand-overs and the stop
 * list stay: they contain ids, instants and keyed hashes (R1, D2).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Tx } from '#db/core/db.ts';
import { deleteCustomerWords, searchPrefixes, searchWords } from '#db/customers/customer-words.ts';
import { insertStop } from '#db/customers/edit/hand-fields.ts';
import { clearMergesOf } from '#db/customers/merge/merges.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { listStopsOfNumbers } from '#db/customers/opt-outs.ts';
import { codeHash } from '#db/customers/privacy/code-hash.ts';
import {
  clearAttemptTexts,
  clearCustomers,
  clearErasedCustomers,
  deleteAnswersOfCustomers,
  deleteTagsOfCustomers,
  deleteTokensOfCustomers,
  endSuggestionsOf,
  listSupportSearches,
  lockWithDuplicates,
} from '#db/customers/privacy/erasure.ts';
import { insertPrivacyEntry } from '#db/customers/privacy/privacy-log.ts';
import {
  clearReadings,
  deleteRowsOfCustomers,
  deleteUploadedFiles,
  endStagedUploads,
} from '#db/import/clear-readings.ts';
import { tryImportLock } from '#db/import/imports.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import { endHoldsOf } from '#flows/core/end-holds.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { codeKey } from '#rules/core/code-key.ts';
import { isSearchFor, withoutCustomer } from '#rules/customers/erasure.ts';
import { mayReach } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface EraseDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** The key of the hashes of numbers and codes. */
  readonly numberKey: Uint8Array;
}

/** `import_running`: an import of the brand is being written, and might write the customer again. */
export type EraseAnswer = 'erased' | 'not_found' | 'import_running';

type Locked = NonNullable<(typeof lockWithDuplicates)['row']>;

interface Wish {
  readonly customerId: string;
  readonly reason: string;
}

/**
 * Erases the customer and the customer's duplicates. Erasing an erased customer again changes nothing. Waits up to three
 * seconds for an import that is about to end.
 */
export async function eraseCustomer(deps: EraseDeps, person: PersonActor, wish: Wish): Promise<EraseAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await tryToErase(deps, person, wish);
    if (answer !== 'import_running' || tries === MOST_TRIES) return answer;
    await pause(BETWEEN_TRIES_MS);
  }
}

const MOST_TRIES = 13;
const BETWEEN_TRIES_MS = 250;

function tryToErase(deps: EraseDeps, person: PersonActor, { customerId, reason }: Wish): Promise<EraseAnswer> {
  const { brandId, personId } = person;
  return deps.db.inBrand<EraseAnswer>(brandId, async (tx) => {
    const [lock] = await tx.run(tryImportLock, { brandId });
    if (lock?.mine !== true) return 'import_running';
    const customers = await tx.run(lockWithDuplicates, { brandId, customerId });
    const main = customers.find(({ mergedInto }) => mergedInto === null);
    if (!main || !mayReach('erase_customer', person, { personId: null, storeId: main.storeId })) return 'not_found';
    if (main.availability === 'erased') return 'erased';
    const at = deps.now();
    await keepStops(tx, deps, person, customers);
    const events = await forgetImports(tx, deps, person, customers);
    const customerIds = customers.map(({ id }) => id);
    await endHoldsOf(tx, brandId, { customerIds }, { reason: 'customer_erased', by: personId, at });
    const searches = await searchesFor(tx, brandId, customers);
    blank(tx, deps, brandId, customers);
    tx.send(clearAttemptTexts, { brandId, customerIds });
    tx.send(deleteTokensOfCustomers, { brandId, customerIds });
    tx.send(deleteAnswersOfCustomers, { brandId, customerIds });
    tx.send(deleteCustomerWords, { brandId, customerIds });
    tx.send(deleteTagsOfCustomers, { brandId, customerIds });
    tx.send(clearMergesOf, { brandId, customerIds });
    tx.send(endSuggestionsOf, { brandId, customerIds, at });
    tx.send(clearErasedCustomers, { brandId, customerIds, searches });
    const entry = {
      id: deps.newId(),
      at: deps.hostNow(),
      what: 'erasure',
      customerId: main.id,
      byId: personId,
    } as const;
    tx.send(insertPrivacyEntry, { brandId, ...entry, reason: withoutCustomer(reason, customers) });
    await publishLiveEvent(tx, brandId, deps.hostNow(), CUSTOMERS_CHANGED, ...events);
    return 'erased';
  });
}

/** The live event after an erasure: open screens read customers, suggestions and held contacts again. */
const CUSTOMERS_CHANGED: LiveEvent = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } };

function blank(tx: Tx, { numberKey }: EraseDeps, brandId: string, customers: readonly Locked[]): void {
  const blanked = customers.map(({ id, code }) => ({
    id,
    codeHash: code === null ? null : codeHash(numberKey, codeKey(code)).toString('hex'),
  }));
  tx.send(clearCustomers, { brandId, customers: blanked });
}

/**
 * Makes sure that the stop list has the number of each customer who asked to stop or refused permission: after the erasure
 * nothing else says so (D2).
 */
async function keepStops(tx: Tx, deps: EraseDeps, { brandId, personId }: PersonActor, customers: readonly Locked[]) {
  const stopped = customers.filter(
    ({ phone, optedOutAt, permission }) => phone !== null && (optedOutAt !== null || permission === 'refused'),
  );
  const phones = stopped.map(({ phone }) => phone as string);
  const known = await listStopsOfNumbers(tx, brandId, phones, deps.numberKey);
  for (const { phone, optedOutAt } of stopped)
    if (!known.has(phone as string))
      addStop(tx, deps, { brandId, personId }, phone as string, optedOutAt ?? deps.now());
}

function addStop(
  tx: Tx,
  { numberKey }: EraseDeps,
  { brandId, personId }: Pick<PersonActor, 'brandId' | 'personId'>,
  phone: string,
  stoppedAt: Instant,
): void {
  tx.send(insertStop, { brandId, numberHash: numberHash(numberKey, phone), stoppedAt, recordedBy: personId });
}

/**
 * Deletes what imports keep: files and their readings, and the rows of these customers. Uploads that nobody applied end,
 * because their files may contain the customer in any spelling. Returns the events for those who uploaded them. A stop that
 * an unfinished import brings is written now.
 */
async function forgetImports(
  tx: Tx,
  deps: EraseDeps,
  person: PersonActor,
  customers: readonly Locked[],
): Promise<LiveEvent[]> {
  const { brandId } = person;
  const at = deps.now();
  const ended = await tx.run(endStagedUploads, { brandId, failure: 'customer_erased', at });
  tx.send(deleteUploadedFiles, { brandId });
  tx.send(clearReadings, { brandId, before: Number.POSITIVE_INFINITY });
  const customerIds = customers.map(({ id }) => id);
  const phones = customers.flatMap(({ phone }) => (phone === null ? [] : [phone]));
  const rows = await tx.run(deleteRowsOfCustomers, { brandId, customerIds, phones });
  for (const { phone, stopAt } of rows) if (phone !== null && stopAt !== null) addStop(tx, deps, person, phone, stopAt);
  return ended.map(({ id, personId }) => ({ kind: 'import', personId, storeId: null, body: { importId: id } }));
}

/** Returns the texts that support typed when it looked for one of these customers. */
async function searchesFor(tx: Tx, brandId: string, customers: readonly Locked[]): Promise<string[]> {
  const words = customers.map(({ name, phone }) => searchWords(name, phone));
  const typed = await tx.run(listSupportSearches, { brandId });
  return typed.flatMap(({ searched }) => {
    const prefixes = searchPrefixes(searched);
    return words.some((ofCustomer) => isSearchFor(prefixes, ofCustomer)) ? [searched] : [];
  });
}
