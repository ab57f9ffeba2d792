/**
 * Lists the municipalities of the three Brazilian states with two zones: Amazonas, Pará and Pernambuco (C1). Names and
 * area codes are those of IBGE and Anatel.
 */

export interface CitiesOfZone {
  /** Two zones if the municipality is on both sides of the border. */
  readonly zones: readonly string[];
  /** The cities, separated by commas. */
  readonly cities: string;
}

/**
 * Amazonas: Law 12.876/2013 draws a line from Tabatinga to Porto Acre. Published lists name thirteen municipalities
 * west of the line, but six of them have their seat east of it. If list and line disagree, both zones count.
 */
const AMAZONAS: readonly CitiesOfZone[] = [
  {
    zones: ['America/Eirunepe'],
    cities: `
    Atalaia do Norte, Benjamin Constant, Eirunepé, Envira, Guajará, Ipixuna, Tabatinga`,
  },
  {
    zones: ['America/Eirunepe', 'America/Manaus'],
    cities: `
    Boca do Acre, Itamarati, Jutaí, Lábrea, Pauini, São Paulo de Olivença`,
  },
  {
    zones: ['America/Manaus'],
    cities: `
    Alvarães, Amaturá, Anamã, Anori, Apuí, Autazes, Barcelos, Barreirinha, Beruri, Boa Vista do Ramos, Borba,
    Caapiranga, Canutama, Carauari, Careiro, Careiro da Várzea, Coari, Codajás, Fonte Boa, Humaitá, Iranduba,
    Itacoatiara, Itapiranga, Japurá, Juruá, Manacapuru, Manaquiri, Manaus, Manicoré, Maraã, Maués, Nhamundá,
    Nova Olinda do Norte, Novo Airão, Novo Aripuanã, Parintins, Presidente Figueiredo, Rio Preto da Eva,
    Santa Isabel do Rio Negro, Santo Antônio do Içá, São Gabriel da Cachoeira, São Sebastião do Uatumã, Silves,
    Tapauá, Tefé, Tonantins, Uarini, Urucará, Urucurituba`,
  },
];

/**
 * Pará: the tz database divides the state at the river Xingu; the western part has area code 93. Both clocks have
 * agreed since 2008.
 */
const PARA: readonly CitiesOfZone[] = [
  {
    zones: ['America/Santarem'],
    cities: `
    Alenquer, Almeirim, Altamira, Aveiro, Belterra, Brasil Novo, Curuá, Faro, Itaituba, Jacareacanga, Juruti,
    Medicilândia, Mojuí dos Campos, Monte Alegre, Novo Progresso, Óbidos, Oriximiná, Placas, Porto de Moz, Prainha,
    Rurópolis, Santarém, Terra Santa, Trairão, Uruará, Vitória do Xingu`,
  },
  {
    zones: ['America/Belem'],
    cities: `
    Abaetetuba, Abel Figueiredo, Acará, Afuá, Água Azul do Norte, Anajás, Ananindeua, Anapu, Augusto Corrêa,
    Aurora do Pará, Bagre, Baião, Bannach, Barcarena, Belém, Benevides, Bom Jesus do Tocantins, Bonito, Bragança,
    Brejo Grande do Araguaia, Breu Branco, Breves, Bujaru, Cachoeira do Arari, Cachoeira do Piriá, Cametá,
    Canaã dos Carajás, Capanema, Capitão Poço, Castanhal, Chaves, Colares, Conceição do Araguaia, Concórdia do Pará,
    Cumaru do Norte, Curionópolis, Curralinho, Curuçá, Dom Eliseu, Eldorado do Carajás, Floresta do Araguaia,
    Garrafão do Norte, Goianésia do Pará, Gurupá, Igarapé-Açu, Igarapé-Miri, Inhangapi, Ipixuna do Pará, Irituia,
    Itupiranga, Jacundá, Limoeiro do Ajuru, Mãe do Rio, Magalhães Barata, Marabá, Maracanã, Marapanim, Marituba,
    Melgaço, Mocajuba, Moju, Muaná, Nova Esperança do Piriá, Nova Ipixuna, Nova Timboteua, Novo Repartimento,
    Oeiras do Pará, Ourém, Ourilândia do Norte, Pacajá, Palestina do Pará, Paragominas, Parauapebas, Pau d'Arco,
    Peixe-Boi, Piçarra, Ponta de Pedras, Portel, Primavera, Quatipuru, Redenção, Rio Maria, Rondon do Pará,
    Salinópolis, Salvaterra, Santa Bárbara do Pará, Santa Cruz do Arari, Santa Izabel do Pará, Santa Luzia do Pará,
    Santa Maria das Barreiras, Santa Maria do Pará, Santana do Araguaia, Santarém Novo, Santo Antônio do Tauá,
    São Caetano de Odivelas, São Domingos do Araguaia, São Domingos do Capim, São Félix do Xingu,
    São Francisco do Pará, São Geraldo do Araguaia, São João da Ponta, São João de Pirabas, São João do Araguaia,
    São Miguel do Guamá, São Sebastião da Boa Vista, Sapucaia, Senador José Porfírio, Soure, Tailândia, Terra Alta,
    Tomé-Açu, Tracuateua, Tucumã, Tucuruí, Ulianópolis, Vigia, Viseu, Xinguara`,
  },
];

