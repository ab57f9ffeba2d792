/** The address of the help article in the seller's and the brand's app. */
export const HELP_PATH = '/ajuda/horario-de-silencio';
