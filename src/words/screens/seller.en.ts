/** The seller's app in English. */
import { plural } from '#words/format.ts';
import type { SellerWords } from './seller.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: SellerWords = {
  app: {
    today: 'Today',
    portfolio: 'Customers',
    held: 'Scheduled',
    heldCount: (n, more) => (more ? `More than ${n} messages wait` : many(n, '1 message waits', `${n} messages wait`)),
    myDay: 'My day',
    storeDay: 'Store’s day',
    attempts: 'Attempts',
    main: 'Screens',
    back: 'Back',
    backTo: (place) => `Back to ${place}`,
    close: 'Close',
    retry: 'Try again',
    loading: 'Loading',
    more: 'Show more',
    notHere: 'There is no such page',
    notHereWhy: 'The address has changed or is incomplete.',
    toToday: 'Go to Today',
    toStart: 'Go to the start',
    unread: 'We cannot show this right now.',
    code: (code) => `Code ${code}`,
    offlineText: 'Your text is kept. When the network is back, tap Send.',
    unreached: 'No network',
    unreachedMore: 'The app comes back by itself with the connection. Your texts are kept on this device.',
    /** `when`: the reading's date and time. */
    keptFrom: (when) => `This is the list of ${when}. Sending needs a connection; the app comes back by itself.`,
    unsaid: 'It could not be noted now. Try again.',
  },

  signIn: {
    title: 'Sign in with the store’s account',
    lead: 'Each person then uses their own PIN.',
    email: 'E-mail',
    password: 'Password',
    show: 'Show password',
    hide: 'Hide password',
    enter: 'Sign in',
    chooseTitle: 'Choose a password of your own',
    chooseLead: 'The password you were given works once. The new one needs at least 10 characters.',
    newPassword: 'New password',
    save: 'Save and sign in',
    unreached: 'We could not reach the server. Check the network and try again.',
  },

  pin: {
    title: 'Who is using this?',
    lead: (store) => `${store} store`,
    people: 'People of the store',
    manager: 'manager',
    paused: 'paused',
    yours: 'Your PIN',
    of: (name) => `PIN of ${name}`,
    erase: 'Erase the last digit',
    enter: 'Enter',
    other: 'Not you?',
    choose: (shortest) => `Choose a PIN of your own, ${shortest} to 8 digits.`,
    nameNeeded:
      'Many wrong PINs were typed in this store. To keep it safe, everybody chooses their name before the PIN.',
    chooseTitle: (name) => `Hello, ${name}`,
    chosen: 'New PIN',
    again: 'Repeat the new PIN',
    differs: 'The two are not the same. Type it again.',
    save: 'Save PIN',
    wait: (seconds) => `Wait ${seconds} s and try again.`,
    free: 'The manager can free it here',
    freeOwn: 'Free it with the store’s password',
    pausedLock: 'Session paused',
    pausedLockLead: 'Type your PIN to go on. Your text is kept.',
    needsNetwork: 'No network. The PIN needs a connection; your text is kept.',
  },

  person: {
    open: (name) => `${name}: switch, settings or sign out`,
    swap: 'Switch',
    settings: 'Settings',
    leave: 'Sign out',
  },

  quiet: {
    morning: (name) => `Good morning, ${name}`,
    afternoon: (name) => `Good afternoon, ${name}`,
    evening: (name) => `Good evening, ${name}`,
    suggested: (n) => many(n, '1 suggested contact', `${n} suggested contacts`),
    noneSuggested: 'No suggested contact for now',
    startsAt: (start, today) => (today ? `Quiet hours today from ${start}` : `Next quiet hours: ${start}`),
    startsIn: (minutes) => `Quiet hours in ${minutes} min`,
    title: 'Quiet hours',
    until: (end) => `until ${end}`,
    more: 'Nothing is lost: you can have the message ready for later.',
    forNow: 'for now',
    paused: 'Quiet hours are paused.',
    began: (end) => `Quiet hours have begun.${end === null ? '' : ` They last until ${end}.`}`,
    ended: 'Quiet hours have ended.',
    sendBefore: (start) => `On WhatsApp, send before ${start}.`,
    learn: 'Learn more',
  },

  status: {
    label: 'Your day',
    ready: (n) => many(n, '1 ready', `${n} ready`),
    news: (n) => many(n, '1 update', `${n} updates`),
    unsaid: (n) => many(n, '1 to answer', `${n} to answer`),
  },

  today: {
    suggestions: 'Suggestions',
    open: 'Open',
    openFor: (name) => ` the suggestion for ${name}`,
    lastContact: (ago) => `last contact ${ago}`,
    noContact: 'first contact',
    draft: 'text kept',
    heldFor: (when) => `Ready ${when}`,
    heldReady: 'Ready to send',
    empty: 'No suggestions for now.',
    emptyMore: 'How about a look at your customers?',
    heldUnread: 'We could not show your scheduled messages.',
    contactsUnread: 'We could not show the contacts that wait for your answer.',
    toPortfolio: 'See customers',
    notNow: 'Not now',
    dismiss: 'Dismiss',
    postponed: (name) => `${name} is back tomorrow.`,
    dismissed: (name) => `Suggestion for ${name} dismissed.`,
    undo: 'Undo',
    pick: 'Choose somebody from the list',
    pickMore: 'The message opens here, ready to look over.',
  },

  otherTab: {
    title: 'This text was changed in another tab',
    take: 'Use the other tab’s',
    keep: 'Keep mine',
    emptied: 'In the other tab it is the suggestion’s text again, or was sent already.',
  },

  attempts: {
    pick: 'Choose an attempt',
    pickMore: 'Here you read why it was put off, warned or allowed.',
  },
  customers: {
    pick: 'Choose a customer',
    pickMore: 'The profile opens here.',
  },

  held: {
    pick: 'Choose a message',
    pickMore: 'Its text and time open here.',
  },

  marks: {
    optedOut: 'asked to stop',
    refused: 'did not agree to contact',
    unknown: 'no agreement',
    unreachable: 'no mobile with WhatsApp',
  },
};
