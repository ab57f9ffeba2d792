/** The addresses of the screens about stores. */
export const STORES_PATH = '/lojas';
export const NEW_STORE_PATH = `${STORES_PATH}/nova`;
export const OWN_STORE_PATH = '/loja';
