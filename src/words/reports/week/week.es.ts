/** The sentences of the summary of a week, on the Panorama and by mail, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { WeekWords } from './week.pt-BR.ts';

export const words: WeekWords = {
  title: 'Resumen de la semana',
  loading: 'Cargando',
  dates: (from, to) => `${from} a ${to}`,
  figures: {
    sent: 'Contactos enviados',
    eveningsWorked: 'Noches de trabajo',
    sentAfterWarning: 'Enviados tras el aviso',
    answered: 'Conversaciones o ventas',
    outsideHours: 'Con la tienda cerrada',
  },
  meanings: {
    sent: 'Conversaciones abiertas en WhatsApp, sin las que la persona dijo no haber enviado.',
    eveningsWorked: 'Cada persona y cada noche en que alguien habló con un cliente tras empezar el silencio.',
    sentAfterWarning: 'Contactos que siguieron después de un aviso.',
    answered: 'Contactos en los que quien vende marcó Conversó o Vendió.',
    outsideHours: 'Contactos con la tienda cerrada. Las tiendas sin horario no entran.',
  },
  compared: {
    more: (n) => `${n} más que la semana anterior`,
    less: (n) => `${n} menos que la semana anterior`,
    same: 'igual que la semana anterior',
    none: 'todavía no hay con qué comparar',
  },
  highlights: {
    evenings_rose: ({ store, now, before }) =>
      `Para mirar: en la tienda ${store}, las noches de trabajo pasaron de ${before} a ${now}.`,
    outside_hours: ({ store, now }) =>
      `Para mirar: en la tienda ${store}, ${now} contactos salieron con la tienda cerrada.`,
    stops_rose: ({ now, before }) =>
      `Para mirar: ${now} clientes de cada mil contactos pidieron no recibir más, y la semana anterior ${before}.`,
    evenings_fell: ({ now, before }) => `Buena noticia: las noches de trabajo bajaron de ${before} a ${now}.`,
    evenings_spared: ({ now, count }) =>
      `Buena noticia: el silencio le ahorró al equipo ${plural('es', count, { one: '1 noche', other: `${now} noches` })}.`,
    few: () => 'Fueron pocos contactos para sacar conclusiones.',
    calm: () => 'Una semana tranquila: nada fuera de lo común.',
  },
  definitions: 'Qué cuenta cada número',
  cautious:
    'Un cambio solo se señala cuando el azar rara vez lo explica. Las noches solo se comparan con una semana de tantas noches de silencio.',
  open: 'Ver la semana',
  preview: 'Vista previa del correo',
  previewHide: 'Ocultar la vista previa',
  previewTo: (email) => `Para ${email}, el lunes por la mañana, con la tienda abierta y fuera del silencio.`,
  wanted: 'Recibir el resumen por correo',
  unreached: 'El servidor no respondió. Inténtalo de nuevo cuando vuelva internet.',
  subject: (where, dates) => `Resumen de la semana: ${where}, ${dates}`,
  ofBrand: (brand, dates) => `La semana ${brand}, ${dates}:`,
  ofStore: (store, dates) => `La semana de la tienda ${store}, ${dates}:`,
};
