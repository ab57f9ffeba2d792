/** The catalogue of sentences in English: problems, reasons, faults, notices, suggestions. */
import { sentenceStart, theBrand } from '#words/core/brand.ts';
import { count, daysAway, onDay, plural } from '#words/core/format.ts';
import { type FieldParams, fixedText, type ProblemParams } from '#words/core/text.ts';
import type { Catalogue, NoticeStart } from './pt-BR.ts';
import { reasons } from './reasons.en.ts';

const language = 'en';

export const en: Catalogue = {
  reasons,

  problems: {
    invalid: fixedText(
      'Please check the details',
      'Something that was sent needs adjusting. Each point is in “faults”.',
    ),
    key_missing: fixedText(
      'The sending key is missing',
      'Send the header Idempotency-Key with a UUID: new for each tap, the same for each repeat.',
    ),
    bad_json: fixedText(
      'The request could not be read',
      'The body must be JSON, with the header Content-Type: application/json.',
    ),
    bad_path: fixedText(
      'The address could not be read',
      'The address of the request has something that cannot be read. Check the path and its percent-encoding.',
    ),
    malformed: fixedText(
      'The request could not be read',
      'The address or the headers are malformed. Check them and try again.',
    ),
    too_slow: fixedText(
      'The request took too long to arrive',
      'Nothing was done. Check your connection and try again.',
    ),
    too_large: fixedText('That is too large', 'The request is larger than we take. Split it into smaller parts.'),
    uri_too_long: fixedText('The address is too long', 'Shorten the address or the search and try again.'),
    headers_too_large: fixedText(
      'The headers are too large',
      'Clear the cookies of this site in the browser and try again.',
    ),
    wrong_credentials: fixedText('E-mail or password do not match', 'Please check and try again.'),
    signed_out: fixedText('Please sign in again', 'Your session has ended. Sign in to go on.'),
    turn_needed: fixedText('Session paused', 'Enter your PIN to go on. Your text is kept.'),
    wrong_pin: ({ left, minutes }) => ({
      title: 'That PIN does not match',
      detail: left == null ? 'Please try again.' : left === 0 ? pinPause(minutes) : attemptsLeft(Number(left)),
    }),
    pin_locked: ({ minutes }) => ({
      title: 'Let us take a break',
      detail:
        minutes == null
          ? 'Your PIN is paused. Ask your manager to free it.'
          : `Try again in ${minutes} min, or ask your manager to free it.`,
    }),
    pin_slow: ({ seconds }) => ({
      title: 'One moment',
      detail: seconds == null ? 'Wait a little and try again.' : `Wait ${seconds} s and try again.`,
    }),
    name_needed: fixedText('Choose your name', 'To keep this store safe, a PIN now works together with its name.'),
    new_pin_needed: ({ shortest }) => ({
      title: 'Your new PIN',
      detail: `Choose a PIN of your own, ${shortest ?? 4} to 8 digits.`,
    }),
    pin_short: ({ shortest }) => ({
      title: 'Choose a longer PIN',
      detail: `A manager’s PIN has ${shortest ?? 6} to 8 digits.`,
    }),
    new_password_needed: fixedText('Your new password', 'Choose a password of your own to go on.'),
    pin_taken: fixedText(
      'Choose another PIN',
      'That one is not free in this store. Choose one of your own, 4 to 8 digits.',
    ),
    pin_weak: fixedText('Choose another PIN', 'That one is easy to guess. Avoid repeated digits and sequences.'),
    password_weak: fixedText(
      'Choose another password',
      'That one is easy to guess. Use a longer one that only you know.',
    ),
    wrong_password: fixedText('That is not the current password', 'Check the password you sign in with and try again.'),
    password_kept: fixedText(
      'The demo’s passwords stay as they are',
      'That way everybody who opens the demo can sign in. Outside the demo the password is changed here.',
    ),
    one_time_password_expired: fixedText(
      'This one-time password has expired',
      'It was good for 7 days. Ask the person who gave it to you for a new one.',
    ),
    one_time_pin_expired: fixedText(
      'This one-time PIN has expired',
      'It was good for 7 days. Ask the person who gave it to you for a new one.',
    ),
    wrong_code: fixedText('That code does not match', 'Check your app and type the code that it shows now.'),
    code_expired: fixedText(
      'Let’s start again',
      'The time for typing the code is over. Sign in again with your password.',
    ),
    second_factor_needed: fixedText(
      'Two-step verification is missing',
      'Your account needs it. Set it up with an authenticator app to go on.',
    ),
    confirmation_needed: fixedText('Confirm that it is you', 'Type your password or a code to go on.'),
    second_factor_on: fixedText(
      'Two-step verification is already on',
      'To change phones, turn it off and set it up again.',
    ),
    second_factor_off: fixedText('Two-step verification is not on', 'There is nothing to do here.'),
    second_factor_required: fixedText(
      'Your account needs two-step verification',
      'To change phones, ask support to remove the present one.',
    ),
    second_factor_in_demo: fixedText(
      'The demo has no second step',
      'The demo’s accounts sign in with one tap. In your own installation, set it up here.',
    ),
    mail_link_unknown: fixedText(
      'This link does not work',
      'It may be incomplete. Open the whole link in the mail again, or choose in My account which mails you want.',
    ),
    link_over: fixedText(
      'This link is no longer valid',
      'It was used, is too old, or was replaced by another. Ask the person who sent it for a new one.',
    ),
    email_taken: fixedText(
      'This e-mail has an account already',
      'Use another e-mail, or ask for a new password for that account.',
    ),
    not_in_demo: fixedText('This does not change in the demo', 'The demo’s passwords stay as they are, for everybody.'),
    support_kept_in_demo: fixedText(
      'This account stays active in the demo',
      'Everybody who tries the demo signs in to support with it. Invite another person and deactivate that one.',
    ),
    account_inactive: ({ account }) => ({
      title: 'This account is inactive',
      detail:
        account === 'support'
          ? 'Ask another support person to reactivate it under Support team.'
          : account === 'person'
            ? 'Please talk to your brand’s management.'
            : 'Please talk to your store manager.',
    }),
    forbidden: fixedText(
      'Another team does this',
      'Your account does not include this action. If you need it, talk to your manager.',
    ),
    wrong_origin: fixedText('This request came from another address', 'Open the app at its own address and try again.'),
    not_in_portfolio: ({ customer, seller }) => ({
      title: 'Another portfolio',
      detail: `${customer || 'The customer'} is in the portfolio of ${seller || 'another member of the team'}.`,
    }),
    other_store: ({ customer }) => ({
      title: 'Customer of another store',
      detail: `${customer || 'The customer'} is registered with another store of the brand, which starts the conversation.`,
    }),
    not_found: fixedText('We did not find it', 'It is gone or has moved. Go back to the list and try again.'),
    method_not_allowed: fixedText(
      'This address does not do that',
      'Check the method of the request in the documentation at /docs.',
    ),
    in_progress: fixedText('We are confirming this message', 'There is no need to tap again.'),
    key_reused: fixedText(
      'This message already has other content',
      'The same Idempotency-Key has served a different request. Use a new key.',
    ),
    suggestion_closed: fixedText(
      'This suggestion is already done',
      'This screen was old; we have refreshed it. Check and tap again.',
    ),
    attempt_closed: fixedText(
      'This contact is already done',
      'This screen was old; we have refreshed it. Check and tap again.',
    ),
    already_held: ({ customer, seller, opens, state }) =>
      seller
        ? { title: 'One at a time', detail: `${seller} already has a message kept for ${customer || 'the customer'}.` }
        : {
            title: 'Already kept',
            detail: `${customer || 'The customer'} already has a message ${state === 'ready' ? 'ready to send' : `kept${opens == null ? '' : ` for ${opens}`}`}.`,
          },
    not_held: fixedText(
      'This message is no longer kept for later',
      'This screen was old; we have refreshed it. Check and tap again.',
    ),
    time_past: fixedText('That time has passed', 'Choose a time from now on. Your text is kept.'),
    time_too_far: fixedText('That is far away', 'Choose a time within the next 30 days. Your text is kept.'),
    time_quiet: ({ opens }) => ({
      title: 'That time is in quiet hours',
      detail: `That time is in quiet hours. ${nextFree(opens)}`,
    }),
    other_seller: fixedText(
      'Choose somebody of this store',
      'The message can only be passed to an active member of the same store’s team.',
    ),
    not_in_team: fixedText(
      'Choose somebody of this store',
      'Only an active member of the same store’s team can take over.',
    ),
    nobody_there: fixedText(
      'There is nobody to share with',
      'No other seller of this store is available. Choose somebody by name, or add people to the team.',
    ),
    portfolio_empty: fixedText('The portfolio is empty', 'There are no customers to move. Nothing changed.'),
    move_running: fixedText(
      'A move is under way',
      'The customers of this portfolio are moving right now. Wait a few seconds and try again.',
    ),
    move_undone: fixedText('Already undone', 'This move was undone before. Refresh the screen to see the result.'),
    undo_over: fixedText('A day has passed', 'A move can be undone for 24 hours. If needed, move the customers again.'),
    absence_overlaps: fixedText(
      'There are days off already',
      'This person already has days off that include one of these dates. Choose other dates, or end the existing ones.',
    ),
    absence_over: fixedText('These days off are over', 'Nothing changed. Refresh the screen to see the result.'),
    absence_coming: fixedText(
      'These days off have not begun',
      'Messages and suggestions can be passed on from the first day.',
    ),
    absence_passed: fixedText(
      'Already passed on',
      'The messages and suggestions of these days off were passed on before. Refresh the screen to see who has them.',
    ),
    nothing_to_pass: fixedText(
      'There is nothing to pass on',
      'This person has no held messages and no open suggestions.',
    ),
    plan_required: ({ plan }) => ({
      title: 'Part of other plans',
      detail: `Quiet hours are part of the Growth and Enterprise plans.${plan == null ? '' : ` Your brand is on ${planName(plan)}: under “Talk to the Oto team”, say what you would like and how to reach you.`}`,
    }),
    already_in_plan: fixedText(
      'Already part of the plan',
      'Quiet hours are already part of your brand’s plan. Open a ticket under “Ask to activate”, and support does the rest.',
    ),
    not_suspended: fixedText(
      'There is no pause',
      'This brand’s quiet hours are not paused: there is nothing to resume.',
    ),
    import_running: fixedText(
      'Another import is running',
      'A brand imports one file at a time. Nothing of this file was written: try again when the other one has ended.',
    ),
    import_unreadable: ({ why }) => ({
      title: 'The file could not be read',
      detail: why == null ? 'Nothing was written. Check the file and send it again.' : `Nothing was written: ${why}.`,
    }),
    import_too_large: fixedText(
      'The file is too large',
      'Nothing was written. The limit is 50 MB: split the file into parts, each with the header.',
    ),
    import_rows_refused: ({ count }) => ({
      title: 'Some rows are refused',
      detail: `Nothing was written${count == null ? '' : `: refused rows, ${count}`}. Correct the file and send it again, or import only the good rows.`,
    }),
    import_changed: fixedText('This import has changed', 'Nothing was done now. Look at the import again.'),
    import_built_on: ({ why }) => ({
      title: 'This can no longer be undone',
      detail: why == null ? 'Nothing was undone.' : `Nothing was undone: ${why}.`,
    }),
    upload_incomplete: fixedText(
      'The file did not arrive completely',
      'Nothing was written. Check the connection and send it again; the request needs “kind” and “file”.',
    ),
    no_policy: fixedText('No quiet hours yet', 'This brand has no published version. Publish the first one.'),
    effective_in_past: fixedText('That time has passed', 'Choose a moment from now on.'),
    lints_unconfirmed: fixedText(
      'There are points to check',
      'Nothing was published. Read each point and confirm those that the brand really means.',
    ),
    store_code_taken: fixedText('Choose another code', 'Another store of the brand already uses this code.'),
    store_in_use: fixedText(
      'Some things must be moved first',
      'The store stays open. Move its people, customers and held messages first.',
    ),
    store_closed: fixedText('This store was closed for good', 'Nothing was changed. A closed store can only be read.'),
    slug_taken: fixedText('Choose another address', 'Another brand already uses this address.'),
    last_support_person: fixedText(
      'This is the last support person',
      'Without this person nobody could sign in to support. Activate somebody else first.',
    ),
    last_store_manager: fixedText(
      'The store’s only manager',
      'Without this person nobody could free PINs or see the store’s team. Make somebody else of the store a manager first.',
    ),
    last_brand_manager: fixedText(
      'The last person who manages the brand',
      'Without this person nobody could look after the brand. Invite another brand manager first.',
    ),
    own_person: fixedText(
      'This is your own access',
      'Another manager can make this change for you. You can change your name yourself.',
    ),
    role_fixed: fixedText(
      'This role cannot be changed here',
      'Brand managers sign in with e-mail and password, and the store with a PIN. Add the person in the other role and deactivate this entry.',
    ),
    erasure_waits: fixedText(
      'An import is running',
      'Nothing was erased, so that the import does not bring the customer back. Try again when it has ended.',
    ),
    customer_exists: ({ name }) =>
      name
        ? {
            title: `This number is ${name}'s already`,
            detail: 'Open the customer who exists already, or check the number. What you typed is still here.',
          }
        : {
            title: 'The brand has this number already',
            detail:
              'The customer belongs to another store. The brand’s managers can use one record in both. What you typed is still here.',
          },
    silences_full: fixedText(
      'There are eight such requests already',
      'End one that no longer holds, and write this one down again.',
    ),
    same_customer: fixedText('This is the same customer', 'Choose another customer to merge with this one.'),
    already_merged: fixedText(
      'One of them was merged before',
      'Somebody merged this customer before. Refresh the screen to see the result.',
    ),
    unmerge_none: fixedText(
      'There is nothing to undo',
      'This customer is not merged with another one, or was separated before. Refresh the screen to see the result.',
    ),
    unmerge_over: fixedText(
      'A day has passed',
      'Customers can be separated for 24 hours after they were merged. If needed, add a new customer.',
    ),
    unmerge_later_first: fixedText(
      'These customers were merged with one more',
      'Undo the newest merge first. Nothing was changed.',
    ),
    unmerge_number_taken: fixedText(
      'The number is another customer’s now',
      'Since the merge, the number of the customer who would return went to another one. Change or remove that number and try again.',
    ),
    customer_changed: fixedText(
      'This customer changed while you were editing',
      'See what changed and choose what stays. What you typed is still here.',
    ),
    name_taken: fixedText(
      'The store has this name already',
      'People find themselves by name when they sign in. Add the last name.',
    ),
    campaign_impossible: ({ reason, canServe, wanted }) => ({
      title: reason === 'too_large' ? 'Too many people for the period' : 'Like this the campaign would reach nobody',
      detail: impossibleText(reason, { canServe, wanted }),
    }),
    campaign_incomplete: fixedText(
      'Almost ready to start',
      'The draft is saved. Mend the points below, then start the campaign.',
    ),
    campaign_running: fixedText(
      'This campaign is already running',
      'Nothing was changed. To change the text or the audience, edit the campaign.',
    ),
    campaign_not_running: fixedText('This campaign is not running', 'Only a running campaign can be paused.'),
    campaign_ended: fixedText(
      'This campaign has ended',
      'Nothing was changed. To repeat it, create a new campaign from this one.',
    ),
    campaign_changed: fixedText(
      'This campaign changed while you were editing',
      'Nothing was saved, and what you wrote is still here. Look at the new version and save again.',
    ),
    campaign_name_taken: fixedText(
      'There is a campaign with this name',
      'Choose another name. What you wrote is still here.',
    ),
    person_inactive: fixedText('This person is inactive', 'Activate the person before giving a PIN.'),
    person_without_pin: fixedText(
      'No PIN for this role',
      'Brand managers sign in with e-mail and password. For a new password, use “Forgot password” at the sign-in.',
    ),
    people_of_stores: fixedText('One store at a time', 'Choose people of one store only. No PIN was changed.'),
    too_many_decisions: ({ seconds }) => ({
      title: 'A short breather',
      detail: `That was a lot of contacts in a minute. ${seconds == null ? 'Wait a little' : `Wait ${seconds} s`} and try again; your text is kept.`,
    }),
    too_many_requests: fixedText(
      'One moment',
      'That was a lot of requests in a short time. Wait a little and try again.',
    ),
    busy: fixedText('Very busy right now', 'Nothing was sent. Try again in a few seconds.'),
    failed: fixedText(
      'Something went wrong on our side',
      'Nothing was sent and your text is kept. Try again in a moment.',
    ),
  },

  policyFaults: {
    time_malformed: 'Use a time from 00:00 to 23:59, two digits on each side; an end may also be 24:00.',
    start_is_24: 'The day ends at 24:00 but does not start there: to start, use 00:00.',
    equal_times: 'Start and end are the same. For the whole day, use 00:00 to 24:00.',
    not_an_object: 'An object goes here.',
    not_a_list: 'A list goes here.',
    not_a_text: 'A text goes here.',
    not_a_whole_number: 'A whole number goes here.',
    out_of_range: 'This number is outside the limits.',
    not_a_choice: 'There is no such option.',
    missing_field: 'This field is missing.',
    unknown_field: 'We do not know this field.',
    no_days: 'Choose at least one weekday.',
    not_a_day: 'This is not a weekday.',
    not_a_date: 'There is no such date in the calendar.',
    date_twice: 'This date appears twice.',
    label_too_long: 'The name of this date is too long.',
    too_many_windows: 'There can be at most 8 periods a day.',
    too_many_exceptions: 'There can be at most 100 dates.',
  },

  fields: {
    invalid_type: () => 'This field is missing, or of another type.',
    invalid_format: () => 'The format is different: see the documentation at /docs.',
    invalid_value: () => 'This value is not among those accepted.',
    invalid_union: () => 'This value is not among those accepted.',
    invalid_key: () => 'There is a field name we do not expect.',
    invalid_element: () => 'An item of the list needs adjusting.',
    not_multiple_of: () => 'Use a whole number.',
    too_big: ({ most }) => (most === null ? 'Above the maximum.' : `Above the maximum of ${most}.`),
    too_small: ({ least }) => (least === null ? 'Below the minimum.' : `Below the minimum of ${least}.`),
    unrecognized_keys: ({ names }) =>
      names === null ? 'There is a field we do not know.' : `We do not know: ${names}.`,
    custom: () => 'This value needs adjusting.',
    file_empty: () => 'The file is empty. Choose another file.',
    bad_text: () => 'There is a character that cannot be kept as it was typed. Delete it and write it again.',
    too_deep: () => 'There are too many lists or objects inside one another.',
    instant_range: () => 'Use an instant from 1970-01-01T00:00:00Z on and before 2200-01-01T00:00:00Z.',
    date_range: () => 'Use a date from 1970-01-01 to 2199-12-31.',
    bad_cursor: () => 'This page mark is not ours: start the list again.',
    which_brand: () => 'Say of which brand.',
    slug_malformed: () => 'Use 2 to 41 small letters without accents, digits and hyphens; the first is no hyphen.',
    slug_reserved: () => 'This is the address of a page of support: choose another.',
    zone_undecided: () => 'The city alone does not tell the time zone: choose one.',
    required: () => 'Fill in this field.',
    twice: () => 'A day occurs twice: leave each one once.',
    zone_unknown: () => 'We do not know this time zone: use one like America/Sao_Paulo.',
    name_missing: () => 'Write a name with at least one letter.',
    email_malformed: () => 'Check the e-mail: the @ or the part after it is missing.',
    days_missing: () => 'Choose at least one day.',
    time_malformed: () => 'Use a time such as 14:00.',
    equal_times: () => 'Start and end must differ. For the whole day use 00:00 to 24:00.',
    date_malformed: () => 'Use a date that exists in the calendar.',
    until_past: () => 'This date has passed. Choose today or a later day.',
    until_too_far: () =>
      'Choose a date within a year. For no messages ever again, record that the customer asked to stop.',
    birth_date_out_of_range: () => 'Check the date of birth: nobody was born on that day.',
    phone_without_area_code: () => 'The area code is missing: write it like (11) 90000-0000.',
    phone_invalid: () => 'This number does not exist. Check the digits and the area code.',
    phone_several: () => 'There is space for one number: leave the one with WhatsApp.',
    tag_malformed: () => 'A tag has letters or digits, up to 30.',
    tags_too_many: () => 'There can be 20 tags at most.',
    list_too_large: () => 'The file is larger than 10 MB. Split it and add one part at a time.',
    list_without_numbers: () => 'This file has no phone number that can be read.',
    list_date_missing: () => 'Say of which day the list is.',
    date_in_future: () => 'That day is still to come: choose today or before.',
    consent_before_stop: () =>
      'The customer asked to stop on that day or after it. Write down the day on which the customer agreed again.',
    consent_withdrawn: () => 'What is known stays known: say whether the customer agrees or not.',
    seller_unknown: () => 'Choose somebody of this store’s team.',
    store_unknown: () => 'Choose a store of the brand.',
    missing: () => 'This time is missing.',
    not_for_deactivate: () => 'There are no times to deactivate: leave this field out.',
    absence_dates_swapped: () => 'The last day comes before the first one: check both dates.',
    absence_past: () => 'That day is over in the store: choose today or later.',
    unknown_variable: ({ names }: FieldParams) =>
      `We do not know ${names ?? 'this variable'}. Use, between braces: primeiro_nome, nome, vendedor, loja, marca, ultimo_item or dias_sem_comprar.`,
    fallback_missing: ({ names }: FieldParams) =>
      `In ${names ?? 'a variable'} the word after the bar is missing: write it as in “ultimo_item|sua compra”.`,
    lone_brace: () => 'There is a single brace in the text: delete it, or close the variable with another brace.',
    period_swapped: () => 'The last day comes before the first: check both dates.',
    campaign_name_taken: () => 'There is a campaign with this name: choose another name.',
    spent_days_missing: () => 'Say also within how many days this amount was spent.',
    out_of_range: ({ least, most }: FieldParams) => `Use a number from ${least ?? 'less'} to ${most ?? 'more'}.`,
    absence_too_long: () => 'Days off last a year at most. If the person left, move the portfolio.',
  },

  notices: {
    firstDay: ({ text, everyDay }, brand, start) => {
      const news = start.paused || start.from !== null ? `New, ${startText(start)}` : 'New';
      return everyDay
        ? `${news}: ${text}, ${theBrand(language, brand)} does not start conversations. You can still reply to customers.`
        : `${news}: ${theBrand(language, brand)} does not start conversations at these hours: ${text}. You can still reply to customers.`;
    },
    changed: (hours, start) => {
      if (start.paused) return `Quiet hours have changed and are paused. ${sentenceStart(startText(start))}: ${hours}.`;
      if (start.from !== null) return `Quiet hours change ${startText(start)}: ${hours}.`;
      return `Quiet hours have changed: now ${hours}.`;
    },
    suspended: (until) => (until === null ? 'Quiet hours are paused.' : `Quiet hours are paused until ${until}.`),
    ended: (hours, from) =>
      from === null
        ? `The pause is over. Quiet hours are back: ${hours}.`
        : `The pause is over. Quiet hours apply from ${from}: ${hours}.`,
  },

  suggestions: {
    birthday: (on, todayOn) =>
      `Birthday ${on < todayOn ? daysAway(language, on, todayOn) : onDay(language, on, todayOn)}`,
    inactiveDays: (days) =>
      days < 1
        ? 'Time to be back in touch'
        : plural(language, days, {
            one: 'No purchase for 1 day',
            other: `No purchase for ${count(language, days)} days`,
          }),
    newArrival: (item) => `New in: ${item}`,
    afterPurchase: (item, on, todayOn) =>
      on > todayOn ? `Bought ${item}` : `Bought ${item} ${daysAway(language, on, todayOn)}`,
    cashback: (on, todayOn) => `${on < todayOn ? 'Cashback ended' : 'Cashback ends'} ${onDay(language, on, todayOn)}`,
    welcome: 'Welcome: new to the store',
    tagged: (tag) => `On the list “${tag}”`,
    neverContacted: 'Nobody from the store has written yet',
    chosen: 'Part of this campaign',
  },
};

