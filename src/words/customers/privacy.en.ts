/** The sentences of a customer's privacy, in English. */
import type { PrivacyWords } from './privacy.pt-BR.ts';

export const words: PrivacyWords = {
  data: 'Data of this customer',
  exportLead: 'A customer may ask for a copy of all that the brand keeps. Each copy is noted with your name.',
  exportPage: 'Download to read (HTML)',
  exportFile: 'Download the data (JSON)',
  erase: 'Erase for good',
  eraseLead: (name) =>
    `For when ${name} asks to leave, or the customer should no longer be here. This cannot be undone.`,
  eraseTitle: (name) => `Erase ${name} for good?`,
  noUndo: 'This cannot be undone, not even by support.',
  vanishes: 'Vanishes everywhere',
  vanishing: [
    'Name, number, e-mail, address, birthday and code',
    'Notes, tags and the texts of messages',
    'Purchases and suggestions',
    'Messages kept for later: they are cancelled, and those who kept them are told',
    'Files that wait to be imported: they must be sent again',
  ],
  stays: 'Stays, without saying who it was',
  staying: [
    'The record of decisions, with times and who decided',
    'A wish for no messages: it holds for the number if it returns, but nobody can read the number',
    'Who erased, when and why',
  ],
  reason: 'Reason',
  chooseReason: 'Choose the reason',
  reasons: {
    asked: 'The person asked for it',
    mistake: 'Added by mistake',
    left: 'No longer a customer',
    other: 'Another reason',
  },
  otherReason: 'Which reason?',
  otherReasonHint: 'Without name or number: the reason is kept.',
  missingReason: 'Give the reason.',
  keep: 'Keep the customer',
  erased: 'Customer erased for good.',
  unreached: 'No answer from the server. Look whether the customer still exists before you try again.',
  log: 'Customers’ data: copies and erasures',
  logLead: 'Each copy of a customer’s data and each erasure is listed here, with who did it, when and why.',
  logEmpty: 'There were no copies and no erasures yet.',
  logEntry: {
    export: (name) =>
      name === null ? 'Copy of the data of a customer who is erased by now' : `Copy of ${name}’s data`,
    erasure: () => 'Customer erased for good',
  },
  logReason: (reason) => `Reason: ${reason}`,
  logMore: 'Show earlier ones',
  openLog: 'See copies and erasures',
};
