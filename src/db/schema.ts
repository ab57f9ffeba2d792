/** What the migrated database looks like to TypeScript: written by scripts/generate-schema.ts, never by hand. */
import type { InstantColumn, JsonColumn } from '#db/core/sql-values.ts';
import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export interface Absences {
  brandId: string;
  createdAt: InstantColumn;
  createdBy: string;
  endedAt: InstantColumn | null;
  /**
   * The person who ended the absence early. Null with an ended_at: the absence ended by itself.
   */
  endedBy: string | null;
  endsAt: InstantColumn;
  fromOn: string;
  id: string;
  /**
   * True: the start of the absence has been carried out.
   */
  isStarted: Generated<boolean>;
  /**
   * The move that passed suggestions and held contacts on. What was not used returns when the absence ends.
   */
  moveId: string | null;
  /**
   * What happens when the absence starts: suggestions and held contacts stay, go to one colleague, or are shared out among those who are there.
   */
  passes: 'nothing' | 'to_one' | 'spread';
  passToId: string | null;
  personId: string;
  startsAt: InstantColumn;
  storeId: string;
  untilOn: string;
}

export interface Acknowledgements {
  attemptId: string;
  brandId: string;
  channel: string;
  expiresAt: InstantColumn;
  issuedAt: InstantColumn;
  origin: string;
  personId: string;
  policyVersion: number | null;
  reasons: string[];
  spentAt: InstantColumn | null;
  textDigest: Buffer;
  tokenHash: Buffer;
  turnId: string | null;
}

export interface AskedSilences {
  brandId: string;
  customerId: string;
  /**
   * The weekdays on which the hours start. Null: the silence lasts until a date.
   */
  days: string[] | null;
  /**
   * The instant at which a person ended the silence, by the app's clock. Null: nobody ended it.
   */
  endedAt: InstantColumn | null;
  endedBy: string | null;
  ends: string | null;
  id: string;
  madeAt: InstantColumn;
  /**
   * The person who wrote the wish down.
   */
  madeBy: string;
  /**
   * The keyed hash of the number at the time of the wish, as in customers.number_hash. Null: the customer had no number.
   */
  numberHash: Buffer | null;
  starts: string | null;
  /**
   * The customer's seller, who has not read yet that a colleague wrote the silence down or ended it. Null: nobody has to be told.
   */
  unreadBy: string | null;
  /**
   * The last date of the silence on the customer's clock, inclusive. Null: the silence has hours.
   */
  untilOn: string | null;
}

export interface Attempts {
  brandId: string;
  channel: string;
  createdAt: InstantColumn;
  customerId: string;
  id: string;
  origin: 'suggestion' | 'profile';
  outcome: 'sent' | 'not_sent' | 'stop' | 'wrong_number' | 'talked' | 'sold' | 'no_answer' | null;
  /**
   * The instant at which the attempt was last refused because of quiet hours. A later contact from the profile in the same quiet time is marked afterRefusal.
   */
  refusedAt: InstantColumn | null;
  sellerId: string;
  /**
   * The stretches of the text in which a template variable wrote the seller's name and nothing was edited since: [{"start", "end"}] in UTF-16 code units.
   */
  sellerStretches: Generated<JsonColumn>;
  /**
   * The earlier seller whose name the text of a passed-on attempt still contains. Null means that the text names no earlier seller.
   */
  speaksAs: string | null;
  state: 'refused' | 'warned' | 'held' | 'ready' | 'handed_over' | 'sent' | 'abandoned' | 'cancelled' | 'expired' | 'failed' | 'unknown';
  storeId: string | null;
  suggestionId: string | null;
  /**
   * The message text. The text is personal data: an erasure empties this column, and no receipt contains any of the text.
   */
  text: string | null;
  updatedAt: InstantColumn;
}

export interface Brands {
  /**
   * The Portuguese article before the name: 'a' (a Aurora), 'o' (o Cais) or none.
   */
  article: Generated<'a' | 'o' | ''>;
  brandId: string;
  /**
   * The days of 24 hours for which nobody begins another contact with a number after the last one (D6). 0 means that the brand has no cool-down.
   */
  coolDownDays: Generated<number>;
  createdAt: InstantColumn;
  /**
   * The days for which the texts of messages that did not go, and ended turns, are kept.
   */
  draftsDays: Generated<number>;
  name: string;
  plan: 'starter' | 'growth' | 'enterprise';
  /**
   * Sellers may contact only customers of their own portfolio.
   */
  portfolioOnly: Generated<boolean>;
  /**
   * The days for which receipts are kept with their attempts. Receipts stay longer where the cool-down is longer.
   */
  receiptsDays: Generated<number>;
  /**
   * True: managers who sign in with an account of their own must have a second factor.
   */
  secondFactorRequired: Generated<boolean>;
  slug: string;
  /**
   * The distinct zones of the brand's stores. Each writer of a store's zone updates this list, so that a decision finds the candidate zones of rule C4 without reading every store.
   */
  storeZones: Generated<string[]>;
  /**
   * The most suggestions that a seller has open on a day, over all campaigns.
   */
  suggestionsPerSellerDay: Generated<number>;
  /**
   * The days for which the texts of messages that went to WhatsApp are kept.
   */
  textsDays: Generated<number>;
  /**
   * The number of unanswered contacts after which nobody begins another contact with the number (D6b). 0 means that the brand does not count them.
   */
  unansweredAfter: Generated<number>;
  zone: string;
}

