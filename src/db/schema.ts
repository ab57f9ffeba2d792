/** What the migrated database looks like to TypeScript: written by scripts/generate-schema.ts, never by hand. */
import type { InstantColumn, JsonColumn, OneOf } from '#db/core/values.ts';
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
  attempt_id: string;
  brand_id: string;
  channel: string;
  expires_at: InstantColumn;
  issued_at: InstantColumn;
  origin: string;
  person_id: string;
  policy_version: number | null;
  reasons: string[];
  spent_at: InstantColumn | null;
  text_digest: Buffer;
  token_hash: Buffer;
  turn_id: string | null;
}

export interface Attempts {
  brand_id: string;
  channel: string;
  created_at: InstantColumn;
  customer_id: string;
  id: string;
  origin: OneOf<'suggestion' | 'profile'>;
  outcome: OneOf<'sent' | 'not_sent' | 'stop' | 'wrong_number' | 'talked' | 'sold' | 'no_answer'> | null;
  /**
   * When it was last refused because of quiet hours: what makes a later one afterRefusal.
   */
  refused_at: InstantColumn | null;
  seller_id: string;
  /**
   * Where the text names its seller by a variable that nobody touched: [{"start", "end"}] in UTF-16 code units.
   */
  seller_stretches: Generated<JsonColumn>;
  /**
   * Set when the attempt was passed on: the earlier seller whom words of the text still name. Null: nobody.
   */
  speaks_as: string | null;
  state: OneOf<'refused' | 'warned' | 'held' | 'ready' | 'handed_over' | 'sent' | 'abandoned' | 'cancelled' | 'expired' | 'failed' | 'unknown'>;
  store_id: string | null;
  suggestion_id: string | null;
  /**
   * Personal: emptied on erasure. The receipts hold no word of it.
   */
  text: string | null;
  updated_at: InstantColumn;
}

export interface Brands {
  /**
   * The article of the name in Portuguese sentences: a Aurora, o Cais.
   */
  article: Generated<OneOf<'a' | 'o' | ''>>;
  brand_id: string;
  created_at: InstantColumn;
  name: string;
  plan: OneOf<'starter' | 'growth' | 'enterprise'>;
  /**
   * Sellers may contact only customers of their own portfolio.
   */
  portfolio_only: Generated<boolean>;
  slug: string;
  /**
   * Distinct zones of the stores, kept with them: the candidates of C4 without reading every store.
   */
  store_zones: Generated<string[]>;
  zone: string;
}

export interface Campaigns {
  active: Generated<boolean>;
  brand_id: string;
  created_at: InstantColumn;
  id: string;
  name: string;
  priority: number;
  template: string;
}

export interface Customers {
  availability: Generated<OneOf<'present' | 'erased' | 'merged'>>;
  born_on: string | null;
  brand_id: string;
  city: string | null;
  code: string | null;
  /**
   * The hour before which the customer asked not to be written to, as a minute of the store's day (H7).
   */
  contact_from_minute: number | null;
  created_at: InstantColumn;
  customer_since: string | null;
  email: string | null;
  id: string;
  last_contact_at: InstantColumn | null;
  /**
   * The one customer that a duplicate's code stands for; its purchases stay under the code they came with.
   */
  merged_into: string | null;
  name: string;
  note: string | null;
  /**
   * HMAC of the number under a key of the house: what opt_outs are found by (D2).
   */
  number_hash: Buffer | null;
  /**
   * Copy of the number's running stop, kept by every writer of phone or opt_outs: a decision reads it under the row's lock.
   */
  opted_out_at: InstantColumn | null;
  permission: OneOf<'granted' | 'refused' | 'unknown'>;
  /**
   * The day on which the customer said so, as far as somebody wrote it down (D2).
   */
  permission_on: string | null;
  phone: string | null;
  phone_kind: Generated<OneOf<'mobile' | 'landline' | 'none'>>;
  seller_id: string | null;
  /**
   * The name without accents and case: the order of every list, the same in every database.
   */
  sort_name: Generated<string>;
  state: string | null;
  store_id: string;
  told_zone: string | null;
  wrong_number_at: InstantColumn | null;
}

export interface CustomerWords {
  brand_id: string;
  customer_id: string;
  word: string;
}

export interface DemoClock {
  frozen_at: InstantColumn | null;
  moved: Generated<number>;
  shift_ms: Generated<number>;
  single: Generated<boolean>;
}

