/** The sentences of the mails that the product sends by itself, in English. */
import type { ProductMailWords } from './product-mail-words.ts';

export const words: ProductMailWords = {
  hello: (name) => `Hello ${name},`,
  off: 'Stop receiving mails of this kind',
  buttons: {
    ticket_opened: 'Open the ticket',
    ticket_message: 'Open the ticket',
    ticket_answered: 'Read the answer',
    hours_changed: 'Open in Oto',
    week_summary: 'See the week',
    password_changed: 'Choose another password',
    second_factor_removed: 'Choose another password',
  },
  after: {
    ticket_opened: 'You get this mail because you are part of Oto’s support.',
    ticket_message: 'You get this mail because you are part of Oto’s support.',
    ticket_answered: 'You get this mail because you opened the ticket or manage the brand.',
    hours_changed: 'You get this mail because you asked for the change or manage the brand.',
    week_summary: 'You get this mail once a week because you manage the brand or a store.',
    password_changed: 'We tell you whenever a password changes, to protect your account.',
    second_factor_removed: 'We tell you whenever this protection is removed.',
  },
  ticket: {
    ticket_opened: ({ the, of }, number) => ({
      subject: `Ticket ${number} ${of}`,
      line: `${the} opened ticket ${number}.`,
    }),
    ticket_message: ({ the, of }, number) => ({
      subject: `Message in ticket ${number} ${of}`,
      line: `${the} wrote in ticket ${number}.`,
    }),
    ticket_answered: ({ of }, number) => ({
      subject: `Answer to ticket ${number}`,
      line: `Oto’s support answered ticket ${number} ${of}.`,
    }),
  },
  hours: {
    publish: (of) => ({
      subject: `Quiet hours ${of}: new hours`,
      line: `Oto’s support published the quiet hours ${of}.`,
    }),
    suspend: (of) => ({ subject: `Quiet hours ${of}: paused`, line: `The quiet hours ${of} are paused.` }),
    resume: (of) => ({ subject: `Quiet hours ${of}: back`, line: `The quiet hours ${of} are in force again.` }),
    from: (when) => `They are in force from ${when}.`,
    until: (when) => `The pause lasts until ${when}.`,
    openEnd: 'The pause has no end date.',
  },
  account: {
    password_changed: {
      subject: 'The password of your account was changed',
      lines: [
        'The password of your Oto account was changed.',
        'If it was you, there is nothing to do. If not, choose another password now and tell support.',
      ],
    },
    second_factor_removed: {
      subject: 'Two-step verification was removed',
      lines: [
        'Two-step verification was removed from your Oto account.',
        'If it was you, or if you asked support for it, there is nothing to do. If not, choose another password now and tell support.',
      ],
    },
  },
};
