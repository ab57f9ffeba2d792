/** The sentences with which support invites people and hands over links, in English. */
import type { AccountWords } from './accounts.pt-BR.ts';

export const words: AccountWords = {
  invite: 'Invite',
  inviteAgain: 'Invite again',
  newPassword: 'Link for a new password',
  invitations: 'Invitations',
  noInvitations: 'No open invitation.',
  managers: 'Access to the brand',
  managersLead: 'Who has an account of their own in this brand, and who is invited.',
  none: 'Nobody has an account of their own yet.',
  loading: 'Loading',
  states: {
    active: 'has an account',
    inactive: 'inactive',
    invited: 'invited',
    invitation_over: 'invitation over',
  },

  inviteSupport: 'Invite to support',
  inviteManager: (brand) => `Invite to manage: ${brand}`,
  inviteLead: 'The person gets a link that is valid for 24 hours and works once, and chooses the password.',
  name: 'Name',
  email: 'E-mail',
  language: 'Language of the e-mail',
  languages: { 'pt-BR': 'Portuguese', en: 'English', es: 'Spanish' },
  send: 'Invite',
  back: 'Back',
  sent: (email) => `Invitation sent to ${email}.`,
  resetSent: (name) => `Link for a new password sent to ${name}.`,
  unreached: 'The server did not answer. Try again when the network is back.',

  linkTitle: (name) => `Link for ${name}`,
  linkLead: 'Give this link to that person only. It is shown once, and is valid for 24 hours.',
  link: 'Link',
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'The browser did not allow copying. The link is selected: copy it here.',
  done: 'Done',
};