/** "from today, 20:00"; "once they are back" while a suspension without an end is in force. */
function startText({ from, paused }: NoticeStart): string {
  const since = from === null ? [] : [`from ${from}`];
  return [...(paused ? ['once they are back'] : []), ...since].join(', ');
}

function nextFree(opens: ProblemParams['opens']): string {
  return opens == null ? 'Please choose another.' : `The next free one is ${opens}.`;
}

/** The sentence for the wrong PIN that locks the person's PIN. `minutes` null: only a manager can free it. */
function pinPause(minutes: ProblemParams['minutes']): string {
  return minutes == null
    ? 'Your PIN is paused. Ask your manager to free it.'
    : `Let us take a break: try again in ${minutes} min, or ask your manager to free it.`;
}

function attemptsLeft(left: number): string {
  return plural(language, left, { one: '1 attempt left.', other: `${left} attempts left.` });
}

function planName(plan: string | number): string {
  return sentenceStart(String(plan));
}

function impossibleText(
  reason: unknown,
  { canServe, wanted }: { readonly canServe: unknown; readonly wanted: unknown },
): string {
  switch (reason) {
    case 'filters_contradict':
      return 'No customer meets all filters at once. Check the days since the last purchase and the period of the spending.';
    case 'no_permission':
      return 'Customers who have not allowed contact get no suggestions. Change the filter on permission.';
    case 'nobody_there':
      return 'Nobody works in the stores and among the people you chose. Choose others, or activate somebody.';
    case 'period_over':
      return 'The last day of the period has passed. Choose other dates.';
    case 'quiet_period':
      return 'In the whole period the stores are open only during Quiet Hours. Choose other dates.';
    case 'too_large':
      return `There are ${String(wanted)} customers, and in the period the team can serve ${String(canServe)}. Give it more days, raise the limit per person, or start anyway: those left out are counted every day.`;
    default:
      return 'Nobody would get suggestions of this campaign as it is. Check the period and the audience.';
  }
}
