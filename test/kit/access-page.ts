/** Makes the text of `docs/access.md` from the tables of operations and routes, so that the page cannot differ from the code. */
import type { Route } from '#contract/routes/route.ts';
import { ROUTES } from '#contract/routes/routes.ts';
import { reachOf } from '#rules/people/access.ts';
import { ACCESS, type Caller, type Operation, type Reach } from '#rules/people/access-table.ts';

/** What each operation does, in the order of the table. */
const MEANINGS: Readonly<Record<Operation, string>> = {
  read_health: 'Ask whether the server is alive and ready',
  read_metrics: 'Read the metrics, from the same machine or with the metrics token',
  read_record_keys: 'Read the public keys that sign the record’s daily heads',
  use_demo: 'Move the demo’s clock, or sign in as one of the demo’s people; production has neither',
  sign_in: 'Sign in a store, a person or support',
  sign_out: 'Sign out',
  read_session: 'Read who is signed in',
  begin_turn: 'Begin a turn with a PIN on a store’s device',
  keep_turn: 'Prolong the turn or session',
  end_turn: 'Hand the device to the next person',
  read_own_account: 'Read the account that is signed in, its sessions and its wrong passwords',
  change_password: 'Change the password of the account that is signed in',
  end_own_sessions: 'End sessions of the account that is signed in',
  choose_mails: 'Switch kinds of mails to the own account off or on',
  use_mail_link: 'Switch off or on, by the link in a mail, the kind of mails that the link names',
  read_person_sessions: 'Read where a person of a brand is signed in',
  end_person_sessions: 'End a person’s sessions and turns',
  give_code: 'Give the code of the second factor at the sign-in',
  confirm_session: 'Give the password or a code again',
  set_up_second_factor: 'Read and set up one’s own second factor',
  renew_recovery_codes: 'Make new recovery codes of one’s own second factor',
  remove_own_second_factor: 'Remove one’s own second factor, where it is not required',
  use_link: 'Accept an invitation by its link, ask for a new password, and set it by a link',
  invite: 'Invite a support person or a brand’s manager',
  read_accounts: 'List the people with an account, and who is invited: of support, and of a brand',
  make_reset_link: 'Make a link for a new password of a brand’s person, which the brand reads',
  unlock_seller: 'Free a seller’s locked PIN',
  unlock_manager: 'Free a store manager’s locked PIN',
  unlock_by_manager_pin: 'On a store’s device, free a seller’s PIN by typing a store manager’s PIN',
  unlock_own_pin: 'On a store’s device, free a store manager’s PIN by the store’s password and that PIN',
  read_locked_pins: 'List the people whose locked PIN the reader may free',
  read_pin_guessing: 'Be told in which stores PINs are guessed at',
  read_password_guessing: 'Be told of accounts of the brand whose passwords are guessed at',
  read_people: 'List the people of a store or of the brand, and read one of them',
  create_seller: 'Add a seller, who gets a one-time PIN',
  create_manager: 'Add a store manager, who gets a one-time PIN, or invite a brand manager',
  change_seller: 'Rename a seller, deactivate a seller, and activate a seller again',
  change_manager: 'The same for a store manager or a brand manager',
  move_person: 'Move a person to another store, or make a seller a store manager and back',
  give_seller_pin: 'Give a seller a new one-time PIN',
  give_manager_pin: 'Give a store manager a new one-time PIN',
  read_quiet_hours: 'Read the quiet hours in force',
  mark_notice_seen: 'Say that a notice about quiet hours was read',
  read_policy_history: 'Read the history of the brand’s policy',
  read_zone_days: 'Read today’s quiet and open hours of each zone of the brand',
  read_quiet_figure: 'Read how many contacts left in the usual quiet hours',
  read_suggestions: 'Read the suggestions of the day',
  dismiss_suggestion: 'Dismiss a suggestion',
  open_suggestion: 'Say that a suggestion was opened, so that no other campaign takes over the customer',
  use_suggestion: 'Start a contact from a suggestion, and see it on the customer’s profile',
  find_customers: 'Search customers',
  read_customer: 'Read a customer’s profile',
  create_customer: 'Add a customer by hand, and see the brand’s tags while typing one',
  change_customer: 'Change what is known of a customer: name, number, notes, tags, permission, preferred hour',
  merge_customers: 'Merge two records of one customer, and undo it for a day: both must be in reach',
  erase_customer: 'Erase a customer for good, with a reason',
  export_customer: 'Download all that the brand keeps of a customer; the download is logged',
  read_privacy_log: 'Read who erased a customer or downloaded a customer’s data',
  contact_customer: 'Contact a customer, or ask whether it would be allowed',
  contact_closed_portfolio: 'The same, in a brand that keeps portfolios apart',
  move_portfolio: 'Move a seller’s portfolio to a colleague or spread it, and undo the move for a day',
  read_absences: 'Read days off: one’s own, or those of whom one leads',
  change_absences: 'Make days off, pass on what the person has meanwhile, and end them early',
  ask_decision: 'Ask what would be decided now',
  ask_decision_at: 'Ask what would be decided at another instant',
  start_attempt: 'Start a contact, or go on with one',
  read_attempts: 'Read attempts and what became of a held contact',
  explain_attempt: 'Read why an attempt came out so',
  say_outcome: 'Say the outcome of an attempt',
  read_own_holds: 'List the person’s own held contacts',
  read_led_holds: 'List the held contacts of all whom the person leads',
  change_hold: 'Change, cancel or restore a held contact, or say that its news was read',
  pass_on_hold: 'Pass a held contact on to another seller of the store',
  read_rehearsal: 'Rehearse a day: what will become of held contacts',
  hear_events: 'Hear live events about people',
  hear_store_events: 'Hear live events about a store as a whole',
  receive_push: 'Receive notifications of contacts that are ready',
  read_distribution: 'Read how contacts are spread over the day',
  read_overview: 'Count what was put off, warned, and sent after the warning',
  read_panorama: 'Count what happened to attempts, list and export the attempts behind each figure',
  read_brand_setup: 'Read what the brand still lacks before its stores can work',
  read_stores: 'List stores, and read a store with its hours, its sign-in and its last changes',
  create_store: 'Create a store with its sign-in',
  change_store: 'Change a store’s name, address, zone, opening hours and dates',
  close_store: 'Close a store for good',
  give_store_password: 'Give a store a sign-in or a new one-time password',
  read_store_sessions: 'List the devices on which a store is signed in',
  end_store_sessions: 'Sign a store out on its devices',
  change_do_not_call: 'Change the do-not-call list by a file, and read its counts',
  read_campaigns: 'List campaigns, and read a campaign with its figures and versions',
  change_campaigns: 'Write, count, start, pause and end campaigns',
  import_files: 'Import files of stores, people, customers and purchases, undo it, and read the brand’s imports',
  rate_help: 'Rate the help article',
  read_help_ratings: 'Read the ratings of the help article',
  open_ticket: 'Open a ticket about quiet hours',
  read_tickets: 'Read tickets',
  say_in_ticket: 'Write in a ticket',
  close_ticket: 'Close a ticket',
  leave_lead: 'Ask to be called, where the plan lacks quiet hours',
  read_leads: 'Read these requests',
  settle_lead: 'Settle such a request',
  read_support_access: 'Read what support looked at, and why',
  read_settings: 'Read a brand’s settings',
  change_settings: 'Change a brand’s settings',
  read_second_factors: 'Read who of a brand has a second factor',
  remove_second_factor: 'Remove a lost second factor of a person of a brand',
  remove_support_second_factor: 'Remove a lost second factor of another support person',
  read_brands: 'List brands, and read one',
  create_brand: 'Create a brand',
  read_support_people: 'List the vendor’s support people',
  deactivate_support: 'Deactivate a support person, or activate the account again; the last active one stays',
  find_by_number: 'Find a ticket, receipt or attempt of any brand by its number or id; no customer is told',
  change_plan: 'Change a brand’s plan',
  read_brand_policy_history: 'Read the history of a brand’s policy, as support',
  preview_policy: 'Preview a policy, read recommended hours and holidays',
  publish_policy: 'Publish a policy',
  suspend_policy: 'Suspend a policy',
  resume_policy: 'Resume a policy',
  find_brand_attempts: 'Search a brand’s attempts, as support',
  explain_brand_attempt: 'Read why an attempt came out so, as support',
  reveal_customer: 'Unmask one attempt’s customer for half an hour, with a reason that the brand reads',
};