export interface Handovers {
  /**
   * Something was acknowledged for it, as its receipt says.
   */
  after_warning: Generated<boolean>;
  allowed: Generated<string>;
  attempt_id: string;
  brand_id: string;
  channel: string;
  handed_at: InstantColumn;
  id: string;
  receipt_id: string;
  seller_id: string;
  /**
   * As on the receipt: kept here too, so that a day is counted from an index alone.
   */
  store_id: string | null;
  valid_until: InstantColumn;
  withdrawn_at: InstantColumn | null;
}

export interface HelpAnswers {
  answered_at: InstantColumn;
  article: string;
  /**
   * The reader's brand; the zero UUID where the reader is the vendor's own support.
   */
  brand_id: string;
  comment: string | null;
  helpful: boolean;
  language: OneOf<'pt-BR' | 'en' | 'es'>;
  reader_id: string;
  version: number;
}

export interface HoldEvents {
  at: InstantColumn;
  brand_id: string;
  /**
   * The person who did it; null: nobody, or not known.
   */
  by_id: string | null;
  /**
   * Why it moved. person: somebody chose; refused: the release decided that it may not go yet (H2); shut: it was late and the store closed (H7); hours: the policy or the store's hours changed (H6).
   */
  cause: OneOf<'person' | 'refused' | 'shut' | 'hours'> | null;
  expires_at: InstantColumn | null;
  from_at: InstantColumn | null;
  from_seller_id: string | null;
  held_again: number | null;
  hold_id: string;
  /**
   * held: kept for later, or again after its end; moved: another minute; ready: in its seller's list; passed: to another seller; ended: over; an ended that follows an ended corrects its reason (D14); returned: ready and not sent, so timed anew (H4).
   */
  kind: OneOf<'held' | 'moved' | 'ready' | 'passed' | 'ended' | 'returned'>;
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
  opening_at: InstantColumn | null;
  reason: OneOf<'handed_over' | 'seller' | 'replaced' | 'manager' | 'customer_wrote' | 'opted_out' | 'reassigned' | 'customer_erased' | 'too_late' | 'held_too_often' | 'not_sent' | 'unavailable'> | null;
  returned: boolean | null;
  /**
   * Its minute from this event on. Null: unchanged, or not known.
   */
  to_at: InstantColumn | null;
  to_seller_id: string | null;
}

export interface Holds {
  attempt_id: string;
  brand_id: string;
  /**
   * The number of policy_heads.calendar under which it was timed.
   */
  calendar: number;
  customer_id: string;
  /**
   * When its next step is due by the application's clock: while waiting, the release; when ready, the next quiet start.
   */
  due_at: InstantColumn;
  end_reason: OneOf<'handed_over' | 'seller' | 'replaced' | 'manager' | 'customer_wrote' | 'opted_out' | 'reassigned' | 'customer_erased' | 'too_late' | 'held_too_often' | 'not_sent' | 'unavailable'> | null;
  ended_as: OneOf<'sent' | 'cancelled' | 'expired' | 'failed' | 'unknown'> | null;
  ended_at: InstantColumn | null;
  ended_by: string | null;
  /**
   * How many events the hold has in hold_events; 0: none yet, as of a row written before the log.
   */
  event_count: Generated<number>;
  expires_at: InstantColumn;
  failures: Generated<number>;
  /**
   * Grows with each claim: whoever holds an older number changes nothing any more.
   */
  fence: Generated<number>;
  held_again: Generated<number>;
  held_at: InstantColumn;
  id: string;
  /**
   * By the host's clock: until then it is in the hands of the server that claimed it.
   */
  lease_until: InstantColumn | null;
  news: OneOf<'moved' | 'did_not_fit' | 'returned' | 'passed_on' | 'ended'> | null;
  news_at: InstantColumn | null;
  /**
   * The opening whose slot it has (P3); null: the seller chose the minute.
   */
  opening_at: InstantColumn | null;
  origin: OneOf<'suggestion' | 'profile'>;
  /**
   * It failed too often to be tried again by itself, and stops nobody.
   */
  parked_at: InstantColumn | null;
  parked_why: string | null;
  /**
   * The manager who gave it to its present seller: then a portfolio that moves does not take it away.
   */
  passed_by: string | null;
  /**
   * The minute that its seller was last told: nothing is released before it (H6).
   */
  promised_at: InstantColumn;
  ready_at: InstantColumn | null;
  /**
   * It was ready once, and not sent before the next quiet start (H4).
   */
  returned: Generated<boolean>;
  seen_at: InstantColumn | null;
  seller_id: string;
  state: OneOf<'waiting' | 'ready' | 'ended'>;
  store_id: string;
}

