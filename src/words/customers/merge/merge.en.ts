/** The sentences of merging two records of one customer, in English. */
import type { MergeWords } from './merge.pt-BR.ts';

export const words: MergeWords = {
  title: 'Here twice?',
  lead: (name) => `If ${name} is in the brand twice, merge the two. It can be undone for a day.`,
  open: 'Merge with another customer',
  merged: (name, at, by) => `Merged with ${name} ${at}, by ${by}.`,
  undo: 'Undo',
  undoOf: (name) => ` the merge with ${name}`,
  pickTitle: (name) => `Which is the other record of ${name}?`,
  pickLead: 'Choose it only if it is the same person. You compare before you merge.',
  likely: 'These seem to be the same person',
  noLikely: 'No other customer seems to be the same person. Search by name or number.',
  loading: 'Looking for similar customers…',
  unread: 'The search did not work just now. Check the internet and try again.',
  again: 'Try again',
  search: 'Search by name or number',
  found: 'Found',
  noneFound: 'No customer with this name or number.',
  signs: { number: 'similar number', birthday: 'same birthday', email: 'same e-mail', name: 'same name' },
  compare: (name) => `Compare with ${name}`,
  back: 'Back',
  compareTitle: 'Merge these two customers?',
  stays: 'Stays',
  goes: 'Goes',
  kept: 'stays',
  swap: 'Swap: keep the other one',
  fields: {
    name: 'Name',
    phone: 'Mobile number',
    email: 'E-mail',
    lives: 'City',
    bornOn: 'Birthday',
    seller: 'Seller',
    store: 'Store',
    permission: 'Allows messages',
    tags: 'Tags',
    note: 'Notes',
  },
  states: { granted: 'Yes', refused: 'No', unknown: 'Not known' },
  empty: '—',
  happens: 'What happens',
  fills: 'What the remaining customer lacks comes from the other one. Notes and tags of both stay.',
  bothNumbers: 'Both numbers stay known: a search or an import finds the remaining customer.',
  history: 'Purchases, contacts and asked silences of both count for the remaining customer.',
  refused: 'One of the two wants no messages: this holds for the remaining customer. Scheduled messages are cancelled.',
  listed: 'One of the numbers is on the do-not-call list: this holds for the remaining customer.',
  heldMoved: (count) =>
    count === 1
      ? '1 scheduled message goes on, for the remaining customer.'
      : `${count} scheduled messages go on, for the remaining customer.`,
  heldEnded: (count) =>
    count === 1
      ? '1 scheduled message is cancelled, and its seller is told.'
      : `${count} scheduled messages are cancelled, and their sellers are told.`,
  suggestions: (count) =>
    count === 1
      ? '1 suggestion goes on, for the remaining customer.'
      : `${count} suggestions go on, for the remaining customer.`,
  merge: 'Merge',
  done: (name) => `Merged into ${name}.`,
  undone: 'The customers are separate again.',
  unsaid: 'The answer did not arrive. Refresh the screen to see the result.',
};