export interface CampaignDays {
  brandId: string;
  campaignId: string;
  /**
   * The number of customers who were met and got no suggestion, by reason.
   */
  leftOut: Generated<JsonColumn>;
  /**
   * The customers whom the filters of the campaign met.
   */
  matched: Generated<number>;
  onDate: string;
  storeId: string;
  /**
   * The suggestions that were made on the day.
   */
  suggested: Generated<number>;
  /**
   * The customers who wait for a new portfolio, because their seller is no longer active.
   */
  withoutSeller: Generated<number>;
}

export interface Campaigns {
  /**
   * True exactly while the campaign runs, for servers that know no state.
   */
  active: Generated<boolean>;
  /**
   * The filters that say which customers the campaign means, as in the rules of campaigns.
   */
  audience: Generated<JsonColumn>;
  brandId: string;
  /**
   * The days of 24 hours for which the campaign contacts no number after the last contact (D6). The longer of the brand's and the campaign's days counts.
   */
  coolDownDays: Generated<number>;
  createdAt: InstantColumn;
  endedAt: InstantColumn | null;
  /**
   * The first day of the campaign on the clock of each store. Null: the campaign begins when it starts.
   */
  fromOn: string | null;
  id: string;
  /**
   * The legal basis that the brand recorded. The legal basis permits no contact that a check forbids (D2b).
   */
  legalBasis: Generated<'consent' | 'legitimate_interest'>;
  legalReason: string | null;
  /**
   * The name that sellers see. A draft may have an empty name, or that of another campaign.
   */
  name: string;
  /**
   * The most suggestions of the campaign that a seller has open on a day.
   */
  perSellerDay: Generated<number>;
  priority: number;
  /**
   * The instant at which the campaign last began to run, by the app's clock: the start, or the resumption after a pause. Null: the campaign is older than this column, and started_at counts.
   */
  runningSince: InstantColumn | null;
  /**
   * The instant at which the campaign first started, by the app's clock.
   */
  startedAt: InstantColumn | null;
  state: Generated<'draft' | 'running' | 'paused' | 'ended'>;
  template: string;
  /**
   * The last day of the campaign on the clock of each store, inclusive. Null: the campaign has no last day.
   */
  toOn: string | null;
  updatedAt: InstantColumn | null;
  /**
   * The number of the campaign's present version in campaign_versions. A campaign from before 0051 has no row there.
   */
  version: Generated<number>;
}

export interface CampaignVersions {
  at: InstantColumn;
  /**
   * The whole campaign, as in the rules of campaigns.
   */
  body: JsonColumn;
  brandId: string;
  byId: string;
  campaignId: string;
  version: number;
}

export interface CustomerMerges {
  /**
   * The attempts whose held contacts went on for the surviving customer.
   */
  attemptIds: string[];
  brandId: string;
  /**
   * The surviving customer's contact-from minute before the merge.
   */
  contactFromWas: number | null;
  /**
   * The surviving customer's first date before the merge.
   */
  customerSinceWas: string | null;
  /**
   * The earlier duplicates of the merged customer, which became duplicates of the surviving one.
   */
  duplicateIds: string[];
  /**
   * The fields of the surviving customer that the merge filled from the merged one.
   */
  filled: string[];
  /**
   * The customer that was merged and that nobody contacts any more.
   */
  fromId: string;
  /**
   * The running stop of the merged customer at the merge, which an undo restores; null: there was none.
   */
  fromStoppedAt: InstantColumn | null;
  id: string;
  /**
   * The surviving customer.
   */
  intoId: string;
  /**
   * The instant of the merge, by the app's clock. The merge can be undone for a day from then on.
   */
  mergedAt: InstantColumn;
  mergedBy: string;
  /**
   * The surviving customer's mark of a stop before the merge; null: there was none.
   */
  optedOutWas: InstantColumn | null;
  /**
   * The surviving customer's permission after the merge: the stricter one.
   */
  permissionBecame: 'granted' | 'refused' | 'unknown';
  permissionBecameOn: string | null;
  /**
   * The surviving customer's permission before the merge.
   */
  permissionWas: 'granted' | 'refused' | 'unknown';
  permissionWasOn: string | null;
  /**
   * The surviving customer's state before the merge.
   */
  stateWas: string | null;
  /**
   * The open suggestions that went on for the surviving customer.
   */
  suggestionIds: string[];
  /**
   * The seller of each of these suggestions before the merge, in the same order.
   */
  suggestionSellerIds: string[];
  /**
   * The tags that the surviving customer got by the merge.
   */
  tagsAdded: string[];
  /**
   * The instant at which a person undid the merge, by the app's clock; null: nobody did.
   */
  undoneAt: InstantColumn | null;
  undoneBy: string | null;
}

export interface Customers {
  availability: Generated<'present' | 'erased' | 'merged'>;
  bornOn: string | null;
  brandId: string;
  city: string | null;
  code: string | null;
  /**
   * The keyed hash of an erased customer's code, by which an import recognises the customer and leaves the row erased. Null for all others.
   */
  codeHash: Buffer | null;
  /**
   * The customer asked not to be written to before this minute of the store's day (H7). Null means that the customer named no hour.
   */
  contactFromMinute: number | null;
  createdAt: InstantColumn;
  customerSince: string | null;
  email: string | null;
  id: string;
  lastContactAt: InstantColumn | null;
  /**
   * The customer for whom a duplicate's code stands now. The duplicate's purchases keep the customer code with which they were imported.
   */
  mergedInto: string | null;
  name: string;
  note: string | null;
  /**
   * The HMAC of the phone number under a key of the installation. Stops in opt_outs are found by this hash (D2).
   */
  numberHash: Buffer | null;
  /**
   * A copy of the instant of the number's open stop. Each writer of customers.phone or opt_outs updates this copy, because a decision reads it while the customer's row is locked (D2).
   */
  optedOutAt: InstantColumn | null;
  permission: 'granted' | 'refused' | 'unknown';
  /**
   * The day on which the customer gave or refused permission; null if the day was never recorded (D2).
   */
  permissionOn: string | null;
  phone: string | null;
  phoneKind: Generated<'mobile' | 'landline' | 'none'>;
  sellerId: string | null;
  /**
   * The name without accents and in lower case. Every list of customers is sorted by this column, so that the order is the same in every database.
   */
  sortName: Generated<string>;
  state: string | null;
  storeId: string;
  toldZone: string | null;
  wrongNumberAt: InstantColumn | null;
}

