/** The states of an attempt, said of the contact, in Spanish. */
import type { AttemptStates } from './attempt-states.pt-BR.ts';

export const states: AttemptStates = {
  refused: 'aplazado',
  warned: 'avisado',
  handed_over: 'abierto en WhatsApp',
  sent: 'enviado',
  abandoned: 'no enviado',
  held: 'guardado para después',
  ready: 'listo para enviar',
  cancelled: 'cancelado',
  expired: 'venció',
  failed: 'no salió',
  unknown: 'sin confirmación',
};
