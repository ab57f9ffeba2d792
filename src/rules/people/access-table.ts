/**
 * Defines the access table: every operation of the product with the roles that may use it, and how far each role
 * reaches. `access.ts` answers questions about it; `docs/access.md` shows it.
 */

export const PERSON_ROLES = ['seller', 'store_manager', 'brand_manager'] as const;
/** The role of a person of a brand. */
export type PersonRole = (typeof PERSON_ROLES)[number];

const ROLES = [...PERSON_ROLES, 'support'] as const;
/** The role of a person of a brand or of support. */
export type Role = (typeof ROLES)[number];

export const CALLERS = [...ROLES, 'device', 'nobody'] as const;
/** `device`: a store's device on which no person has entered a PIN. `nobody`: no account is signed in. */
export type Caller = (typeof CALLERS)[number];

/**
 * The rows that a caller reaches. `yes`: the operation concerns no row, or the caller's own session. `own`: the
 * person's rows. `store`: the rows of the person's store and the person's own. `brand`: the rows of the person's brand.
 * `any`: the rows of every brand. `masked`: the rows of every brand, with customers masked until support gives a
 * reason.
 */
export type Reach = 'yes' | 'own' | 'store' | 'brand' | 'any' | 'masked';

export type Reaches = Readonly<Partial<Record<Caller, Reach>>>;

const BRAND_ONLY: Reaches = { brand_manager: 'brand' };
const SUPPORT_ONLY: Reaches = { support: 'any' };
const SUPPORT_MASKED: Reaches = { support: 'masked' };
const ALL_ROLES: Reaches = { seller: 'yes', store_manager: 'yes', brand_manager: 'yes', support: 'yes' };
const WITH_OWN_ACCOUNT: Reaches = { store_manager: 'own', brand_manager: 'own', support: 'own' };
const SIGNED_IN: Reaches = { ...ALL_ROLES, device: 'yes' };
const EVERYBODY: Reaches = { ...SIGNED_IN, nobody: 'yes' };
const OWN: Reaches = { seller: 'own', store_manager: 'own', brand_manager: 'own' };
const OF_STORE: Reaches = { seller: 'store', store_manager: 'store', brand_manager: 'brand' };
const OWN_OR_LED: Reaches = { seller: 'own', store_manager: 'store', brand_manager: 'brand' };
const LED: Reaches = { store_manager: 'store', brand_manager: 'brand' };
/** A store's device belongs to all its sellers, so that only the store manager manages the store's account. */
const ACCOUNT_OWNERS: Reaches = { store_manager: 'own', brand_manager: 'own', support: 'own' };
const BRAND_AND_SUPPORT: Reaches = { brand_manager: 'brand', support: 'any' };

