/** Where the help article stands in the seller's and the brand's app. */
export const HELP_PATH = '/ajuda/horario-de-silencio';
