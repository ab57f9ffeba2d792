/** The sentences with which people choose their mails, in Spanish. */
import type { MailChoiceWords } from './mail-choices.pt-BR.ts';

export const words: MailChoiceWords = {
  title: 'Correos',
  lead: 'Lo que avisamos por correo. Desactiva lo que no quieras recibir.',
  kinds: {
    ticket_opened: { name: 'Tickets nuevos', says: 'Cuando una marca abre un ticket.' },
    ticket_message: { name: 'Mensajes en tickets', says: 'Cuando una marca escribe en un ticket.' },
    ticket_answered: { name: 'Respuestas del soporte', says: 'Cuando el soporte responde a un ticket tuyo.' },
    hours_changed: {
      name: 'Cambios del Horario de Silencio',
      says: 'Cuando el soporte publica, pausa o retoma el horario.',
    },
    week_summary: {
      name: 'Resumen de la semana',
      says: 'Cada lunes: tres números frente a la semana anterior y un punto para mirar.',
    },
  },
  always: 'Los avisos sobre la contraseña y la verificación en dos pasos llegan siempre, para proteger tu cuenta.',
  unreached: 'El servidor no respondió. Inténtalo de nuevo cuando vuelva internet.',

  changing: 'Guardando tu elección',
  offTitle: 'Correos desactivados',
  off: (name) => `Ya no recibes “${name}”.`,
  turnOn: 'Recibirlos de nuevo',
  onTitle: 'Correos activados',
  on: (name) => `Recibes “${name}” de nuevo.`,
  turnOff: 'Desactivar',
  more: 'En Mi cuenta eliges todos los correos.',
  incompleteTitle: 'El enlace está incompleto',
  incomplete: 'Abre de nuevo el enlace entero del correo.',
  again: 'Intentar de nuevo',
  toOto: 'Abrir Oto',
};
