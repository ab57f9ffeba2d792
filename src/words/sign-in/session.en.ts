/** The sentences for freeing a PIN, the person's menu and signing out, in English. */
import { plural } from '#words/core/format.ts';
import type { SessionWords } from './session.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: SessionWords = {
  pin: {
    whichManager: 'Which manager frees it?',
    noManager: 'This store has no manager with a PIN yet. Ask the brand’s management.',
    guessing: (store) => `Somebody may be guessing PINs in the store ${store}.`,
    guessingNames: (names) => `Wrong again and again: ${names}. Check with your team and free whoever needs it.`,
    guessingNameless: 'Many PINs were wrong. Check with your team; everybody who knows their PIN enters by name.',
    freeTitle: (name) => `Free the PIN of ${name}`,
    freeLead: 'Manager: type your own PIN.',
    managers: 'Manager’s PIN',
    freeNow: 'Free',
    freeOwnLead: 'Type the store’s password and your PIN.',
    storePassword: 'Store’s password',
    freed: (name) => `Done. ${name} can try again.`,
    notManager: 'Only the store’s manager can free it.',
  },

  person: {
    swapHint: 'Somebody else uses this device',
    pins: 'Free a PIN',
    pinsNone: 'Nobody is on pause now',
    pinsHint: (names) => `On pause: ${names}`,
    account: 'My account',
    accountOfStore: 'Store account',
    accountHint: 'Password and devices',
    secondFactorHint: 'Password, two steps and devices',
    help: 'Help',
    helpHint: 'How quiet hours work',
    settingsHint: 'Light and language',
    settingsHintPush: 'Light, language and notifications',
    leaveHint: 'Takes the store off this device',
    leaveTitle: 'Sign out?',
    leaveText: 'Customers’ data leave this device.',
    leaveDrafts: (n) => many(n, '1 kept text goes too.', `${n} kept texts go too.`),
    stay: 'Stay',
    leaveOffline: 'Without network the session ends on this device only. The data still leave it now.',
  },
};
