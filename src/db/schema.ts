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

export interface Attempts {
  brandId: string;
  channel: string;
  createdAt: InstantColumn;
  customerId: string;
  id: string;
  origin: 'suggestion' | 'profile';
  outcome: 'sent' | 'not_sent' | 'stop' | 'wrong_number' | 'talked' | 'sold' | 'no_answer' | null;
  /**
   * When it was last refused because of quiet hours: what makes a later one afterRefusal.
   */
  refusedAt: InstantColumn | null;
  sellerId: string;
  /**
   * Where the text names its seller by a variable that nobody touched: [{"start", "end"}] in UTF-16 code units.
   */
  sellerStretches: Generated<JsonColumn>;
  /**
   * Set when the attempt was passed on: the earlier seller whom words of the text still name. Null: nobody.
   */
  speaksAs: string | null;
  state: 'refused' | 'warned' | 'held' | 'ready' | 'handed_over' | 'sent' | 'abandoned' | 'cancelled' | 'expired' | 'failed' | 'unknown';
  storeId: string | null;
  suggestionId: string | null;
  /**
   * Personal: emptied on erasure. The receipts hold no word of it.
   */
  text: string | null;
  updatedAt: InstantColumn;
}

export interface Brands {
  /**
   * The article of the name in Portuguese sentences: a Aurora, o Cais.
   */
  article: Generated<'a' | 'o' | ''>;
  brandId: string;
  createdAt: InstantColumn;
  name: string;
  plan: 'starter' | 'growth' | 'enterprise';
  /**
   * Sellers may contact only customers of their own portfolio.
   */
  portfolioOnly: Generated<boolean>;
  /**
   * True: managers who sign in with an account of their own must have a second factor.
   */
  secondFactorRequired: Generated<boolean>;
  slug: string;
  /**
   * Distinct zones of the stores, kept with them: the candidates of C4 without reading every store.
   */
  storeZones: Generated<string[]>;
  zone: string;
}

export interface Campaigns {
  active: Generated<boolean>;
  brandId: string;
  createdAt: InstantColumn;
  id: string;
  name: string;
  priority: number;
  template: string;
}

export interface Customers {
  availability: Generated<'present' | 'erased' | 'merged'>;
  bornOn: string | null;
  brandId: string;
  city: string | null;
  code: string | null;
  /**
   * The hour before which the customer asked not to be written to, as a minute of the store's day (H7).
   */
  contactFromMinute: number | null;
  createdAt: InstantColumn;
  customerSince: string | null;
  email: string | null;
  id: string;
  lastContactAt: InstantColumn | null;
  /**
   * The one customer that a duplicate's code stands for; its purchases stay under the code they came with.
   */
  mergedInto: string | null;
  name: string;
  note: string | null;
  /**
   * HMAC of the number under a key of the house: what opt_outs are found by (D2).
   */
  numberHash: Buffer | null;
  /**
   * Copy of the number's running stop, kept by every writer of phone or opt_outs: a decision reads it under the row's lock.
   */
  optedOutAt: InstantColumn | null;
  permission: 'granted' | 'refused' | 'unknown';
  /**
   * The day on which the customer said so, as far as somebody wrote it down (D2).
   */
  permissionOn: string | null;
  phone: string | null;
  phoneKind: Generated<'mobile' | 'landline' | 'none'>;
  sellerId: string | null;
  /**
   * The name without accents and case: the order of every list, the same in every database.
   */
  sortName: Generated<string>;
  state: string | null;
  storeId: string;
  toldZone: string | null;
  wrongNumberAt: InstantColumn | null;
}

export interface CustomerWords {
  brandId: string;
  customerId: string;
  /**
   * Copy of the customer's sort_name, kept by triggers.
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

export interface Handovers {
  /**
   * Something was acknowledged for it, as its receipt says.
   */
  afterWarning: Generated<boolean>;
  allowed: Generated<string>;
  attemptId: string;
  brandId: string;
  channel: string;
  handedAt: InstantColumn;
  id: string;
  receiptId: string;
  sellerId: string;
  /**
   * As on the receipt: kept here too, so that a day is counted from an index alone.
   */
  storeId: string | null;
  validUntil: InstantColumn;
  withdrawnAt: InstantColumn | null;
}