export interface CustomerTags {
  brandId: string;
  customerId: string;
  tag: string;
}

export interface CustomerWords {
  brandId: string;
  customerId: string;
  /**
   * A copy of customers.sort_name, which triggers keep equal. With this copy a search reads its page in order from one index.
   */
  sortName: string;
  word: string;
}

export interface DemoClock {
  frozenAt: InstantColumn | null;
  moved: Generated<number>;
  shiftMs: Generated<number>;
  single: Generated<boolean>;
}

export interface DoNotCallChanges {
  added: number;
  at: InstantColumn;
  brandId: string;
  fileName: string;
  /**
   * The distinct numbers of the file.
   */
  fileNumbers: number;
  id: string;
  kind: 'add' | 'replace' | 'remove';
  /**
   * The numbers on the list after the change.
   */
  listed: number;
  /**
   * The date of the list, as the person gave it. Null: the change removed numbers.
   */
  listedOn: string | null;
  personId: string;
  removed: number;
  /**
   * The rows of the file without a number that could be read.
   */
  unreadRows: number;
}

export interface DoNotCallNumbers {
  brandId: string;
  /**
   * The earliest date of a list that contained the number. A consent dated after this day lifts the number.
   */
  firstListedOn: string;
  /**
   * The keyed hash of the number, as in customers.number_hash.
   */
  numberHash: Buffer;
  /**
   * The instant at which a person removed the number from the list. Null: the number is listed.
   */
  removedAt: InstantColumn | null;
}

export interface Handovers {
  /**
   * True if the receipt says that the seller acknowledged a warning for this hand-over.
   */
  afterWarning: Generated<boolean>;
  allowed: Generated<string>;
  attemptId: string;
  brandId: string;
  channel: string;
  handedAt: InstantColumn;
  id: string;
  /**
   * The keyed hash of the number that got the contact, as in customers.number_hash. A trigger copies it from the customer.
   */
  numberHash: Buffer | null;
  receiptId: string;
  sellerId: string;
  /**
   * A copy of the receipt's store_id, so that the contacts of a day are counted from one index.
   */
  storeId: string | null;
  validUntil: InstantColumn;
  withdrawnAt: InstantColumn | null;
}

export interface HelpAnswers {
  answeredAt: InstantColumn;
  article: string;
  /**
   * The brand of the reader. The zero UUID means that the reader belongs to the vendor's support.
   */
  brandId: string;
  comment: string | null;
  helpful: boolean;
  language: 'pt-BR' | 'en' | 'es';
  readerId: string;
  version: number;
}

export interface HoldEvents {
  at: InstantColumn;
  brandId: string;
  /**
   * The person who caused the event. Null means that no person caused it, or that the person is not known.
   */
  byId: string | null;
  /**
   * The cause of a move. person: a person chose the minute. refused: the release refused the contact (H2). shut: the release was late and the store had closed (H7). hours: the policy or the store's hours changed (H6).
   */
  cause: 'person' | 'refused' | 'shut' | 'hours' | null;
  expiresAt: InstantColumn | null;
  fromAt: InstantColumn | null;
  fromSellerId: string | null;
  heldAgain: number | null;
  holdId: string;
  /**
   * held: the contact was kept for later, or kept again after its end. moved: the hold got another minute. ready: the hold came into the seller's list. passed: the hold went to another seller. ended: the hold ended; a second ended event in a row corrects the reason of the first (D14). returned: the hold was ready and not sent, so it got a new minute (H4).
   */
  kind: 'held' | 'moved' | 'ready' | 'passed' | 'ended' | 'returned';
  /**
   * False if the event was reconstructed from older rows because it happened before this table existed. Such an event may be incomplete or wrong.
   */
  known: Generated<boolean>;
  /**
   * The event's number within its hold, counted from 1 without gaps.
   */
  number: number;
  /**
   * The opening from which the slot was given (P3). If to_at has a value and this column is null, a person chose the minute.
   */
  openingAt: InstantColumn | null;
  reason: 'handed_over' | 'seller' | 'replaced' | 'manager' | 'customer_wrote' | 'opted_out' | 'reassigned' | 'customer_erased' | 'too_late' | 'held_too_often' | 'not_sent' | 'unavailable' | null;
  returned: boolean | null;
  /**
   * The hold's minute after this event. Null means that the minute is unchanged, or not known.
   */
  toAt: InstantColumn | null;
  toSellerId: string | null;
}