export interface IdempotencyKeys {
  actor_id: string;
  answer: JsonColumn;
  brand_id: string;
  created_at: InstantColumn;
  fingerprint: Buffer;
  key: string;
  status: number;
  valid_until: InstantColumn | null;
}

export interface ImportRows {
  after: JsonColumn;
  /**
   * The record when the import was planned; null: the import creates it.
   */
  before: JsonColumn | null;
  brand_id: string;
  import_id: string;
  record_id: string;
  /**
   * The row brings a refusal: it is written before anything else of the import (D2).
   */
  refuses: Generated<boolean>;
  step: number;
}

export interface Imports {
  brand_id: string;
  counts: JsonColumn;
  created_at: InstantColumn;
  ended_at: InstantColumn | null;
  failure: string | null;
  /**
   * Grows each time a process takes over the import. A process with an older number writes no step.
   */
  fence: Generated<number>;
  id: string;
  kind: OneOf<'stores' | 'sellers' | 'customers' | 'purchases'>;
  state: OneOf<'staged' | 'applying' | 'applied' | 'failed' | 'undone'>;
  steps: Generated<number>;
  /**
   * Steps of import_rows that are written; while undoing, steps that are not undone yet.
   */
  steps_done: Generated<number>;
  /**
   * A step failed: the steps already written are being undone, last first. Then the state is failed.
   */
  undoing: Generated<boolean>;
}

export interface Installation {
  auth_login: string;
  /**
   * Logins under earlier names that still have rights here, because somebody was connected with them.
   */
  former_logins: Generated<string[]>;
  prepared_at: Generated<InstantColumn>;
  runtime_login: string;
  /**
   * A key derived from OTO_SECRET, which tells nothing of the secret.
   */
  secret_fingerprint: Buffer;
  single: Generated<boolean>;
}

export interface Leads {
  brand_id: string;
  contact: string;
  created_at: InstantColumn;
  done_at: InstantColumn | null;
  done_by: string | null;
  id: string;
  person_id: string;
  person_name: string;
  state: Generated<OneOf<'open' | 'done'>>;
  wish: string;
}

export interface Ledgers {
  brand_id: string;
  event_number: Generated<number>;
  /**
   * How many holds there must be: created = sent + cancelled + expired + failed + unknown + waiting (H3).
   */
  holds_created: Generated<number>;
  link: Buffer;
  receipt_number: Generated<number>;
}

export interface LiveEvents {
  at: InstantColumn;
  body: JsonColumn;
  brand_id: string;
  kind: OneOf<'quiet-hours' | 'attempt' | 'suggestion' | 'ticket'>;
  number: number;
  person_id: string | null;
  store_id: string | null;
}

export interface Looks {
  brand_id: string;
  /**
   * A policy_heads.calendar. Whatever is written later has that number or a higher one.
   */
  calendar: number;
}

export interface NoticesSeen {
  brand_id: string;
  notice: string;
  person_id: string;
  seen_at: InstantColumn;
}

export interface OptOuts {
  brand_id: string;
  lifted_at: InstantColumn | null;
  number_hash: Buffer;
  recorded_by: string | null;
  source: OneOf<'seller' | 'import'>;
  stopped_at: InstantColumn;
}

export interface People {
  active: Generated<boolean>;
  brand_id: string;
  code: string | null;
  created_at: InstantColumn;
  id: string;
  name: string;
  role: OneOf<'seller' | 'store_manager' | 'brand_manager'>;
  store_id: string | null;
}

export interface PinLocks {
  brand_id: string;
  device_key: string;
  locked_until: InstantColumn | null;
  person_id: string;
  /**
   * When this person first gave the right PIN on this device. Null: never. The lock over all devices does not hold here.
   */
  right_at: InstantColumn | null;
  wrong: number;
}

export interface Pins {
  brand_id: string;
  /**
   * argon2id with the store's salt and a key that is not in the database: one value to check a PIN by and to find its owner by.
   */
  digest: Buffer;
  one_time: boolean;
  person_id: string;
  set_at: InstantColumn;
  store_id: string;
  /**
   * Wrong ones in a row for this name, over all devices.
   */
  wrong: Generated<number>;
}

