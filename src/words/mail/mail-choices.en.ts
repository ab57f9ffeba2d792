/** The sentences with which people choose their mails, in English. */
import type { MailChoiceWords } from './mail-choices.pt-BR.ts';

export const words: MailChoiceWords = {
  title: 'Mails',
  lead: 'What we tell you by mail. Switch off what you do not want.',
  kinds: {
    ticket_opened: { name: 'New tickets', says: 'When a brand opens a ticket.' },
    ticket_message: { name: 'Messages in tickets', says: 'When a brand writes in a ticket.' },
    ticket_answered: { name: 'Answers of support', says: 'When support answers a ticket of yours.' },
    hours_changed: {
      name: 'Changes of the quiet hours',
      says: 'When support publishes, pauses or resumes the quiet hours.',
    },
    week_summary: {
      name: 'The week in short',
      says: 'Each Monday: three numbers against the week before, and one thing to notice.',
    },
  },
  always: 'Mails about the password and two-step verification always come, to protect your account.',
  unreached: 'The server did not answer. Try again when you are back online.',

  changing: 'Saving your choice',
  offTitle: 'Mails switched off',
  off: (name) => `You no longer get “${name}”.`,
  turnOn: 'Get them again',
  onTitle: 'Mails switched on',
  on: (name) => `You get “${name}” again.`,
  turnOff: 'Switch off',
  more: 'In My account you choose all mails.',
  incompleteTitle: 'The link is incomplete',
  incomplete: 'Open the whole link of the mail again.',
  again: 'Try again',
  toOto: 'Open Oto',
};