export interface Holds {
  attemptId: string;
  brandId: string;
  /**
   * The timing revision (policy_heads.calendar) under which the hold's minute was computed (H6).
   */
  timingRevision: number;
  customerId: string;
  /**
   * The instant by the app's clock at which the hold's next step is due: the release while the hold is waiting, the next quiet start while the hold is ready.
   */
  dueAt: InstantColumn;
  endedAs: 'sent' | 'cancelled' | 'expired' | 'failed' | 'unknown' | null;
  endedAt: InstantColumn | null;
  endedBy: string | null;
  endReason: 'handed_over' | 'seller' | 'replaced' | 'manager' | 'customer_wrote' | 'opted_out' | 'reassigned' | 'customer_erased' | 'too_late' | 'held_too_often' | 'not_sent' | 'unavailable' | null;
  /**
   * The number of the hold's events in hold_events. 0 marks a row that was written before that table existed and has no events yet.
   */
  eventCount: Generated<number>;
  expiresAt: InstantColumn;
  failures: Generated<number>;
  /**
   * The fence number, which grows with each claim and each change. A caller whose fence number is outdated changes no row.
   */
  fence: Generated<number>;
  heldAgain: Generated<number>;
  heldAt: InstantColumn;
  id: string;
  /**
   * The end of the lease by the host's clock. Until this instant the hold belongs to the server that claimed it.
   */
  leaseUntil: InstantColumn | null;
  news: 'moved' | 'did_not_fit' | 'returned' | 'passed_on' | 'ended' | null;
  newsAt: InstantColumn | null;
  /**
   * The opening from which the hold's slot was given (P3). Null means that the seller chose the minute.
   */
  openingAt: InstantColumn | null;
  origin: 'suggestion' | 'profile';
  /**
   * The instant at which the hold had failed too often to be tried again automatically. A parked hold delays no other hold.
   */
  parkedAt: InstantColumn | null;
  parkedWhy: string | null;
  /**
   * The manager who gave the hold to its present seller. If this column has a value, a later change of the portfolio does not reassign the hold.
   */
  passedBy: string | null;
  /**
   * The minute that the seller was last told. A hold is never released before this minute (H6).
   */
  promisedAt: InstantColumn;
  readyAt: InstantColumn | null;
  /**
   * True if the hold was ready before and was not sent by the next quiet start (H4).
   */
  returned: Generated<boolean>;
  seenAt: InstantColumn | null;
  sellerId: string;
  state: 'waiting' | 'ready' | 'ended';
  storeId: string;
}

export interface IdempotencyKeys {
  actorId: string;
  /**
   * The answer as JSON in rows of versions that stored answers without compression. Null in all newer rows.
   */
  answer: JsonColumn | null;
  brandId: string;
  /**
   * The instant of the request, rounded up to the full hour, so that the index by age contains each hour once.
   */
  createdAt: InstantColumn;
  /**
   * The customer whom the answer is about, so that an erasure deletes the answer. Null in rows of versions before this column, which live for seven days.
   */
  customerId: string | null;
  fingerprint: Buffer;
  key: string;
  /**
   * The answer as JSON, compressed with deflate; caller, customer and text of the request serve as the dictionary. The first byte is the number of the format.
   */
  packed: Buffer | null;
  status: number;
  validUntil: InstantColumn | null;
}

export interface ImportFiles {
  brandId: string;
  bytes: Buffer;
  importId: string;
  part: number;
}

export interface ImportFindings {
  brandId: string;
  findings: JsonColumn;
  importId: string;
  part: number;
}

export interface ImportRows {
  after: JsonColumn;
  /**
   * The record as it was when the import was planned. Null means that the import creates the record.
   */
  before: JsonColumn | null;
  brandId: string;
  importId: string;
  recordId: string;
  /**
   * True if the row contains a refusal of permission or a stop. Such a row is written before all other rows of the import (D2).
   */
  refuses: Generated<boolean>;
  step: number;
}

export interface Imports {
  brandId: string;
  /**
   * The field of each column as a person chose them. Null: the fields were found from the names of the columns.
   */
  columns: JsonColumn | null;
  counts: JsonColumn;
  createdAt: InstantColumn;
  endedAt: InstantColumn | null;
  failure: string | null;
  /**
   * The fence number, which grows each time a process takes over the import. A process whose number is outdated writes no step.
   */
  fence: Generated<number>;
  /**
   * The size of the uploaded file. Null while the file is still arriving.
   */
  fileBytes: number | null;
  /**
   * The name of the uploaded file.
   */
  fileName: string | null;
  id: string;
  /**
   * Whether the server that last worked on the import ended before it had written a row.
   */
  interrupted: Generated<boolean>;
  kind: 'stores' | 'sellers' | 'customers' | 'purchases';
  /**
   * The person who uploaded the file.
   */
  personId: string | null;
  /**
   * The instant at which a server began to apply or to undo the import. Null while no server works on the import.
   */
  startedAt: InstantColumn | null;
  state: 'staged' | 'applying' | 'applied' | 'failed' | 'undone';
  steps: Generated<number>;
  /**
   * The number of steps of import_rows that are written. While undoing is true, the number of steps that are not undone yet.
   */
  stepsDone: Generated<number>;
  /**
   * What the last reading of the uploaded file found: assumptions, columns, first rows, counts.
   */
  summary: JsonColumn | null;
  /**
   * Whether a person asked to undo the import. Then the state at the end is undone.
   */
  undoAsked: Generated<boolean>;
  /**
   * True if a step failed and the steps already written are being undone, the last one first. When all are undone, the state is failed.
   */
  undoing: Generated<boolean>;
  /**
   * Whether a person uploaded the file in the browser. Such an import stays staged until a person applies the import.
   */
  uploaded: Generated<boolean>;
}