export interface HelpAnswers {
  answeredAt: InstantColumn;
  article: string;
  /**
   * The reader's brand; the zero UUID where the reader is the vendor's own support.
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
   * The person who did it; null: nobody, or not known.
   */
  byId: string | null;
  /**
   * Why it moved. person: somebody chose; refused: the release decided that it may not go yet (H2); shut: it was late and the store closed (H7); hours: the policy or the store's hours changed (H6).
   */
  cause: 'person' | 'refused' | 'shut' | 'hours' | null;
  expiresAt: InstantColumn | null;
  fromAt: InstantColumn | null;
  fromSellerId: string | null;
  heldAgain: number | null;
  holdId: string;
  /**
   * held: kept for later, or again after its end; moved: another minute; ready: in its seller's list; passed: to another seller; ended: over; an ended that follows an ended corrects its reason (D14); returned: ready and not sent, so timed anew (H4).
   */
  kind: 'held' | 'moved' | 'ready' | 'passed' | 'ended' | 'returned';
  /**
   * False: worked out from what was kept before the log, and not certain, or not whole.
   */
  known: Generated<boolean>;
  /**
   * 1 for a hold's first event, then one more for each.
   */
  number: number;
  /**
   * The opening whose slot it has; null with a minute: a person chose the minute (P3).
   */
  openingAt: InstantColumn | null;
  reason: 'handed_over' | 'seller' | 'replaced' | 'manager' | 'customer_wrote' | 'opted_out' | 'reassigned' | 'customer_erased' | 'too_late' | 'held_too_often' | 'not_sent' | 'unavailable' | null;
  returned: boolean | null;
  /**
   * Its minute from this event on. Null: unchanged, or not known.
   */
  toAt: InstantColumn | null;
  toSellerId: string | null;
}

export interface Holds {
  attemptId: string;
  brandId: string;
  /**
   * The number of policy_heads.calendar under which it was timed.
   */
  timingRevision: number;
  customerId: string;
  /**
   * When its next step is due by the application's clock: while waiting, the release; when ready, the next quiet start.
   */
  dueAt: InstantColumn;
  endedAs: 'sent' | 'cancelled' | 'expired' | 'failed' | 'unknown' | null;
  endedAt: InstantColumn | null;
  endedBy: string | null;
  endReason: 'handed_over' | 'seller' | 'replaced' | 'manager' | 'customer_wrote' | 'opted_out' | 'reassigned' | 'customer_erased' | 'too_late' | 'held_too_often' | 'not_sent' | 'unavailable' | null;
  /**
   * How many events the hold has in hold_events; 0: none yet, as of a row written before the log.
   */
  eventCount: Generated<number>;
  expiresAt: InstantColumn;
  failures: Generated<number>;
  /**
   * Grows with each claim: whoever holds an older number changes nothing any more.
   */
  fence: Generated<number>;
  heldAgain: Generated<number>;
  heldAt: InstantColumn;
  id: string;
  /**
   * By the host's clock: until then it is in the hands of the server that claimed it.
   */
  leaseUntil: InstantColumn | null;
  news: 'moved' | 'did_not_fit' | 'returned' | 'passed_on' | 'ended' | null;
  newsAt: InstantColumn | null;
  /**
   * The opening whose slot it has (P3); null: the seller chose the minute.
   */
  openingAt: InstantColumn | null;
  origin: 'suggestion' | 'profile';
  /**
   * It failed too often to be tried again by itself, and stops nobody.
   */
  parkedAt: InstantColumn | null;
  parkedWhy: string | null;
  /**
   * The manager who gave it to its present seller: then a portfolio that moves does not take it away.
   */
  passedBy: string | null;
  /**
   * The minute that its seller was last told: nothing is released before it (H6).
   */
  promisedAt: InstantColumn;
  readyAt: InstantColumn | null;
  /**
   * It was ready once, and not sent before the next quiet start (H4).
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
   * The answer of a version before the answers were packed; null since.
   */
  answer: JsonColumn | null;
  brandId: string;
  /**
   * Rounded up to the hour, so that the index by age holds each hour once.
   */
  createdAt: InstantColumn;
  fingerprint: Buffer;
  key: string;
  /**
   * The answer as JSON, deflated against the request of the same key: its caller, customer and text. The first byte is the format.
   */
  packed: Buffer | null;
  status: number;
  validUntil: InstantColumn | null;
}