export const ACCESS = {
  read_health: EVERYBODY,
  read_metrics: EVERYBODY,
  read_record_keys: EVERYBODY,
  use_demo: EVERYBODY,

  sign_in: EVERYBODY,
  sign_out: EVERYBODY,
  read_session: SIGNED_IN,
  begin_turn: { seller: 'yes', store_manager: 'yes', device: 'yes' },
  keep_turn: ALL_ROLES,
  end_turn: SIGNED_IN,

  read_own_account: ACCOUNT_OWNERS,
  change_password: ACCOUNT_OWNERS,
  end_own_sessions: ACCOUNT_OWNERS,
  choose_mails: WITH_OWN_ACCOUNT,
  use_mail_link: EVERYBODY,
  read_person_sessions: SUPPORT_ONLY,
  end_person_sessions: SUPPORT_ONLY,
  give_code: EVERYBODY,
  confirm_session: WITH_OWN_ACCOUNT,
  set_up_second_factor: WITH_OWN_ACCOUNT,
  renew_recovery_codes: WITH_OWN_ACCOUNT,
  remove_own_second_factor: WITH_OWN_ACCOUNT,
  use_link: EVERYBODY,
  invite: SUPPORT_ONLY,
  read_accounts: SUPPORT_ONLY,
  make_reset_link: SUPPORT_ONLY,

  unlock_seller: LED,
  unlock_manager: { brand_manager: 'brand' },
  unlock_by_manager_pin: { seller: 'store', store_manager: 'store', device: 'store' },
  unlock_own_pin: { seller: 'store', store_manager: 'store', device: 'store' },
  read_locked_pins: LED,
  read_pin_guessing: LED,
  read_password_guessing: BRAND_ONLY,

  read_people: LED,
  create_seller: LED,
  create_manager: BRAND_ONLY,
  change_seller: LED,
  change_manager: BRAND_ONLY,
  move_person: BRAND_ONLY,
  give_seller_pin: LED,
  give_manager_pin: BRAND_ONLY,

  read_quiet_hours: OF_STORE,
  mark_notice_seen: OWN,
  read_policy_history: BRAND_ONLY,
  read_zone_days: BRAND_ONLY,
  read_quiet_figure: BRAND_ONLY,

  read_suggestions: OWN,
  dismiss_suggestion: OWN,
  open_suggestion: OWN,
  use_suggestion: OWN_OR_LED,
  find_customers: OF_STORE,
  read_customer: OF_STORE,
  create_customer: OF_STORE,
  change_customer: OF_STORE,
  /** A merge moves a customer out of a portfolio: a seller merges only customers of the own one. */
  merge_customers: OWN_OR_LED,
  /** Cannot be undone, and the brand answers for its customers' data (LGPD): so the brand manager alone. */
  erase_customer: BRAND_ONLY,
  export_customer: LED,
  read_privacy_log: BRAND_ONLY,
  contact_customer: OF_STORE,
  contact_closed_portfolio: OWN_OR_LED,
  move_portfolio: LED,
  read_absences: OWN_OR_LED,
  change_absences: LED,

  ask_decision: { ...OF_STORE, support: 'any' },
  ask_decision_at: { ...LED, support: 'any' },
  start_attempt: OWN,
  read_attempts: OWN_OR_LED,
  explain_attempt: LED,
  say_outcome: { seller: 'own', store_manager: 'store', brand_manager: 'own' },

  read_own_holds: OWN,
  read_led_holds: LED,
  change_hold: OWN_OR_LED,
  pass_on_hold: LED,
  read_rehearsal: OWN_OR_LED,

  hear_events: OWN_OR_LED,
  hear_store_events: OF_STORE,
  receive_push: { seller: 'own', store_manager: 'own' },
  read_distribution: OWN_OR_LED,
  read_overview: BRAND_ONLY,
  read_panorama: LED,
  read_brand_setup: BRAND_ONLY,
  read_campaigns: BRAND_ONLY,
  change_campaigns: BRAND_ONLY,
  import_files: BRAND_ONLY,
  change_do_not_call: BRAND_ONLY,

  read_stores: LED,
  create_store: BRAND_ONLY,
  change_store: LED,
  close_store: BRAND_ONLY,
  give_store_password: LED,
  read_store_sessions: LED,
  end_store_sessions: LED,

  rate_help: { ...OWN, support: 'own' },
  read_help_ratings: SUPPORT_ONLY,

  open_ticket: BRAND_ONLY,
  read_tickets: BRAND_AND_SUPPORT,
  say_in_ticket: BRAND_AND_SUPPORT,
  close_ticket: SUPPORT_ONLY,
  leave_lead: BRAND_ONLY,
  read_leads: BRAND_AND_SUPPORT,
  settle_lead: SUPPORT_ONLY,
  read_support_access: BRAND_ONLY,

  read_settings: BRAND_AND_SUPPORT,
  change_settings: BRAND_AND_SUPPORT,
  read_second_factors: SUPPORT_ONLY,
  remove_second_factor: SUPPORT_ONLY,
  remove_support_second_factor: SUPPORT_ONLY,

  read_brands: SUPPORT_ONLY,
  create_brand: SUPPORT_ONLY,
  read_support_people: SUPPORT_ONLY,
  deactivate_support: SUPPORT_ONLY,
  find_by_number: SUPPORT_ONLY,
  change_plan: SUPPORT_ONLY,
  read_brand_policy_history: SUPPORT_ONLY,
  preview_policy: SUPPORT_ONLY,
  publish_policy: SUPPORT_ONLY,
  suspend_policy: SUPPORT_ONLY,
  resume_policy: SUPPORT_ONLY,
  find_brand_attempts: SUPPORT_MASKED,
  explain_brand_attempt: SUPPORT_MASKED,
  reveal_customer: SUPPORT_ONLY,
} as const satisfies Readonly<Record<string, Reaches>>;

export type Operation = keyof typeof ACCESS;

/** The operations of callers who must have a second factor and have none: signing in and out, and setting it up. */
export const OPERATIONS_WITHOUT_SECOND_FACTOR: ReadonlySet<Operation> = new Set([
  'read_health',
  'read_metrics',
  'read_record_keys',
  'use_demo',
  'sign_in',
  'sign_out',
  'read_session',
  'give_code',
  'confirm_session',
  'set_up_second_factor',
  'use_link',
  'read_own_account',
  'change_password',
  'end_own_sessions',
] satisfies Operation[]);

/** The operations that ask for the password or a code again if neither was given in the last 15 minutes. */
export const CONFIRMED_OPERATIONS: ReadonlySet<Operation> = new Set([
  'publish_policy',
  'suspend_policy',
  'resume_policy',
  'change_plan',
  'reveal_customer',
  'erase_customer',
  'change_settings',
  'renew_recovery_codes',
  'remove_second_factor',
  'remove_support_second_factor',
  'invite',
  'make_reset_link',
  'deactivate_support',
  'create_seller',
  'create_manager',
  'give_seller_pin',
  'give_manager_pin',
] satisfies Operation[]);

export const OPERATIONS = Object.keys(ACCESS) as readonly Operation[];