export interface Installation {
  authLogin: string;
  /**
   * Logins under earlier names that still have rights in this database, because a program was connected with them when the names changed.
   */
  formerLogins: Generated<string[]>;
  preparedAt: Generated<InstantColumn>;
  runtimeLogin: string;
  /**
   * A key derived from OTO_SECRET. The secret cannot be computed from it.
   */
  secretFingerprint: Buffer;
  single: Generated<boolean>;
}

export interface Leads {
  brandId: string;
  contact: string;
  createdAt: InstantColumn;
  doneAt: InstantColumn | null;
  doneBy: string | null;
  id: string;
  personId: string;
  personName: string;
  state: Generated<'open' | 'done'>;
  wish: string;
}

export interface Ledgers {
  brandId: string;
  eventNumber: Generated<number>;
  /**
   * The number of holds that the brand has created. The sum of the holds that are sent, cancelled, expired, failed, unknown or waiting must be equal to it (H3).
   */
  holdsCreated: Generated<number>;
  link: Buffer;
  receiptNumber: Generated<number>;
}

export interface LiveEvents {
  at: InstantColumn;
  body: JsonColumn;
  brandId: string;
  kind: 'quiet-hours' | 'attempt' | 'suggestion' | 'ticket' | 'import';
  number: number;
  personId: string | null;
  storeId: string | null;
}

export interface NoticesSeen {
  brandId: string;
  notice: string;
  personId: string;
  seenAt: InstantColumn;
}

export interface OptOuts {
  brandId: string;
  liftedAt: InstantColumn | null;
  numberHash: Buffer;
  recordedBy: string | null;
  source: 'seller' | 'import';
  stoppedAt: InstantColumn;
}

export interface People {
  active: Generated<boolean>;
  brandId: string;
  code: string | null;
  createdAt: InstantColumn;
  id: string;
  name: string;
  role: 'seller' | 'store_manager' | 'brand_manager';
  storeId: string | null;
}

export interface PermissionChanges {
  /**
   * The instant at which the change was written, by the app's clock.
   */
  at: InstantColumn;
  brandId: string;
  /**
   * The person who wrote the change down. Null: the change came from an import.
   */
  byId: string | null;
  customerId: string;
  /**
   * Numbers the changes of a customer from 1 in the order in which they were written, also where two have one instant.
   */
  nr: number;
  origin: 'person' | 'import' | 'merge';
  permission: 'granted' | 'refused' | 'unknown';
  /**
   * The day on which the customer gave or refused permission; null if the day was never recorded.
   */
  saidOn: string | null;
  was: 'granted' | 'refused' | 'unknown';
  /**
   * The day of the earlier permission; null if that day was never recorded.
   */
  wasOn: string | null;
}

export interface PersonChanges {
  at: InstantColumn;
  brandId: string;
  /**
   * The manager who made the change. Null: support made the change.
   */
  byId: string | null;
  /**
   * The names of the changed fields, such as name or role.
   */
  fields: Generated<string[]>;
  id: string;
  kind: 'created' | 'invited' | 'changed' | 'activated' | 'deactivated' | 'pin_given' | 'unlocked';
  personId: string;
}

export interface PinLocks {
  brandId: string;
  deviceKey: string;
  lockedUntil: InstantColumn | null;
  personId: string;
  /**
   * The instant at which this person first gave the right PIN on this device. Null means that the right PIN was never given there. If the column has a value, the lock over all devices does not apply on this device.
   */
  rightAt: InstantColumn | null;
  wrong: number;
}

export interface Pins {
  brandId: string;
  /**
   * The argon2id hash of the PIN, with the store's salt and a key that is not in the database. The hash is equal for equal PINs of a store, so that one value both checks a PIN and finds its owner.
   */
  digest: Buffer;
  oneTime: boolean;
  personId: string;
  setAt: InstantColumn;
  storeId: string;
  /**
   * The number of wrong PINs in a row that were typed for this person's name, over all devices.
   */
  wrong: Generated<number>;
}

export interface PinWaits {
  brandId: string;
  deviceKey: string;
  /**
   * In the row of a budget, the instant at which the last wrong PIN of the budget is paid off. The column is null in the row of a device.
   */
  guessesPaidUntil: InstantColumn | null;
  /**
   * This column is not read any more. All devices of a store share one budget, whether or not a right PIN was ever given on them.
   */
  proven: Generated<boolean>;
  storeId: string;
  waitUntil: InstantColumn | null;
  wrong: Generated<number>;
}

export interface PolicyEvents {
  at: InstantColumn;
  authorId: string;
  authorName: string;
  brandId: string;
  cause: 'support' | 'plan';
  effectiveAt: InstantColumn | null;
  kind: 'publish' | 'suspend' | 'resume';
  policy: JsonColumn | null;
  reason: string;
  revision: number;
  suspendedFrom: InstantColumn | null;
  suspendedUntil: InstantColumn | null;
  version: number | null;
}

export interface PolicyHeads {
  brandId: string;
  /**
   * The timing revision: a counter that grows with each change on which the minute of a held contact depends, which are the policy's log, the plan, and the zones and hours of the stores. A hold that was timed under another number is checked again (H6).
   */
  timingRevision: Generated<number>;
  revision: Generated<number>;
  version: Generated<number>;
}

export interface PortfolioMoveCustomers {
  brandId: string;
  customerId: string;
  moveId: string;
  /**
   * Skipped: the customer had left the portfolio before the step. Returned and stayed: the result of the undo.
   */
  state: 'moved' | 'skipped' | 'returned' | 'stayed';
  stayedBecause: 'moved_on' | 'other_store' | 'gone' | null;
  toId: string;
}

