/** The sentences of the mails that the product sends by itself, in Spanish. */
import type { ProductMailWords } from './product-mail-words.ts';

export const words: ProductMailWords = {
  hello: (name) => `Hola, ${name}.`,
  off: 'No recibir más correos de este tipo',
  buttons: {
    ticket_opened: 'Abrir el ticket',
    ticket_message: 'Abrir el ticket',
    ticket_answered: 'Leer la respuesta',
    hours_changed: 'Abrir en Oto',
    week_summary: 'Ver la semana',
    password_changed: 'Elegir otra contraseña',
    second_factor_removed: 'Elegir otra contraseña',
  },
  after: {
    ticket_opened: 'Recibes este correo porque formas parte del soporte de Oto.',
    ticket_message: 'Recibes este correo porque formas parte del soporte de Oto.',
    ticket_answered: 'Recibes este correo porque abriste el ticket o gestionas la marca.',
    hours_changed: 'Recibes este correo porque pediste el cambio o gestionas la marca.',
    week_summary: 'Recibes este correo una vez por semana porque gestionas la marca o una tienda.',
    password_changed: 'Avisamos siempre que cambia una contraseña, para proteger tu cuenta.',
    second_factor_removed: 'Avisamos siempre que se retira esta protección.',
  },
  ticket: {
    ticket_opened: ({ the, of }, number) => ({
      subject: `Ticket ${number} ${of}`,
      line: `${the} abrió el ticket ${number}.`,
    }),
    ticket_message: ({ the, of }, number) => ({
      subject: `Mensaje en el ticket ${number} ${of}`,
      line: `${the} escribió en el ticket ${number}.`,
    }),
    ticket_answered: ({ of }, number) => ({
      subject: `Respuesta al ticket ${number}`,
      line: `El soporte de Oto respondió al ticket ${number} ${of}.`,
    }),
  },
  hours: {
    publish: (of) => ({
      subject: `Horario de Silencio ${of}: nuevo horario`,
      line: `El soporte de Oto publicó el Horario de Silencio ${of}.`,
    }),
    suspend: (of) => ({
      subject: `Horario de Silencio ${of}: en pausa`,
      line: `El Horario de Silencio ${of} está en pausa.`,
    }),
    resume: (of) => ({
      subject: `Horario de Silencio ${of}: de vuelta`,
      line: `El Horario de Silencio ${of} vuelve a valer.`,
    }),
    from: (when) => `Vale a partir de ${when}.`,
    until: (when) => `La pausa dura hasta ${when}.`,
    openEnd: 'La pausa no tiene fecha de fin.',
  },
  account: {
    password_changed: {
      subject: 'Se cambió la contraseña de tu cuenta',
      lines: [
        'Se cambió la contraseña de tu cuenta en Oto.',
        'Si fuiste tú, no tienes que hacer nada. Si no, elige otra contraseña ahora y avisa al soporte.',
      ],
    },
    second_factor_removed: {
      subject: 'Se retiró la verificación en dos pasos',
      lines: [
        'Se retiró la verificación en dos pasos de tu cuenta en Oto.',
        'Si fuiste tú, o si lo pediste al soporte, no tienes que hacer nada. Si no, elige otra contraseña ahora y avisa al soporte.',
      ],
    },
  },
};
