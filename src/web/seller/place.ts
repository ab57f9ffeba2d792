/** Where an address leads within the seller's app. */

export interface Place {
  readonly screen: 'list' | 'suggestion' | 'profile' | 'message' | 'hold' | 'day' | 'help' | 'nowhere';
  /** Of the suggestion, the customer, or the attempt that waits; empty where there is none. */
  readonly id: string;
  /** The list it belongs to; null where it may stand beside either. */
  readonly list: ListName | null;
}

export type ListName = 'today' | 'portfolio' | 'held';

/** Where each list stands. */
export const LIST_PATHS: Readonly<Record<ListName, string>> = {
  today: '/',
  portfolio: '/carteira',
  held: '/agendados',
};

export function placeOf(path: string): Place {
  const [first = '', id = '', more, ...rest] = path.split('/').slice(1);
  if (rest.length > 0) return { screen: 'nowhere', id: '', list: null };
  if (first === '') return { screen: 'list', id: '', list: 'today' };
  if (first === 'carteira' && id === '') return { screen: 'list', id: '', list: 'portfolio' };
  if (first === 'agendados' && id === '') return { screen: 'list', id: '', list: 'held' };
  if (first === 'agendados' && more === undefined) return { screen: 'hold', id, list: null };
  if (first === 'sugestao' && id !== '' && more === undefined) return { screen: 'suggestion', id, list: 'today' };
  if (first === 'cliente' && id !== '' && more === undefined) return { screen: 'profile', id, list: null };
  if (first === 'cliente' && id !== '' && more === 'mensagem') return { screen: 'message', id, list: null };
  if (first === 'dia' && id === '') return { screen: 'day', id: '', list: null };
  if (first === 'ajuda' && id === 'horario-de-silencio' && more === undefined)
    return { screen: 'help', id: '', list: null };
  return { screen: 'nowhere', id: '', list: null };
}