export interface PortfolioMoveItems {
  brandId: string;
  customerId: string;
  isReturned: Generated<boolean>;
  itemId: string;
  kind: 'hold' | 'suggestion';
  moveId: string;
}

export interface PortfolioMoves {
  brandId: string;
  customers: Generated<number>;
  fromId: string;
  /**
   * Held contacts that no manager had passed on end as reassigned (H3), or go with the customer and keep their minute (H4).
   */
  held: 'end' | 'pass_on';
  holdsEnded: Generated<number>;
  holdsPassed: Generated<number>;
  id: string;
  kind: 'portfolio' | 'absence';
  movedAt: InstantColumn;
  movedBy: string;
  returnedAt: InstantColumn | null;
  returnedBy: string | null;
  /**
   * While the state is moving or returning, steps are left to write. A server that finds such a row continues.
   */
  state: 'moving' | 'moved' | 'returning' | 'returned';
  storeId: string;
  suggestions: Generated<number>;
  /**
   * The person who gets everything. Null: the active sellers of the store get equal shares.
   */
  toId: string | null;
  /**
   * The instant until which the move can be undone, by the app's clock.
   */
  undoUntil: InstantColumn | null;
}

export interface PortfolioMoveSteps {
  brandId: string;
  customerIds: string[];
  moveId: string;
  /**
   * The steps of a move are written in the order of their numbers.
   */
  number: number;
  /**
   * The new seller of each customer, in the order of customer_ids.
   */
  toIds: string[];
}

export interface PrivacyLog {
  /**
   * The instant by the host's clock.
   */
  at: InstantColumn;
  brandId: string;
  byId: string;
  customerId: string;
  id: string;
  /**
   * The reason of the erasure, without the customer's name, number, code and e-mail address.
   */
  reason: string | null;
  what: 'erasure' | 'export';
}

export interface Purchases {
  boughtOn: string;
  brandId: string;
  customerId: string;
  id: string;
  importKey: Buffer | null;
  items: string;
  sellerId: string | null;
  storeId: string;
  totalCents: number;
}

export interface PushSubscriptions {
  auth: string;
  brandId: string;
  deviceKey: string;
  endpoint: string;
  language: 'pt-BR' | 'en' | 'es';
  p256dh: string;
  personId: string;
  /**
   * The instant by the host's clock at which the app last renewed the subscription. A subscription that was not renewed for 30 days gets no notifications.
   */
  renewedAt: InstantColumn;
  /**
   * The session of the device. While another person uses the device, or used it last, no notification is sent to it.
   */
  sessionId: string;
}

export interface Receipts {
  acknowledged: string[];
  acknowledgedBecause: string | null;
  actorId: string;
  actorKind: 'person' | 'machine' | 'release';
  afterRefusal: boolean;
  /**
   * The silences that the decision read, as weekdays and times or as a date; empty for receipts before rules 5 (D4b).
   */
  askedSilences: Generated<JsonColumn>;
  attemptId: string;
  availability: string;
  becauseNeeded: boolean;
  brandId: string;
  changesAt: InstantColumn | null;
  channel: string;
  /**
   * True if the host's clock had jumped when the decision was made (D8).
   */
  clockUnsafe: Generated<boolean>;
  /**
   * The date of the customer's consent, if the number was on the do-not-call list (D2c).
   */
  consentedOn: string | null;
  /**
   * The last contact with the number, if the cool-down since then ran at the decision (D6).
   */
  contactedAt: InstantColumn | null;
  /**
   * The days of the cool-down that the decision read; 0 for receipts before rules 4 (D6).
   */
  coolDownDays: Generated<number>;
  customerId: string;
  decidedAt: InstantColumn;
  /**
   * The first listing's date of the number, if the decision found the number on the do-not-call list; null for receipts before rules 6 (D2c).
   */
  doNotCallOn: string | null;
  id: string;
  lastInboundAt: InstantColumn | null;
  lastOutboundAt: InstantColumn | null;
  link: Buffer;
  messageKind: string;
  number: number;
  opensAt: InstantColumn | null;
  optedOutAt: InstantColumn | null;
  origin: string;
  originAsked: string | null;
  originClaimed: string | null;
  /**
   * The instants of the seller's contacts that the sliding limit counted, newest first (D7, P1).
   */
  pacedAt: Generated<ArrayType<InstantColumn>>;
  permission: string;
  plan: string;
  policyRevision: number;
  policyVersion: number | null;
  quietClock: string | null;
  quietSince: InstantColumn | null;
  quietUntil: InstantColumn | null;
  quietZone: string | null;
  reachable: boolean;
  reason: string | null;
  reasons: JsonColumn;
  refusedAt: InstantColumn | null;
  rules: number;
  storeId: string | null;
  suggestionId: string | null;
  suggestionOpen: boolean;
  turnId: string | null;
  tzVersion: string;
  /**
   * The brand's number of unanswered contacts that the decision read; 0 for receipts before rules 4 (D6b).
   */
  unansweredAfter: Generated<number>;
  /**
   * The unanswered contacts with the number that the decision read, newest first (D6b).
   */
  unansweredAt: Generated<ArrayType<InstantColumn>>;
  verdict: 'allow' | 'warn' | 'block';
  zoneBrand: string;
  zonesBrandStores: string[];
  zonesCustomer: string[];
  zonesCustomerFrom: 'told' | 'address' | 'area_code' | 'country' | null;
  zoneStore: string | null;
}

export interface RecordKeys {
  number: number;
  previousSignature: Buffer | null;
  publicKey: Buffer;
  signature: Buffer;
  since: InstantColumn;
}