export interface ImportRows {
  after: JsonColumn;
  /**
   * The record when the import was planned; null: the import creates it.
   */
  before: JsonColumn | null;
  brandId: string;
  importId: string;
  recordId: string;
  /**
   * The row brings a refusal: it is written before anything else of the import (D2).
   */
  refuses: Generated<boolean>;
  step: number;
}

export interface Imports {
  brandId: string;
  counts: JsonColumn;
  createdAt: InstantColumn;
  endedAt: InstantColumn | null;
  failure: string | null;
  /**
   * Grows each time a process takes over the import. A process with an older number writes no step.
   */
  fence: Generated<number>;
  id: string;
  kind: 'stores' | 'sellers' | 'customers' | 'purchases';
  state: 'staged' | 'applying' | 'applied' | 'failed' | 'undone';
  steps: Generated<number>;
  /**
   * Steps of import_rows that are written; while undoing, steps that are not undone yet.
   */
  stepsDone: Generated<number>;
  /**
   * A step failed: the steps already written are being undone, last first. Then the state is failed.
   */
  undoing: Generated<boolean>;
}

export interface Installation {
  authLogin: string;
  /**
   * Logins under earlier names that still have rights here, because somebody was connected with them.
   */
  formerLogins: Generated<string[]>;
  preparedAt: Generated<InstantColumn>;
  runtimeLogin: string;
  /**
   * A key derived from OTO_SECRET, which tells nothing of the secret.
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
   * How many holds there must be: created = sent + cancelled + expired + failed + unknown + waiting (H3).
   */
  holdsCreated: Generated<number>;
  link: Buffer;
  receiptNumber: Generated<number>;
}

