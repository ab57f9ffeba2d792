/** The sentences of the screen of one's own account and of the warnings about wrong passwords, in English. */
import { plural } from '#words/core/format.ts';
import type { AccountWords } from './account.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: AccountWords = {
  mine: 'My account',
  ofStore: 'Store account',
  back: 'Start',
  loading: 'Opening the account…',
  unread: 'We could not open the account.',
  unreached: 'No answer from the server. Try again when you are back online.',
  again: 'Try again',
  code: (code) => `Code for support: ${code}`,
  name: 'Name',
  email: 'E-mail',
  toStore: 'The store and its hours',

  password: 'Password',
  passwordLead: 'When you change the password, the account is signed out on all other devices.',
  current: 'Current password',
  next: 'New password',
  rules: '10 to 128 characters, as you like. Sentences are fine. The most common passwords are refused.',
  tooShort: (missing) => many(missing, '1 more character is needed.', `${missing} more characters are needed.`),
  tooLong: 'A password has at most 128 characters.',
  show: 'Show the passwords',
  hide: 'Hide the passwords',
  change: 'Change the password',
  changed: 'Password changed. The other devices are signed out.',
  wait: (seconds) => many(seconds, 'Wait 1 second.', `Wait ${seconds} seconds.`),

  sessions: 'Where the account is signed in',
  here: 'this device',
  lastUsed: (when) => `Last used: ${when}`,
  began: (when) => `Signed in: ${when}`,
  end: 'End',
  endOf: (device) => ` the session of ${device}`,
  ended: (device) => `Session ended: ${device}.`,
  onlyHere: 'On no other device.',
  endOthers: 'End the others',
  othersEnded: 'The other sessions have ended.',
  endAll: 'End all, this one too',
  endAllTitle: 'End all sessions?',
  endAllText: 'The account is signed out on all devices, this one too. Data and drafts leave this device.',
  stay: 'Stay',

  wrong: (n, since) =>
    many(
      n,
      `There was 1 try with a wrong password since ${since}.`,
      `There were ${n} tries with a wrong password since ${since}.`,
    ),
  wrongMore: 'If that was not you, change the password.',
  toAccount: 'Open the account',
  close: 'Close',
  guessing: (account) => `Somebody may be guessing the password of the account ${account}.`,
  guessingMore: (n, since) => many(n, `1 wrong password since ${since}.`, `${n} wrong passwords since ${since}.`),
  guessingAsk: 'Check with the person who uses it.',
};