export interface RecordMarks {
  brandId: string;
  /**
   * The day of the deletion, by the host's clock.
   */
  day: string;
  /**
   * The link of the last deleted receipt, from which the chain goes on.
   */
  link: Buffer;
  /**
   * The number of the last deleted receipt.
   */
  number: number;
  /**
   * The HMAC of brand, number, link and day under the key of the chain, which is not in the database.
   */
  seal: Buffer;
}

export interface ReportDays {
  brandId: string;
  /**
   * Grows with each change of an attempt of the date.
   */
  changes: Generated<number>;
  /**
   * The value of changes that the last count read. The figures are up to date if both are equal. Null: never counted.
   */
  countedChanges: number | null;
  /**
   * The date on the store's clock.
   */
  countedOn: string;
  /**
   * Noon of the next date, at which the evening of the date is over as well.
   */
  endsAt: InstantColumn;
  /**
   * The instant at which the row was entered with this layout, by the host's clock.
   */
  enteredAt: InstantColumn;
  /**
   * The times at which the date begins and ends and the store is closed and quiet. Another layout needs another count.
   */
  layout: string;
  /**
   * The first instant of the date.
   */
  startsAt: InstantColumn;
  storeId: string;
}

export interface ReportHours {
  allowed: number;
  answered: number;
  attempts: number;
  brandId: string;
  countedOn: string;
  eveningsSpared: number;
  eveningsWorked: number;
  held: number;
  /**
   * The hour on the store's clock. 24 means the evening, which begins on the date and ends at noon of the next one.
   */
  hour: number;
  noAnswer: number;
  outsideHours: number;
  putOff: number;
  /**
   * The seller. The zero UUID means all sellers of the store together.
   */
  sellerId: string;
  sent: number;
  sentAfterRefusal: number;
  sentAfterWarning: number;
  sold: number;
  stopped: number;
  storeId: string;
  turnedBack: number;
  warned: number;
  wrongNumber: number;
}

export interface RetentionProgress {
  brandId: string;
  /**
   * The last day, by the host's clock, on which everything old was deleted.
   */
  doneOn: string | null;
  /**
   * The instant up to which the texts of older attempts that did not go are emptied.
   */
  draftsTo: InstantColumn | null;
  /**
   * The instant up to which the texts of older attempts that went to WhatsApp are emptied.
   */
  textsTo: InstantColumn | null;
}

export interface RetimingProgress {
  brandId: string;
  /**
   * A value of policy_heads.calendar. The number only grows.
   */
  timingRevision: number;
}

export interface Reveals {
  attemptId: string;
  brandId: string;
  revealedAt: InstantColumn;
  supportId: string;
  until: InstantColumn;
}

export interface SchemaMigrations {
  appliedAt: Generated<InstantColumn>;
  checksum: string;
  name: string;
  number: number;
}

export interface Slots {
  at: InstantColumn;
  brandId: string;
  freedAt: InstantColumn | null;
  holdId: string;
  /**
   * True if a change of the hours took the minute away (H6). Such a row only tells which minute was promised before; it counts for nothing, and the minute may be given again.
   */
  lapsed: Generated<boolean>;
  openingAt: InstantColumn | null;
  queueId: string;
}

export interface StoreChanges {
  at: InstantColumn;
  brandId: string;
  byId: string;
  /**
   * The names of the changed fields, such as hours or zone.
   */
  fields: Generated<string[]>;
  id: string;
  kind: 'created' | 'changed' | 'sign_in_created' | 'password_given' | 'devices_ended' | 'closed';
  storeId: string;
}

export interface StoreDates {
  brandId: string;
  /**
   * A closing minute that is not after the opening minute is on the next day.
   */
  closesMinute: number | null;
  /**
   * The name of the holiday, or another word of the manager.
   */
  label: Generated<string>;
  onDate: string;
  opensMinute: number | null;
  storeId: string;
}

export interface StoreHours {
  brandId: string;
  closesMinute: number;
  opensMinute: number;
  storeId: string;
  weekday: number;
}

export interface Stores {
  /**
   * The street, number and district, as a manager wrote them. Empty: not known.
   */
  address: Generated<string>;
  brandId: string;
  city: string;
  /**
   * The instant at which a manager closed the store for good. Null: the store works.
   */
  closedAt: InstantColumn | null;
  /**
   * The person who closed the store.
   */
  closedBy: string | null;
  code: string;
  createdAt: InstantColumn;
  id: string;
  name: string;
  state: string;
  zone: string;
}

export interface SuggestionRuns {
  brandId: string;
  /**
   * The fence number, which grows with each claim and each request. A server whose fence number is outdated writes nothing.
   */
  fence: Generated<number>;
  /**
   * The instant at which the day's suggestions were written, by the app's clock. Null: the run is not finished.
   */
  finishedAt: InstantColumn | null;
  /**
   * The end of the lease by the host's clock. Until this instant the run belongs to the server that claimed the run.
   */
  leaseUntil: InstantColumn | null;
  /**
   * The day on the store's clock.
   */
  onDate: string;
  storeId: string;
}

