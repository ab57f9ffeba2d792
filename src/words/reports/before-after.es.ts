/** The sentences of the weeks before and after a change of the quiet hours, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { BeforeAfterWords } from './before-after.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: BeforeAfterWords = {
  title: 'Antes y después',
  loading: 'Cargando',
  cut: 'Cambio',
  versions: 'Versiones del horario de silencio',
  activation: (when) => `Activación, ${when}`,
  version: (number, when) => `Versión ${number}, ${when}`,
  measures: {
    late: 'Contactos en las horas de silencio',
    outside: 'Contactos con la tienda cerrada',
    stopped: 'Pedidos de no recibir más',
    answered: 'Conversaciones o ventas',
    contacts: 'Contactos por día',
  },
  meanings: {
    late: 'De cada 100 contactos, cuántos salieron en las horas que esta versión deja en silencio, antes y después de ella.',
    outside: 'De cada 100 contactos, cuántos salieron con la tienda cerrada. Las tiendas sin horario no entran.',
    stopped: 'De cada 100 contactos, en cuántos quien vende marcó Pidió no recibir más.',
    answered: 'De cada 100 contactos, en cuántos quien vende marcó Conversó o Vendió.',
    contacts: 'Contactos enviados por día. El equipo y la época del año también cambian este número.',
  },
  noBase: 'Todavía no hay base de comparación.',
  noVersion: 'La marca todavía no tuvo horario de silencio.',
  noBefore: 'No hay una semana entera con contactos antes de este cambio.',
  noAfter: 'Todavía no hay una semana entera con contactos después de este cambio.',
  other: 'Elige otro cambio.',
  before: 'Antes',
  after: 'Después',
  sides: (before, after) =>
    `${many(before, '1 semana entera', `${before} semanas enteras`)} antes y ${after} después. El día del cambio queda fuera.`,
  interval: (value, low, high) => `${value} (entre ${low} y ${high})`,
  verdicts: {
    less: 'Bajó: la diferencia es mayor de lo que suele explicar el azar.',
    more: 'Subió: la diferencia es mayor de lo que suele explicar el azar.',
    alike: 'Estos números no muestran diferencia.',
    few: 'Pocos contactos para concluir. Solo concluimos con 100 contactos y 2 semanas enteras de cada lado.',
  },
  noVerdict: 'Sin conclusión aquí: el equipo y la época del año también cambian este número.',
  how: 'Cómo leerlo',
  howMore:
    'Cada punto es una semana entera, contada desde el cambio. La línea es el intervalo en el que suele estar el valor verdadero, en 95 de 100 casos: pocos contactos, línea larga. Solo comparamos con la versión anterior y paramos en la siguiente.',
  chart: (measure, before, after) =>
    `${measure}, semana a semana. Antes: ${before}. Después: ${after}. Todos los números están en la tabla.`,
  cutHere: 'cambio',
  table: 'Ver en tabla',
  tableHide: 'Ocultar tabla',
  week: 'Semana',
  value: 'Valor',
  between: 'Intervalo',
  number: 'Contactos',
  numberOf: (part, of) => `${part} de ${of}`,
  ofDays: (part, days) => `${part} en ${days} días`,
  open: ', ver la lista',
  nothing: 'sin contactos',
};
