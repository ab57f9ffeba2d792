/** The sentences about support's own people, in English. */
import type { TeamWords } from './team.pt-BR.ts';

export const words: TeamWords = {
  title: 'Support team',
  lead: 'The people who sign in to support and see all brands.',
  active: 'Can sign in',
  inactive: 'No access',
  you: 'you',
  since: (date) => `since ${date}`,
  lastUse: (when) => `last used ${when}`,
  neverUsed: 'never signed in',
  alone: 'Only you for now',
  aloneMore: 'With a second person, support is never left without anybody.',
  deactivate: 'Deactivate',
  lostPhone: 'Lost the phone',
  reactivate: 'Activate again',
  deactivateTitle: (name) => `Deactivate ${name}?`,
  deactivateLead:
    'This person is signed out on all devices at once and cannot sign in any more. You can activate the account again later.',
  reactivateTitle: (name) => `Activate ${name} again?`,
  reactivateLead: 'This person can sign in with the former password again and see all brands.',
  deactivated: (name) => `${name} cannot sign in any more.`,
  reactivated: (name) => `${name} can sign in again.`,
  wait: (seconds) => `Wait ${seconds} s and try again.`,
  back: 'Back',
};