export interface PinWaits {
  brand_id: string;
  device_key: string;
  /**
   * Of a budget: when the last of its wrong PINs is paid off. Null on the row of a device.
   */
  guesses_paid_until: InstantColumn | null;
  /**
   * No longer read: devices share one budget, whether or not a PIN was ever right on them.
   */
  proven: Generated<boolean>;
  store_id: string;
  wait_until: InstantColumn | null;
  wrong: Generated<number>;
}

export interface PolicyEvents {
  at: InstantColumn;
  author_id: string;
  author_name: string;
  brand_id: string;
  cause: OneOf<'support' | 'plan'>;
  effective_at: InstantColumn | null;
  kind: OneOf<'publish' | 'suspend' | 'resume'>;
  policy: JsonColumn | null;
  reason: string;
  revision: number;
  suspended_from: InstantColumn | null;
  suspended_until: InstantColumn | null;
  version: number | null;
}

export interface PolicyHeads {
  brand_id: string;
  /**
   * Counts whatever the time of a held contact depends on: the policy's log, the plan, the stores' zones and hours. What was timed under another number is looked at anew (H6).
   */
  calendar: Generated<number>;
  revision: Generated<number>;
  version: Generated<number>;
}

export interface Purchases {
  bought_on: string;
  brand_id: string;
  customer_id: string;
  id: string;
  import_key: Buffer | null;
  items: string;
  seller_id: string | null;
  store_id: string;
  total_cents: number;
}

export interface PushSubscriptions {
  auth: string;
  brand_id: string;
  device_key: string;
  endpoint: string;
  language: OneOf<'pt-BR' | 'en' | 'es'>;
  p256dh: string;
  person_id: string;
  /**
   * By the host's clock: the app says again that it is there; what stays silent for long is not written to.
   */
  renewed_at: InstantColumn;
  /**
   * The device's session: while somebody else holds it, or held it last, nothing is sent there.
   */
  session_id: string;
}

export interface Receipts {
  acknowledged: string[];
  acknowledged_because: string | null;
  actor_id: string;
  actor_kind: OneOf<'person' | 'machine' | 'release'>;
  after_refusal: boolean;
  attempt_id: string;
  availability: string;
  because_needed: boolean;
  brand_id: string;
  changes_at: InstantColumn | null;
  channel: string;
  /**
   * The host's clock had jumped (D8).
   */
  clock_unsafe: Generated<boolean>;
  customer_id: string;
  decided_at: InstantColumn;
  id: string;
  last_inbound_at: InstantColumn | null;
  last_outbound_at: InstantColumn | null;
  link: Buffer;
  message_kind: string;
  number: number;
  opens_at: InstantColumn | null;
  opted_out_at: InstantColumn | null;
  origin: string;
  origin_asked: string | null;
  origin_claimed: string | null;
  /**
   * The seller's contacts that the sliding limit looked at, newest first (D7, P1).
   */
  paced_at: Generated<ArrayType<InstantColumn>>;
  permission: string;
  plan: string;
  policy_revision: number;
  policy_version: number | null;
  quiet_clock: string | null;
  quiet_since: InstantColumn | null;
  quiet_until: InstantColumn | null;
  quiet_zone: string | null;
  reachable: boolean;
  reason: string | null;
  reasons: JsonColumn;
  refused_at: InstantColumn | null;
  rules: number;
  store_id: string | null;
  suggestion_id: string | null;
  suggestion_open: boolean;
  turn_id: string | null;
  tz_version: string;
  verdict: OneOf<'allow' | 'warn' | 'block'>;
  zone_brand: string;
  zone_store: string | null;
  zones_brand_stores: string[];
  zones_customer: string[];
  zones_customer_from: OneOf<'told' | 'address' | 'area_code' | 'country'> | null;
}

export interface Reveals {
  attempt_id: string;
  brand_id: string;
  revealed_at: InstantColumn;
  support_id: string;
  until: InstantColumn;
}

export interface SchemaMigrations {
  applied_at: Generated<InstantColumn>;
  checksum: string;
  name: string;
  number: number;
}

