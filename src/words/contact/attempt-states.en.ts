/** The states of an attempt, said of the contact, in English. */
import type { AttemptStates } from './attempt-states.pt-BR.ts';

export const states: AttemptStates = {
  refused: 'put off',
  warned: 'warned',
  handed_over: 'opened in WhatsApp',
  sent: 'sent',
  abandoned: 'not sent',
  held: 'kept for later',
  ready: 'ready to send',
  cancelled: 'cancelled',
  expired: 'ran out',
  failed: 'did not leave',
  unknown: 'unconfirmed',
};
