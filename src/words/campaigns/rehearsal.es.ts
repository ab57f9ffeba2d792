/** The sentences of a campaign's rehearsal, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { RehearsalWords } from './rehearsal.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);

export const words: RehearsalWords = {
  title: 'Cómo será, día a día',
  lead: 'Vea lo que será esta campaña en cada día, antes de guardarla.',
  leadSaved: 'Vea lo que será esta campaña en cada día, de aquí en adelante.',
  open: 'Ver cómo será',
  close: 'Cerrar',
  working: 'Calculando los próximos días…',
  first: 'Primeras cifras, de algunas tiendas. El cálculo completo llega en un momento.',
  unread: 'No pudimos calcular ahora.',
  again: 'Intentar de nuevo',
  correct: 'Corrija los campos con aviso para ver cómo será.',
  total: (n) => `${customers(n)} en el período`,
  suggested: (n) => many(n, '1 sugerido', `${n} sugeridos`),
  sent: (n) => many(n, '1 enviado', `${n} enviados`),
  held: (n) => many(n, '1 queda para después del silencio', `${n} quedan para después del silencio`),
  lastServed: (date) => `El último contacto sale el ${date}.`,
  nobody: 'Con estos filtros nadie recibe la sugerencia en este período.',
  chart: 'Contactos enviados por día. Elija un día para ver las horas.',
  days: 'Días de la campaña',
  day: (date, sent, suggested, held) =>
    `${date}: ${many(sent, '1 enviado', `${sent} enviados`)}, ${many(suggested, '1 sugerido', `${suggested} sugeridos`)}, ${held} para después del silencio`,
  hours: (date) => `Contactos enviados por hora el ${date}, en el reloj de cada tienda`,
  legend: { sent: 'enviados', quiet: 'Horario de Silencio' },
  table: 'Cifras por día',
  head: { date: 'Día', suggested: 'Sugeridos', held: 'Para después', ready: 'Quedan listos', sent: 'Enviados' },
  hourTable: 'Cifras por hora',
  hourHead: { hour: 'Hora', sent: 'Enviados' },
  sellers: 'Por vendedor',
  seller: (name, n) => `${name}: ${customers(n)}`,
  moreSellers: (n) => many(n, 'y 1 persona más', `y ${n} personas más`),
  leftOut: 'Quedan fuera',
  withoutSeller: 'Sin vendedor en la tienda',
  doesNotFit: (n) => `${customers(n)} no ${n === 1 ? 'cabe' : 'caben'} en el período.`,
  unused: (n) =>
    `${many(n, '1 sugerencia queda', `${n} sugerencias quedan`)} sin uso, porque la tienda no abre a tiempo.`,
  unusedIn: (names) => `Revise el horario de: ${names}`,
  looking: 'Buscando lo que haría que quepan…',
  fits: 'Con uno de estos cambios, todos caben:',
  noFix: 'Ningún plazo de hasta 92 días ni cuota mayor hace que todos quepan. Ayudan filtros más estrechos.',
  fixTo: (date) => `Terminar el ${date}`,
  fixPerSeller: (n) => `Hasta ${n} por vendedor al día en esta campaña`,
  fixPerDay: (n) => `Hasta ${n} sugerencias por vendedor al día, en los ajustes de la marca`,
  changed: 'Borrador ajustado.',
  undo: 'Deshacer',
  since: (moment) => `Lo que cambió desde ${moment}`,
  changes: {
    draft: 'La campaña cambió.',
    hours: 'El Horario de Silencio se publicó, se pausó o se retomó.',
    stops: (n) =>
      n > 0
        ? `${customers(n)} ${n === 1 ? 'pidió' : 'pidieron'} no recibir más.`
        : `${customers(-n)} ${n === -1 ? 'volvió' : 'volvieron'} a aceptar mensajes.`,
    daysOff: (n) =>
      n > 0
        ? `${many(n, '1 día libre', `${n} días libres`)} más en el equipo.`
        : `${many(-n, '1 día libre', `${-n} días libres`)} menos en el equipo.`,
    customers: (n) => (n > 0 ? `${customers(n)} más en el período.` : `${customers(-n)} menos en el período.`),
  },
  assumes:
    'El cálculo supone que cada sugerencia se usa en su día, en el horario habitual de quien vende (o por igual en las horas abiertas), dentro del límite de contactos, y que lo que queda listo se envía en el momento.',
};
