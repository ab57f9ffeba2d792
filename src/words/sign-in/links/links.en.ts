/** The sentences of the screens that a one-time link opens, and of a forgotten password, in English. */
import type { LinkWords } from './links.pt-BR.ts';

export const words: LinkWords = {
  opening: 'Opening the link',
  language: 'Language',
  toSignIn: 'Go to the sign-in',
  again: 'Try again',
  unreached: 'We could not reach the server. Check your connection and try again.',
  incompleteTitle: 'The link is incomplete',
  incomplete: 'Open the whole link again, as you received it.',
  wait: (seconds) => `Wait ${seconds} s and try again.`,

  name: 'Your name',
  email: 'E-mail',
  password: 'Password',
  newPassword: 'New password',
  rules: 'At least 10 characters. A sentence that is easy to remember does well.',
  short: (missing) => (missing === 1 ? '1 more character.' : `${missing} more characters.`),
  show: 'Show password',
  hide: 'Hide password',

  welcome: {
    title: 'Welcome to Oto',
    first: 'You are going to be the first person of support. Say who you are and choose a password.',
    invited: (name) => `${name}, choose a password to sign in.`,
    enter: 'Save and sign in',
    readyTitle: 'Your account is ready',
    ready: 'Sign in with the e-mail and the password that you chose.',
    signIn: 'Sign in',
  },

  reset: {
    title: 'Choose a new password',
    lead: 'When you save, this account is signed out on all devices.',
    save: 'Save the password',
    doneTitle: 'Password saved',
    done: 'The account was signed out on all devices. Sign in with the new password.',
    signIn: 'Sign in',
  },

  forgot: {
    title: 'Forgot your password?',
    lead: 'Say the account’s e-mail. If there is one, we mail a link for choosing a new password.',
    unmailed: 'No e-mails are sent here. For an account of your own, ask support for a link for a new password.',
    unmailedStore: 'For the store’s account, ask the brand’s manager for a new password.',
    send: 'Send the link',
    sentTitle: 'Look at your e-mail',
    sent: (email) => `If ${email} has an account, the link arrives in a few minutes and is valid for 24 hours.`,
    notCome: 'Did it not arrive? Look in the spam folder, or ask support for a link.',
    back: 'Back to the sign-in',
  },
};
