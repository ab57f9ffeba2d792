/** The states of an attempt, said of the contact (`adiado`, `avisado`), in Portuguese. All lists use these words. */
import type { AttemptState } from '#rules/contact/attempt.ts';

export type AttemptStates = Readonly<Record<AttemptState, string>>;

export const states: AttemptStates = {
  refused: 'adiado',
  warned: 'avisado',
  handed_over: 'aberto no WhatsApp',
  sent: 'enviado',
  abandoned: 'não enviado',
  held: 'guardado para depois',
  ready: 'pronto para enviar',
  cancelled: 'cancelado',
  expired: 'venceu',
  failed: 'não saiu',
  unknown: 'sem confirmação',
};
