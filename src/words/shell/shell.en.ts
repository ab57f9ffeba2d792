/** The sentences around every screen, in English. */
import type { ShellWords } from './shell.pt-BR.ts';

export const words: ShellWords = {
  skip: 'Skip to content',
  offline: 'No internet. You see what was already here; sending needs a connection.',
  back: (time) => `Back online. Updated at ${time}.`,
  newVersion: 'There is a new version of the app. Your text stays saved.',
  update: 'Update',
  notHere: 'This part of the app is not on this device yet. Come back to it once you are online.',
  stumbled: 'Something failed on our side. Your text is saved.',
  again: 'Try again',
  settings: 'Settings',
  close: 'Close',
  light: 'Screen light',
  lights: { follow: 'Follow the quiet hours', clara: 'Light', escura: 'Dark' },
  lightHint: 'For this device only.',
  language: 'Language',
  languageFailed: 'No internet to fetch this language. Try again in a moment.',
};
