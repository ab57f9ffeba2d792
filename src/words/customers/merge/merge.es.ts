/** The sentences of merging two records of one customer, in Spanish. */
import type { MergeWords } from './merge.pt-BR.ts';

export const words: MergeWords = {
  title: '¿Ficha repetida?',
  lead: (name) => `Si ${name} está dos veces en la marca, une las fichas. Se puede deshacer durante un día.`,
  open: 'Unir con otra ficha',
  merged: (name, at, by) => `Unida con ${name} ${at}, por ${by}.`,
  undo: 'Deshacer',
  undoOf: (name) => ` la unión con ${name}`,
  pickTitle: (name) => `¿Cuál es la otra ficha de ${name}?`,
  pickLead: 'Elígela solo si es la misma persona. Comparas antes de unir.',
  likely: 'Parecen ser la misma persona',
  noLikely: 'Ninguna otra ficha parece ser de la misma persona. Busca por nombre o número.',
  loading: 'Buscando fichas parecidas…',
  unread: 'Ahora no se pudo buscar. Revisa internet e inténtalo de nuevo.',
  again: 'Intentar de nuevo',
  search: 'Buscar por nombre o número',
  found: 'Encontradas',
  noneFound: 'Ninguna ficha con ese nombre o número.',
  signs: { number: 'número parecido', birthday: 'mismo cumpleaños', email: 'mismo correo', name: 'mismo nombre' },
  compare: (name) => `Comparar con ${name}`,
  back: 'Volver',
  compareTitle: '¿Unir estas dos fichas?',
  stays: 'Queda',
  goes: 'Sale',
  kept: 'queda',
  swap: 'Cambiar: quedarse con la otra',
  fields: {
    name: 'Nombre',
    phone: 'Celular',
    email: 'Correo',
    lives: 'Ciudad',
    bornOn: 'Cumpleaños',
    seller: 'Quién atiende',
    store: 'Tienda',
    permission: 'Autoriza mensajes',
    tags: 'Etiquetas',
    note: 'Notas',
  },
  states: { granted: 'Sí', refused: 'No', unknown: 'No lo sabemos' },
  empty: '—',
  happens: 'Qué pasa',
  fills: 'Lo que le falta a la ficha que queda viene de la otra. Quedan las notas y etiquetas de las dos.',
  bothNumbers: 'Los dos números siguen conocidos: una búsqueda o una importación encuentra la ficha que queda.',
  history: 'Compras, contactos y pedidos de silencio de las dos valen para la ficha que queda.',
  refused: 'Una de las dos no quiere mensajes: vale para la ficha que queda. Los mensajes programados se cancelan.',
  listed: 'Uno de los números está en la lista “No me llames”: vale para la ficha que queda.',
  heldMoved: (count) =>
    count === 1
      ? '1 mensaje programado sigue, para la ficha que queda.'
      : `${count} mensajes programados siguen, para la ficha que queda.`,
  heldEnded: (count) =>
    count === 1
      ? '1 mensaje programado se cancela, y quien lo guardó se entera.'
      : `${count} mensajes programados se cancelan, y quienes los guardaron se enteran.`,
  suggestions: (count) =>
    count === 1
      ? '1 sugerencia sigue, para la ficha que queda.'
      : `${count} sugerencias siguen, para la ficha que queda.`,
  merge: 'Unir',
  done: (name) => `Fichas unidas en ${name}.`,
  undone: 'Las fichas están separadas de nuevo.',
  unsaid: 'La respuesta no llegó. Actualiza la pantalla para ver cómo quedó.',
};
