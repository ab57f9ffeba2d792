/** Lists the states and the zones of Brazil, for choices. */

/** The zones of Brazil, the one with the most inhabitants first, then from east to west. */
export const ZONES_OF_BRAZIL = [
  'America/Sao_Paulo',
  'America/Noronha',
  'America/Recife',
  'America/Maceio',
  'America/Bahia',
  'America/Fortaleza',
  'America/Belem',
  'America/Araguaina',
  'America/Santarem',
  'America/Campo_Grande',
  'America/Cuiaba',
  'America/Manaus',
  'America/Boa_Vista',
  'America/Porto_Velho',
  'America/Eirunepe',
  'America/Rio_Branco',
] as const;

export const STATES_OF_BRAZIL =
  'AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO'.split(' ');