export interface Suggestions {
  brandId: string;
  campaignId: string;
  /**
   * The version of the campaign from which the suggestion was made. Null: the suggestion is older than campaign_versions.
   */
  campaignVersion: number | null;
  closedAt: InstantColumn | null;
  /**
   * The attempt that completed the suggestion. If the seller reports "not sent" for that attempt, the suggestion is open again (D14).
   */
  closedBy: string | null;
  closedReason: 'contacted' | 'not_relevant' | 'already_talked' | 'other' | 'reason_past' | 'campaign_paused' | 'campaign_ended' | 'not_used' | 'bought' | 'stopped' | 'taken_over' | 'unreachable' | null;
  createdAt: InstantColumn;
  customerId: string;
  /**
   * The last day on the store's clock on which the reason is true. Null: the reason has no last day.
   */
  endsOn: string | null;
  id: string;
  notBefore: InstantColumn | null;
  /**
   * The manager who gave the suggestion to its present seller for the days off of another one. Such a suggestion may be used although the customer is in the other portfolio.
   */
  passedBy: string | null;
  priority: number;
  reason: JsonColumn;
  sellerId: string;
  state: Generated<'open' | 'done' | 'dismissed' | 'ended'>;
  /**
   * The day on the store's clock for which the suggestion was made. Null: the suggestion is older than this column.
   */
  suggestedOn: string | null;
  /**
   * The instant at which the seller first opened the suggestion. Null: nobody opened the suggestion.
   */
  touchedAt: InstantColumn | null;
}

export interface SupportAccessLog {
  at: InstantColumn;
  attemptId: string | null;
  brandId: string;
  id: string;
  reason: string | null;
  /**
   * The customer's name or number as support typed it. Null means that the access was no search.
   */
  searched: string | null;
  supportId: string;
  supportName: string;
  what: string;
}

export interface TicketMessages {
  at: InstantColumn;
  authorId: string;
  authorName: string;
  brandId: string;
  id: string;
  side: 'brand' | 'support';
  text: string;
  ticketId: string;
  /**
   * The policy version that this answer announces; null if the message announces none.
   */
  version: number | null;
}

export interface Tickets {
  brandId: string;
  createdAt: InstantColumn;
  endTime: string | null;
  id: string;
  kind: 'activate' | 'change' | 'deactivate';
  number: number;
  openedBy: string;
  openedName: string;
  reason: string;
  startTime: string | null;
  /**
   * open: the brand waits for support. answered: support waits for the brand. closed: the ticket is settled. A message of the brand reopens an answered or closed ticket.
   */
  state: Generated<'open' | 'answered' | 'closed'>;
  updatedAt: InstantColumn;
  /**
   * The policy version that was published for this ticket; null if none was.
   */
  version: number | null;
}

export interface TicketsSeen {
  brandId: string;
  personId: string;
  seenAt: InstantColumn;
  ticketId: string;
}

export interface Turns {
  beganAt: InstantColumn;
  brandId: string;
  endedAt: InstantColumn | null;
  endedHow: 'idle' | 'switched' | 'signed_out' | null;
  endsAt: InstantColumn;
  id: string;
  personId: string;
  sessionId: string;
  storeId: string;
  /**
   * The instant of the last request that moved ends_at.
   */
  touchedAt: InstantColumn;
}

export interface WeekMails {
  brandId: string;
  /**
   * The instant by the host's clock at which the mails were queued.
   */
  queuedAt: InstantColumn;
  /**
   * The Monday of the week.
   */
  weekOn: string;
}

export interface WriteProbes {
  probedAt: InstantColumn;
  slot: number;
}

export interface DB {
  absences: Absences;
  acknowledgements: Acknowledgements;
  askedSilences: AskedSilences;
  attempts: Attempts;
  brands: Brands;
  campaignDays: CampaignDays;
  campaigns: Campaigns;
  campaignVersions: CampaignVersions;
  customerMerges: CustomerMerges;
  customers: Customers;
  customerTags: CustomerTags;
  customerWords: CustomerWords;
  demoClock: DemoClock;
  doNotCallChanges: DoNotCallChanges;
  doNotCallNumbers: DoNotCallNumbers;
  handovers: Handovers;
  helpAnswers: HelpAnswers;
  holdEvents: HoldEvents;
  holds: Holds;
  idempotencyKeys: IdempotencyKeys;
  importFiles: ImportFiles;
  importFindings: ImportFindings;
  importRows: ImportRows;
  imports: Imports;
  installation: Installation;
  leads: Leads;
  ledgers: Ledgers;
  liveEvents: LiveEvents;
  noticesSeen: NoticesSeen;
  optOuts: OptOuts;
  people: People;
  permissionChanges: PermissionChanges;
  personChanges: PersonChanges;
  pinLocks: PinLocks;
  pins: Pins;
  pinWaits: PinWaits;
  policyEvents: PolicyEvents;
  policyHeads: PolicyHeads;
  portfolioMoveCustomers: PortfolioMoveCustomers;
  portfolioMoveItems: PortfolioMoveItems;
  portfolioMoves: PortfolioMoves;
  portfolioMoveSteps: PortfolioMoveSteps;
  privacyLog: PrivacyLog;
  purchases: Purchases;
  pushSubscriptions: PushSubscriptions;
  receipts: Receipts;
  recordKeys: RecordKeys;
  recordMarks: RecordMarks;
  reportDays: ReportDays;
  reportHours: ReportHours;
  retentionProgress: RetentionProgress;
  retimingProgress: RetimingProgress;
  reveals: Reveals;
  schemaMigrations: SchemaMigrations;
  slots: Slots;
  storeChanges: StoreChanges;
  storeDates: StoreDates;
  storeHours: StoreHours;
  stores: Stores;
  suggestionRuns: SuggestionRuns;
  suggestions: Suggestions;
  supportAccessLog: SupportAccessLog;
  ticketMessages: TicketMessages;
  tickets: Tickets;
  ticketsSeen: TicketsSeen;
  turns: Turns;
  weekMails: WeekMails;
  writeProbes: WriteProbes;
}