const COLUMNS: readonly (readonly [Caller, string])[] = [
  ['seller', 'seller'],
  ['store_manager', 'store manager'],
  ['brand_manager', 'brand manager'],
  ['support', 'support'],
  ['device', 'store’s device'],
  ['nobody', 'nobody'],
];

const CELLS: Readonly<Record<Reach, string>> = {
  yes: 'yes',
  own: 'own',
  store: 'own store',
  brand: 'own brand',
  any: 'any brand',
  masked: 'any brand, masked',
};

const INTRODUCTION = `# Who may do what

\`node scripts/generate-access.ts\` writes this page from \`src/rules/people/access-table.ts\` and \`src/contract/routes\`: change those, not
this page. A test calls each route as each caller over HTTP and compares the answers with this table.

*Own*: what belongs to the person. *Own store*: what belongs to the person’s store, and the person’s own. *Own brand*: what belongs to the
brand. *Masked*: customers’ names, numbers and texts are hidden until support gives a reason. *Yes*: the operation is about no row of a
brand, or about the caller’s own session. A dash: refused. *Store’s device*: a store is signed in and nobody has typed a PIN. *Nobody*: no
account is signed in.

Refused means: 401 for a caller without a session or turn, 403 for a role that may not use the operation at all, and 404 for a row out of
reach, so that nobody learns what exists. Three answers to a row out of reach are 403, because the caller knows that the row exists: an
attempt on a customer of another store or portfolio, freeing a PIN, and a report about another store or seller. Another brand’s row is
answered as an unknown one everywhere.

Brand managers change what is held and do not say outcomes of others: [decision 0030](decisions/0030-who-may-do-what.md).
`;

export function accessPage(): string {
  const head = ['operation', 'what it does', ...COLUMNS.map(([, title]) => title), 'routes'];
  const rows = (Object.keys(ACCESS) as Operation[]).map((operation) => [
    `\`${operation}\``,
    MEANINGS[operation],
    ...COLUMNS.map(([caller]) => cellOf(operation, caller)),
    routesOf(operation),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${INTRODUCTION}\n${lines.join('\n')}\n`;
}

function cellOf(operation: Operation, caller: Caller): string {
  const reach = reachOf(operation, caller);
  return reach === null ? '–' : CELLS[reach];
}

/** Returns the routes of an operation; an operation without a route is a part of other operations. */
function routesOf(operation: Operation): string {
  const routes = Object.entries<Route>(ROUTES).filter(([, { may }]) => may.includes(operation));
  return routes.map(([route]) => `\`${route}\``).join('<br>');
}
