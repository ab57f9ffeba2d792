/**
 * Lists Brazil's area codes (DDD) by state and city: the part of Anatel's national numbering plan (PGCN) that stores
 * need.
 */
import { foldText } from '#rules/core/plain-words.ts';

/** One code for the whole state, or the folded names of the cities of each code. */
export const CODES_OF_STATE: Readonly<Record<string, string | Readonly<Record<string, readonly string[]>>>> = {
  AC: '68',
  AL: '82',
  AP: '96',
  DF: '61',
  MS: '67',
  PB: '83',
  RN: '84',
  RO: '69',
  RR: '95',
  SE: '79',
  TO: '63',
  AM: { 92: cities('Manaus, Itacoatiara, Parintins, Manacapuru'), 97: cities('Tefe, Coari, Tabatinga, Eirunepe') },
  BA: {
    71: cities('Salvador, Lauro de Freitas, Camacari, Simoes Filho'),
    73: cities('Itabuna, Ilheus, Porto Seguro, Teixeira de Freitas, Jequie'),
    74: cities('Juazeiro, Irece, Jacobina'),
    75: cities('Feira de Santana, Alagoinhas, Santo Antonio de Jesus, Paulo Afonso'),
    77: cities('Vitoria da Conquista, Barreiras, Guanambi'),
  },
  CE: { 85: cities('Fortaleza, Caucaia, Maracanau, Eusebio'), 88: cities('Juazeiro do Norte, Sobral, Crato, Iguatu') },
  ES: {
    27: cities('Vitoria, Vila Velha, Serra, Cariacica, Linhares, Guarapari'),
    28: cities('Cachoeiro de Itapemirim'),
  },
  GO: {
    61: cities('Luziania, Valparaiso de Goias, Aguas Lindas de Goias, Formosa'),
    62: cities('Goiania, Aparecida de Goiania, Anapolis, Trindade, Senador Canedo'),
    64: cities('Rio Verde, Itumbiara, Caldas Novas, Jatai, Catalao'),
  },
  MA: { 98: cities('Sao Luis, Sao Jose de Ribamar'), 99: cities('Imperatriz, Caxias, Timon, Balsas') },
  MG: {
    31: cities('Belo Horizonte, Contagem, Betim, Ipatinga, Ribeirao das Neves, Sete Lagoas, Ouro Preto, Nova Lima'),
    32: cities('Juiz de Fora, Barbacena, Muriae, Uba, Sao Joao del Rei'),
    33: cities('Governador Valadares, Teofilo Otoni, Caratinga'),
    34: cities('Uberlandia, Uberaba, Araguari, Patos de Minas, Ituiutaba, Araxa'),
    35: cities('Pocos de Caldas, Pouso Alegre, Varginha, Lavras, Itajuba, Passos'),
    37: cities('Divinopolis, Para de Minas, Nova Serrana, Itauna'),
    38: cities('Montes Claros, Diamantina'),
  },
  MT: { 65: cities('Cuiaba, Varzea Grande, Caceres'), 66: cities('Rondonopolis, Sinop, Sorriso, Barra do Garcas') },
  PA: {
    91: cities('Belem, Ananindeua, Castanhal'),
    93: cities('Santarem, Altamira, Itaituba'),
    94: cities('Maraba, Parauapebas, Redencao, Tucurui'),
  },
  PE: {
    81: cities(
      'Recife, Olinda, Jaboatao dos Guararapes, Paulista, Caruaru, Cabo de Santo Agostinho, Fernando de Noronha',
    ),
    87: cities('Petrolina, Garanhuns, Serra Talhada'),
  },
  PI: { 86: cities('Teresina, Parnaiba'), 89: cities('Picos, Floriano') },
  PR: {
    41: cities('Curitiba, Sao Jose dos Pinhais, Colombo, Paranagua'),
    42: cities('Ponta Grossa, Guarapuava'),
    43: cities('Londrina, Apucarana, Arapongas, Cambe'),
    44: cities('Maringa, Umuarama, Campo Mourao, Paranavai'),
    45: cities('Cascavel, Foz do Iguacu, Toledo'),
    46: cities('Pato Branco, Francisco Beltrao'),
  },
  RJ: {
    21: cities(
      'Rio de Janeiro, Niteroi, Sao Goncalo, Duque de Caxias, Nova Iguacu, Sao Joao de Meriti, Teresopolis, Marica',
    ),
    22: cities('Campos dos Goytacazes, Macae, Cabo Frio, Nova Friburgo, Armacao dos Buzios, Rio das Ostras'),
    24: cities('Petropolis, Volta Redonda, Barra Mansa, Angra dos Reis, Resende, Paraty'),
  },
  RS: {
    51: cities('Porto Alegre, Canoas, Gravatai, Novo Hamburgo, Sao Leopoldo, Viamao, Santa Cruz do Sul, Lajeado'),
    53: cities('Pelotas, Rio Grande, Bage'),
    54: cities('Caxias do Sul, Passo Fundo, Bento Goncalves, Gramado, Canela, Erechim'),
    55: cities('Santa Maria, Uruguaiana, Santana do Livramento, Ijui, Santo Angelo'),
  },
  SC: {
    47: cities('Joinville, Blumenau, Balneario Camboriu, Itajai, Jaragua do Sul, Brusque'),
    48: cities('Florianopolis, Sao Jose, Criciuma, Palhoca, Tubarao'),
    49: cities('Chapeco, Lages, Concordia'),
  },
  SP: {
    11: cities(
      'Sao Paulo, Guarulhos, Sao Bernardo do Campo, Santo Andre, Sao Caetano do Sul, Osasco, Maua, Diadema, Barueri, Jundiai, Mogi das Cruzes, Suzano, Cotia, Taboao da Serra, Atibaia, Braganca Paulista, Itu',
    ),
    12: cities(
      'Sao Jose dos Campos, Taubate, Jacarei, Pindamonhangaba, Guaratingueta, Caraguatatuba, Campos do Jordao, Ubatuba',
    ),
    13: cities('Santos, Sao Vicente, Guaruja, Praia Grande, Cubatao, Registro'),
    14: cities('Bauru, Marilia, Jau, Botucatu, Ourinhos, Avare, Lins'),
    15: cities('Sorocaba, Itapetininga, Votorantim, Tatui, Itapeva'),
    16: cities('Ribeirao Preto, Franca, Araraquara, Sao Carlos, Sertaozinho, Jaboticabal'),
    17: cities('Sao Jose do Rio Preto, Barretos, Catanduva, Votuporanga, Fernandopolis'),
    18: cities('Presidente Prudente, Aracatuba, Assis, Birigui, Dracena'),
    19: cities(
      'Campinas, Piracicaba, Limeira, Americana, Sumare, Hortolandia, Indaiatuba, Santa Barbara d Oeste, Rio Claro, Valinhos, Vinhedo, Paulinia, Mogi Guacu, Araras',
    ),
  },
};

function cities(names: string): readonly string[] {
  return names.split(', ').map(foldText);
}
