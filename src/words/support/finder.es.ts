/** The sentences of support's finder and its keyboard shortcuts, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { FinderWords } from './finder.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: FinderWords = {
  title: 'Encontrar en soporte',
  field: 'Marca, ticket, recibo o intento',
  placeholder: 'Aurora, ticket 7, recibo 1.204…',
  hint: 'Escribe el nombre de una marca, el número de un ticket o de un recibo, o pega el código de un intento.',
  results: 'Resultados',
  groups: { brand: 'Marcas', ticket: 'Tickets', receipt: 'Recibos', attempt: 'Intentos' },

  meant: {
    name: (text) => `Marca con “${text}” en el nombre`,
    number: { both: (n) => `Ticket o recibo ${n}`, ticket: (n) => `Ticket ${n}`, receipt: (n) => `Recibo ${n}` },
    everywhere: 'en todas las marcas',
    within: (brands) => `en ${brands}`,
    unknownBrand: (text) => `Ninguna marca con “${text}” en el nombre.`,
    id: {
      ticket: 'Ticket con este código',
      attempt: 'Intento con este código',
      either: 'Intento o ticket con este código',
    },
  },
  searching: 'Buscando…',
  found: (n) => many(n, '1 resultado', `${n} resultados`),
  none: 'No se encontró nada.',
  noneMore: 'Para buscar por cliente o vendedor, abre los intentos de la marca.',
  more: 'Hay más marcas con este número. Escribe también el nombre de la marca.',
  failed: 'No pudimos buscar ahora.',
  receipt: (number) => `Recibo ${number}`,
  attempt: 'Intento de contacto',
  opensAttempt: 'abre el intento',
  close: 'Cerrar',
  keys: 'Las flechas eligen · Enter abre · Esc cierra',
};