export interface LiveEvents {
  at: InstantColumn;
  body: JsonColumn;
  brandId: string;
  kind: 'quiet-hours' | 'attempt' | 'suggestion' | 'ticket';
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

export interface PinLocks {
  brandId: string;
  deviceKey: string;
  lockedUntil: InstantColumn | null;
  personId: string;
  /**
   * When this person first gave the right PIN on this device. Null: never. The lock over all devices does not hold here.
   */
  rightAt: InstantColumn | null;
  wrong: number;
}

export interface Pins {
  brandId: string;
  /**
   * argon2id with the store's salt and a key that is not in the database: one value to check a PIN by and to find its owner by.
   */
  digest: Buffer;
  oneTime: boolean;
  personId: string;
  setAt: InstantColumn;
  storeId: string;
  /**
   * Wrong ones in a row for this name, over all devices.
   */
  wrong: Generated<number>;
}

export interface PinWaits {
  brandId: string;
  deviceKey: string;
  /**
   * Of a budget: when the last of its wrong PINs is paid off. Null on the row of a device.
   */
  guessesPaidUntil: InstantColumn | null;
  /**
   * No longer read: devices share one budget, whether or not a PIN was ever right on them.
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
   * Counts whatever the time of a held contact depends on: the policy's log, the plan, the stores' zones and hours. What was timed under another number is looked at anew (H6).
   */
  timingRevision: Generated<number>;
  revision: Generated<number>;
  version: Generated<number>;
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
   * By the host's clock: the app says again that it is there; what stays silent for long is not written to.
   */
  renewedAt: InstantColumn;
  /**
   * The device's session: while somebody else holds it, or held it last, nothing is sent there.
   */
  sessionId: string;
}

export interface Receipts {
  acknowledged: string[];
  acknowledgedBecause: string | null;
  actorId: string;
  actorKind: 'person' | 'machine' | 'release';
  afterRefusal: boolean;
  attemptId: string;
  availability: string;
  becauseNeeded: boolean;
  brandId: string;
  changesAt: InstantColumn | null;
  channel: string;
  /**
   * The host's clock had jumped (D8).
   */
  clockUnsafe: Generated<boolean>;
  customerId: string;
  decidedAt: InstantColumn;
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
   * The seller's contacts that the sliding limit looked at, newest first (D7, P1).
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

export interface RetimingProgress {
  brandId: string;
  /**
   * A policy_heads.calendar. The number only grows.
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
   * A change took the minute away (H6): it tells what was promised once, counts for nothing, and may be given anew.
   */
  lapsed: Generated<boolean>;
  openingAt: InstantColumn | null;
  queueId: string;
}

export interface StoreHours {
  brandId: string;
  closesMinute: number;
  opensMinute: number;
  storeId: string;
  weekday: number;
}

export interface Stores {
  brandId: string;
  city: string;
  code: string;
  createdAt: InstantColumn;
  id: string;
  name: string;
  state: string;
  zone: string;
}

export interface Suggestions {
  brandId: string;
  campaignId: string;
  closedAt: InstantColumn | null;
  /**
   * The attempt that completed it: "not sent" opens it again (D14).
   */
  closedBy: string | null;
  closedReason: 'contacted' | 'not_relevant' | 'already_talked' | 'other' | null;
  createdAt: InstantColumn;
  customerId: string;
  id: string;
  notBefore: InstantColumn | null;
  priority: number;
  reason: JsonColumn;
  sellerId: string;
  state: Generated<'open' | 'done' | 'dismissed'>;
}

export interface SupportAccessLog {
  at: InstantColumn;
  attemptId: string | null;
  brandId: string;
  id: string;
  reason: string | null;
  /**
   * A customer's name or number as support typed it; null where nothing was searched for.
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
   * The version of the policy that this answer tells of.
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
   * open: the brand waits for support; answered: support for the brand; closed: settled. A word of the brand opens it again.
   */
  state: Generated<'open' | 'answered' | 'closed'>;
  updatedAt: InstantColumn;
  /**
   * The version of the policy that was published for it.
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
   * The last touch that moved ends_at.
   */
  touchedAt: InstantColumn;
}

export interface WriteProbes {
  probedAt: InstantColumn;
  slot: number;
}

export interface DB {
  acknowledgements: Acknowledgements;
  attempts: Attempts;
  brands: Brands;
  campaigns: Campaigns;
  customers: Customers;
  customerWords: CustomerWords;
  demoClock: DemoClock;
  handovers: Handovers;
  helpAnswers: HelpAnswers;
  holdEvents: HoldEvents;
  holds: Holds;
  idempotencyKeys: IdempotencyKeys;
  importRows: ImportRows;
  imports: Imports;
  installation: Installation;
  leads: Leads;
  ledgers: Ledgers;
  liveEvents: LiveEvents;
  noticesSeen: NoticesSeen;
  optOuts: OptOuts;
  people: People;
  pinLocks: PinLocks;
  pins: Pins;
  pinWaits: PinWaits;
  policyEvents: PolicyEvents;
  policyHeads: PolicyHeads;
  purchases: Purchases;
  pushSubscriptions: PushSubscriptions;
  receipts: Receipts;
  recordKeys: RecordKeys;
  retimingProgress: RetimingProgress;
  reveals: Reveals;
  schemaMigrations: SchemaMigrations;
  slots: Slots;
  storeHours: StoreHours;
  stores: Stores;
  suggestions: Suggestions;
  supportAccessLog: SupportAccessLog;
  ticketMessages: TicketMessages;
  tickets: Tickets;
  ticketsSeen: TicketsSeen;
  turns: Turns;
  writeProbes: WriteProbes;
}
