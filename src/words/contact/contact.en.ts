/** The sentences of the message, the profile, the portfolio and the hand-over, in English. */
import { plural } from '#words/core/format.ts';
import { states } from './attempt-states.en.ts';
import type { ContactWords } from './contact.pt-BR.ts';

/** Builds a sentence from parts; a part in an array is a figure that the screen emphasises. */
const sentenceOf = (...parts: readonly (string | readonly [string])[]) => parts;
const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: ContactWords = {
  why: {
    read: 'Read the help',
    title: 'Why do I see this?',
    lead: (brand) => `${brand} chose hours in which nobody of the team starts a conversation.`,
    points: [
      'A message at the wrong hour disturbs, and people who are disturbed tend to block. Quiet hours protect your number.',
      'Suggestions wait: nothing leaves your list and no text is lost.',
      'If a customer writes to you, do answer. Answering is not starting a contact.',
      'From the profile you can still send if it must be. The contact stays in the history.',
    ],
  },

  compose: {
    text: 'Message',
    counter: (n) => many(n, '1 character', `${n} characters`),
    counterSaid: (left) => many(left, '1 character left', `${left} characters left`),
    send: 'Send on WhatsApp',
    sendEmpty: 'Open a WhatsApp chat',
    sending: 'Checking',
    as: (name) => `As ${name}`,
    restore: 'Back to the campaign’s text',
    kept: 'Text kept',
    placeholder: (name) => `Hello ${name}…`,
    confirming: 'We are confirming this contact. No need to tap again.',
    unconfirmed: 'Still no answer from the server. Your text is kept; check again when the connection is better.',
    confirmAgain: 'Check again',
    failed: 'Something failed on our side. Nothing was sent and your text is kept.',
    tooFast: (seconds) => `That was many tries in a row. Wait ${seconds} s and tap again; your text is kept.`,
    profile: 'See profile',
    closed: 'This suggestion is no longer in the list.',
    closedMore: 'It was done, dismissed or passed on.',
    stale: 'This screen was out of date; we have renewed it. Check it and tap again.',
    lapsed: 'The link of this contact has run out and nothing was sent. Tap again to check the hour.',
  },

  refused: {
    title: 'Quiet hours now',
    hours: (brand, start, end) =>
      sentenceOf(
        `${brand} starts no conversations between `,
        [start],
        ' and ',
        [end],
        ', so as not to disturb customers.',
      ),
    noHours: (brand) => `${brand} starts no conversations right now, so as not to disturb customers.`,
    opens: (opens, name) => sentenceOf('From ', [opens], ` on you can talk with ${name}.`),
    never: 'No open hour is foreseen. Talk to the store’s manager.',
    kept: 'Your text and the suggestion are kept.',
    keptText: 'Your text is kept.',
    note: (note) => `On file: “${note}”`,
    zones: (city, until, local) => `In ${city} quiet hours last until ${until} (${local} on your clock).`,
    backToList: 'Back to the list',
    back: 'Back',
    why: 'Why do I see this?',
    over: 'Quiet hours are over',
    overMore: (name) => `You can write to ${name} now. Your text is kept.`,
    changed: 'Things changed while you were reading.',
  },

  warned: {
    title: 'This is not a good hour',
    clock: (time, city, until) =>
      sentenceOf(
        'It is ',
        [time],
        ` in ${city}, and these are quiet hours${until === null ? '' : ' until '}`,
        [until ?? ''],
        '. A message now may disturb, and people who are disturbed tend to block.',
      ),
    wrote: (name) =>
      `Has ${name} written to you? Answer right in the WhatsApp chat. Answering is not starting a contact.`,
    noPermission: (name) => `${name} has not yet agreed to be contacted on WhatsApp.`,
    back: 'Back',
    goOn: 'Send anyway',
    asked: 'Note a wish for no messages',
    because: 'Why now?',
    becauseFirst: 'Choose a reason to go on.',
    reasons: {
      customer_asked: 'I was asked to write',
      order_today: 'Order or delivery of today',
      live_conversation: 'Conversation under way',
      other: 'Other',
    },
    record: 'The contact stays in the history, seen by you and your manager.',
    ranOut: 'A little time has passed. Do you want to send anyway?',
    changed: 'Things changed while you were reading. Look again.',
  },

  handoff: {
    opening: 'Opening WhatsApp…',
    notOpened: 'It did not open?',
    open: 'Open WhatsApp',
    ready: (name) => `All ready for ${name}`,
    until: (time) => `The link is good until ${time}.`,
    ended: 'The time of this link is over. If you did not send, tap “Not sent”: we check the hour again.',
    text: 'Your text',
    sent: 'Did you send it?',
    sentTo: (name) => `Did you send it to ${name}?`,
    yes: 'Sent',
    no: 'Not sent',
    stop: 'Asked to stop',
    wrong: 'Wrong number',
    later: 'Answer later',
    yesDone: (name) => `Noted: contact with ${name} done.`,
    noDone: 'All right, it does not count as a contact.',
    stopDone: (ofBrand, name) => `Noted. Nobody ${ofBrand} will start a contact with ${name}.`,
    wrongDone: (name) => `Noted. The number of ${name} is marked to be checked.`,
    waiting: 'To tell how it went',
    answer: 'Answer',
    how: (name) => `How did it go with ${name}?`,
    talked: 'We talked',
    sold: 'Sold',
    noAnswer: 'No answer',
    thanks: 'Noted. Thank you!',
  },

  portfolio: {
    title: 'Customers',
    search: 'Search by name or phone',
    whose: 'Whose',
    mine: 'Mine',
    store: 'The store’s',
    since: 'No contact for',
    days: (n) => `${n} days`,
    none: 'Nobody here.',
    noneFor: (query) => `Nobody found for “${query}”.`,
    noneMore: 'Check the spelling of the name or the digits of the phone.',
    found: (n, more) => (more ? `${n} or more customers` : many(n, '1 customer', `${n} customers`)),
    of: (seller) => `with ${seller}`,
    openFor: (name) => ` the profile of ${name}`,
    wholeStore: 'Search the whole store',
    add: 'New customer',
  },

  profile: {
    label: 'Profile',
    since: (when) => `Customer since ${when}`,
    bought: (n) => many(n, '1 purchase', `${n} purchases`),
    noPurchases: 'No purchase on record.',
    purchases: 'Latest purchases',
    notes: 'Notes',
    contacts: 'Latest contacts',
    doNotCall: (since) =>
      `The number is on the do-not-call list (since ${since}). A yes from the customer with a later date lifts that.`,
    coolDown: (name, ago, from) => `${name} was contacted ${ago}; again from ${from} on.`,
    noContacts: 'No contact yet.',
    suggestions: 'Open suggestions',
    granted: 'agrees to contact',
    store: 'Store',
    seller: 'Seller',
    birthday: 'Birthday',
    lives: 'City',
    email: 'E-mail',
    phone: 'Phone',
    landline: 'landline, no WhatsApp',
    wrongNumber: 'wrong number',
    talk: 'Talk on WhatsApp',
    stopped: (name) => `${name} asked not to receive messages. We respect that.`,
    refused: (name) => `${name} did not agree to messages. We respect that.`,
    noMobile: (name) =>
      `There is no mobile number with WhatsApp on the record of ${name}. Ask for the number at the next visit and tell your manager, who updates the record.`,
    cannot: (name, seller) => `${name} is with ${seller}.`,
    otherStore: (name, store) => `${name} is a customer of the ${store} store.`,
    state: states,
    outcome: {
      sent: 'sent',
      not_sent: 'not sent',
      stop: 'asked to stop',
      wrong_number: 'wrong number',
      talked: 'talked',
      sold: 'sold',
      no_answer: 'no answer',
    },
    by: (seller) => `by ${seller}`,
  },

  dismiss: {
    why: (name) => `Dismiss the suggestion for ${name}?`,
    notRelevant: 'Does not fit',
    alreadyTalked: 'We have talked',
    other: 'Another reason',
  },

  /** The right side of a desk while no entry is open. */
  beside: {
    attempts: {
      pick: 'Choose an attempt',
      pickMore: 'Here you read why it was put off, warned or allowed.',
    },
    portfolio: {
      pick: 'Choose a customer',
      pickMore: 'The profile opens here.',
    },
    held: {
      pick: 'Choose a message',
      pickMore: 'Its text and time open here.',
    },
    today: {
      pick: 'Choose somebody from the list',
      pickMore: 'The message opens here, ready to look over.',
    },
  },
};