/** Pernambuco: the islands and the mainland. */
const PERNAMBUCO: readonly CitiesOfZone[] = [
  {
    zones: ['America/Noronha'],
    cities: `
    Fernando de Noronha`,
  },
  {
    zones: ['America/Recife'],
    cities: `
    Abreu e Lima, Afogados da Ingazeira, Afrânio, Agrestina, Água Preta, Águas Belas, Alagoinha, Aliança, Altinho,
    Amaraji, Angelim, Araçoiaba, Araripina, Arcoverde, Barra de Guabiraba, Barreiros, Belém de Maria,
    Belém do São Francisco, Belo Jardim, Betânia, Bezerros, Bodocó, Bom Conselho, Bom Jardim, Bonito, Brejão,
    Brejinho, Brejo da Madre de Deus, Buenos Aires, Buíque, Cabo de Santo Agostinho, Cabrobó, Cachoeirinha, Caetés,
    Calçado, Calumbi, Camaragibe, Camocim de São Félix, Camutanga, Canhotinho, Capoeiras, Carnaíba,
    Carnaubeira da Penha, Carpina, Caruaru, Casinhas, Catende, Cedro, Chã de Alegria, Chã Grande, Condado, Correntes,
    Cortês, Cumaru, Cupira, Custódia, Dormentes, Escada, Exu, Feira Nova, Ferreiros, Flores, Floresta,
    Frei Miguelinho, Gameleira, Garanhuns, Glória do Goitá, Goiana, Granito, Gravatá, Iati, Ibimirim, Ibirajuba,
    Igarassu, Iguaracy, Ilha de Itamaracá, Inajá, Ingazeira, Ipojuca, Ipubi, Itacuruba, Itaíba, Itambé, Itapetim,
    Itapissuma, Itaquitinga, Jaboatão dos Guararapes, Jaqueira, Jataúba, Jatobá, João Alfredo, Joaquim Nabuco,
    Jucati, Jupi, Jurema, Lagoa de Itaenga, Lagoa do Carro, Lagoa do Ouro, Lagoa dos Gatos, Lagoa Grande, Lajedo,
    Limoeiro, Macaparana, Machados, Manari, Maraial, Mirandiba, Moreilândia, Moreno, Nazaré da Mata, Olinda, Orobó,
    Orocó, Ouricuri, Palmares, Palmeirina, Panelas, Paranatama, Parnamirim, Passira, Paudalho, Paulista, Pedra,
    Pesqueira, Petrolândia, Petrolina, Poção, Pombos, Primavera, Quipapá, Quixaba, Recife, Riacho das Almas,
    Ribeirão, Rio Formoso, Sairé, Salgadinho, Salgueiro, Saloá, Sanharó, Santa Cruz, Santa Cruz da Baixa Verde,
    Santa Cruz do Capibaribe, Santa Filomena, Santa Maria da Boa Vista, Santa Maria do Cambucá, Santa Terezinha,
    São Benedito do Sul, São Bento do Una, São Caetano, São João, São Joaquim do Monte, São José da Coroa Grande,
    São José do Belmonte, São José do Egito, São Lourenço da Mata, São Vicente Ferrer, Serra Talhada, Serrita,
    Sertânia, Sirinhaém, Solidão, Surubim, Tabira, Tacaimbó, Tacaratu, Tamandaré, Taquaritinga do Norte, Terezinha,
    Terra Nova, Timbaúba, Toritama, Tracunhaém, Trindade, Triunfo, Tupanatinga, Tuparetama, Venturosa, Verdejante,
    Vertente do Lério, Vertentes, Vicência, Vitória de Santo Antão, Xexéu`,
  },
];

export const SPLIT_STATES: Readonly<Record<string, readonly CitiesOfZone[]>> = {
  AM: AMAZONAS,
  PA: PARA,
  PE: PERNAMBUCO,
};