export interface Slots {
  at: InstantColumn;
  brand_id: string;
  freed_at: InstantColumn | null;
  hold_id: string;
  /**
   * A change took the minute away (H6): it tells what was promised once, counts for nothing, and may be given anew.
   */
  lapsed: Generated<boolean>;
  opening_at: InstantColumn | null;
  queue_id: string;
}

export interface StoreHours {
  brand_id: string;
  closes_minute: number;
  opens_minute: number;
  store_id: string;
  weekday: number;
}

export interface Stores {
  brand_id: string;
  city: string;
  code: string;
  created_at: InstantColumn;
  id: string;
  name: string;
  state: string;
  zone: string;
}

export interface Suggestions {
  brand_id: string;
  campaign_id: string;
  closed_at: InstantColumn | null;
  /**
   * The attempt that completed it: "not sent" opens it again (D14).
   */
  closed_by: string | null;
  closed_reason: OneOf<'contacted' | 'not_relevant' | 'already_talked' | 'other'> | null;
  created_at: InstantColumn;
  customer_id: string;
  id: string;
  not_before: InstantColumn | null;
  priority: number;
  reason: JsonColumn;
  seller_id: string;
  state: Generated<OneOf<'open' | 'done' | 'dismissed'>>;
}

export interface SupportLooks {
  at: InstantColumn;
  attempt_id: string | null;
  brand_id: string;
  id: string;
  reason: string | null;
  /**
   * A customer's name or number as support typed it; null where nothing was searched for.
   */
  searched: string | null;
  support_id: string;
  support_name: string;
  what: string;
}

export interface TicketMessages {
  at: InstantColumn;
  author_id: string;
  author_name: string;
  brand_id: string;
  id: string;
  side: OneOf<'brand' | 'support'>;
  text: string;
  ticket_id: string;
  /**
   * The version of the policy that this answer tells of.
   */
  version: number | null;
}

export interface Tickets {
  brand_id: string;
  created_at: InstantColumn;
  end_time: string | null;
  id: string;
  kind: OneOf<'activate' | 'change' | 'deactivate'>;
  number: number;
  opened_by: string;
  opened_name: string;
  reason: string;
  start_time: string | null;
  /**
   * open: the brand waits for support; answered: support for the brand; closed: settled. A word of the brand opens it again.
   */
  state: Generated<OneOf<'open' | 'answered' | 'closed'>>;
  updated_at: InstantColumn;
  /**
   * The version of the policy that was published for it.
   */
  version: number | null;
}

export interface TicketsSeen {
  brand_id: string;
  person_id: string;
  seen_at: InstantColumn;
  ticket_id: string;
}

export interface Turns {
  began_at: InstantColumn;
  brand_id: string;
  ended_at: InstantColumn | null;
  ended_how: OneOf<'idle' | 'switched' | 'signed_out'> | null;
  ends_at: InstantColumn;
  id: string;
  person_id: string;
  session_id: string;
  store_id: string;
  /**
   * The last touch that moved ends_at.
   */
  touched_at: InstantColumn;
}

export interface WriteProbes {
  probed_at: InstantColumn;
  slot: number;
}

export interface DB {
  acknowledgements: Acknowledgements;
  attempts: Attempts;
  brands: Brands;
  campaigns: Campaigns;
  customer_words: CustomerWords;
  customers: Customers;
  demo_clock: DemoClock;
  handovers: Handovers;
  help_answers: HelpAnswers;
  hold_events: HoldEvents;
  holds: Holds;
  idempotency_keys: IdempotencyKeys;
  import_rows: ImportRows;
  imports: Imports;
  installation: Installation;
  leads: Leads;
  ledgers: Ledgers;
  live_events: LiveEvents;
  looks: Looks;
  notices_seen: NoticesSeen;
  opt_outs: OptOuts;
  people: People;
  pin_locks: PinLocks;
  pin_waits: PinWaits;
  pins: Pins;
  policy_events: PolicyEvents;
  policy_heads: PolicyHeads;
  purchases: Purchases;
  push_subscriptions: PushSubscriptions;
  receipts: Receipts;
  reveals: Reveals;
  schema_migrations: SchemaMigrations;
  slots: Slots;
  store_hours: StoreHours;
  stores: Stores;
  suggestions: Suggestions;
  support_looks: SupportLooks;
  ticket_messages: TicketMessages;
  tickets: Tickets;
  tickets_seen: TicketsSeen;
  turns: Turns;
  write_probes: WriteProbes;
}
