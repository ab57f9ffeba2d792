/** The sentences of the demo bar, in English. */
import type { DemoBarWords } from './demo.pt-BR.ts';

export const words: DemoBarWords = {
  bar: 'Demo',
  enterAs: 'Sign in as',
  people: {
    ana: ['Ana', 'seller'],
    carla: ['Carla', 'store manager'],
    gabriela: ['Gabriela', 'brand manager'],
    sofia: ['Sofia', 'support'],
  },
  change: (name) => `${name}: sign in as somebody else`,
  clock: (time) => `The demo’s clock: ${time}`,
  now: 'now',
  tomorrow: (time) => `tomorrow ${time}`,
  other: 'Another time',
  day: 'Day',
  time: 'Time',
  go: 'Go to this time',
  skipped: 'The clock of this store skips that time. Choose another.',
  tries: 'What to try',
  lines: (morning) => [
    'As Ana, at 21:00, tap a suggestion: the app puts the contact off and keeps the text.',
    `Leave the message ready and go to ${morning}: it waits under “To send now”.`,
    'At night, open somebody from the portfolio: the app warns, and lets those go on who insist.',
  ],
  hide: 'Hide the demo’s bar',
  show: 'Show the demo’s bar',
  failed: 'That did not work. Try again.',
};
