/** Finds the screen for an address within the seller's app. */

export interface Place {
  readonly screen:
    | 'list'
    | 'suggestion'
    | 'profile'
    | 'message'
    | 'hold'
    | 'attempt'
    | 'day'
    | 'panorama'
    | 'account'
    | 'team'
    | 'work'
    | 'help'
    | 'nowhere';
  /** The id of the suggestion, the customer, the attempt or the person; empty where there is none. */
  readonly id: string;
  /** The list that the screen belongs to; null where it can be shown beside either. */
  readonly list: ListName | null;
}

/** Only managers have `attempts`. */
export type ListName = 'today' | 'portfolio' | 'held' | 'attempts';

/** The address of each list. */
export const LIST_PATHS: Readonly<Record<ListName, string>> = {
  today: '/',
  portfolio: '/carteira',
  held: '/agendados',
  attempts: '/tentativas',
};

/** The address of the screen of one's own account, and below it for support. */
const ACCOUNT = 'conta';
export const ACCOUNT_PATH = `/${ACCOUNT}`;

/** The address of the portfolio and the days off of a person, for managers. */
export const workPath = (personId: string) => `/equipe/${personId}/carteira`;

/** `isManager`: only a manager may see the attempts of the whole store, and its account. */
export function placeOf(path: string, isManager: boolean): Place {
  const [first = '', id = '', more, ...rest] = path.split('/').slice(1);
  if (rest.length > 0) return { screen: 'nowhere', id: '', list: null };
  if (first === '') return { screen: 'list', id: '', list: 'today' };
  if (first === 'carteira' && id === '') return { screen: 'list', id: '', list: 'portfolio' };
  if (first === 'agendados' && id === '') return { screen: 'list', id: '', list: 'held' };
  if (first === 'agendados' && more === undefined) return { screen: 'hold', id, list: null };
  if (isManager && first === 'tentativas' && more === undefined)
    return { screen: id === '' ? 'list' : 'attempt', id, list: 'attempts' };
  if (first === 'sugestao' && id !== '' && more === undefined) return { screen: 'suggestion', id, list: 'today' };
  if (first === 'cliente' && id !== '' && more === undefined) return { screen: 'profile', id, list: null };
  if (first === 'cliente' && id !== '' && more === 'mensagem') return { screen: 'message', id, list: null };
  if (first === 'dia' && id === '') return { screen: 'day', id: '', list: null };
  if (isManager && first === 'panorama' && more === undefined) return { screen: first, id, list: null };
  if (isManager && first === 'equipe' && more === undefined) return { screen: 'team', id, list: null };
  if (isManager && first === 'equipe' && id !== '' && more === 'carteira') return { screen: 'work', id, list: null };
  if (isManager && first === ACCOUNT && id === '') return { screen: 'account', id: '', list: null };
  if (first === 'ajuda' && id === 'horario-de-silencio' && more === undefined)
    return { screen: 'help', id: '', list: null };
  return { screen: 'nowhere', id: '', list: null };
}
