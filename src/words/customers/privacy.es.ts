/** The sentences of a customer's privacy, in Spanish. */
import type { PrivacyWords } from './privacy.pt-BR.ts';

export const words: PrivacyWords = {
  data: 'Datos de este cliente',
  exportLead:
    'Quien es cliente puede pedir una copia de todo lo que la marca guarda. Cada copia queda anotada con tu nombre.',
  exportPage: 'Descargar para leer (HTML)',
  exportFile: 'Descargar los datos (JSON)',
  erase: 'Borrar para siempre',
  eraseLead: (name) => `Para cuando ${name} pide salir, o la ficha ya no debe existir. No se puede deshacer.`,
  eraseTitle: (name) => `¿Borrar a ${name} para siempre?`,
  noUndo: 'No se puede deshacer, ni por soporte.',
  vanishes: 'Desaparece de todas partes',
  vanishing: [
    'Nombre, número, correo, dirección, nacimiento y código',
    'Notas, etiquetas y textos de los mensajes',
    'Compras y sugerencias',
    'Mensajes guardados para después: se cancelan, y se avisa a quien los guardó',
    'Archivos que esperan ser importados: habrá que enviarlos de nuevo',
  ],
  stays: 'Queda, sin decir quién es',
  staying: [
    'El registro de las decisiones, con horas y quién decidió',
    'El pedido de no recibir mensajes: vale para el número si vuelve, pero nadie puede leerlo',
    'Quién borró, cuándo y el motivo',
  ],
  reason: 'Motivo',
  chooseReason: 'Elige el motivo',
  reasons: {
    asked: 'La persona lo pidió',
    mistake: 'Se agregó por error',
    left: 'Ya no es cliente',
    other: 'Otro motivo',
  },
  otherReason: '¿Qué motivo?',
  otherReasonHint: 'Sin nombre ni número: el motivo queda guardado.',
  missingReason: 'Di el motivo.',
  keep: 'Conservar la ficha',
  erased: 'Ficha borrada para siempre.',
  unreached: 'Sin respuesta del servidor. Mira si la ficha todavía existe antes de intentarlo de nuevo.',
  log: 'Datos de clientes: copias y eliminaciones',
  logLead:
    'Cada copia de los datos de un cliente y cada ficha borrada quedan aquí, con quién lo hizo, cuándo y por qué.',
  logEmpty: 'Todavía no hubo copias ni fichas borradas.',
  logEntry: {
    export: (name) =>
      name === null ? 'Copia de los datos de una ficha que ya se borró' : `Copia de los datos de ${name}`,
    erasure: () => 'Ficha borrada para siempre',
  },
  logReason: (reason) => `Motivo: ${reason}`,
  logMore: 'Ver anteriores',
  openLog: 'Ver copias y eliminaciones',
};
