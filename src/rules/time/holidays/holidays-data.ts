/** Lists Brazil's holidays with their laws: the federal ones, optional days off, and those of the states. */

export interface HolidayRow {
  readonly name: string;
  /** `MM-DD`, days after Easter Sunday (before it where negative), or a Sunday of a month. */
  readonly on: string | number | SundayOfMonth;
  readonly source: string;
  /** The first year of the holiday; without it the holiday is old enough for every date. */
  readonly since?: number;
  /** The weekday to which a state's law moves the holiday. */
  readonly keptOn?: 'friday' | 'sunday';
  /** A holiday of even years only. */
  readonly evenYears?: true;
}

export interface SundayOfMonth {
  readonly sunday: 'first' | 'last';
  /** `MM`. */
  readonly month: string;
}

const day = (on: HolidayRow['on'], name: string, source: string, more: Partial<HolidayRow> = {}): HolidayRow => ({
  on,
  name,
  source,
  ...more,
});

const CIVIL = 'Lei 662/1949, na redação da Lei 10.607/2002';

export const NATIONAL: readonly HolidayRow[] = [
  day('01-01', 'Confraternização Universal', CIVIL),
  day(-2, 'Sexta-feira Santa', 'Lei 9.093/1995'),
  day('04-21', 'Tiradentes', CIVIL),
  day('05-01', 'Dia do Trabalho', CIVIL),
  day('09-07', 'Independência do Brasil', CIVIL),
  day('10-12', 'Nossa Senhora Aparecida', 'Lei 6.802/1980'),
  day('11-02', 'Finados', CIVIL),
  day('11-15', 'Proclamação da República', CIVIL),
  day('11-20', 'Consciência Negra', 'Lei 14.759/2023', { since: 2024 }),
  day('12-25', 'Natal', CIVIL),
];

/**
 * Election days: general elections in 2026, 2030 …, municipal ones in 2028, 2032 …. The Electoral Code makes the day a
 * national holiday; some courts say that a Sunday needs no holiday. A second round takes place only if no candidate won
 * the first.
 */
const ELECTION = 'Código Eleitoral (Lei 4.737/1965), art. 380, e Constituição, arts. 28, 29 e 77';

export const ELECTIONS: readonly HolidayRow[] = [
  day({ sunday: 'first', month: '10' }, 'Eleições, primeiro turno', ELECTION, { evenYears: true }),
  day({ sunday: 'last', month: '10' }, 'Eleições, segundo turno (onde houver)', ELECTION, { evenYears: true }),
];

const OPTIONAL_DAY = 'Ponto facultativo federal, por portaria anual';

export const OPTIONAL: readonly HolidayRow[] = [
  day(-48, 'Segunda-feira de Carnaval', OPTIONAL_DAY),
  day(-47, 'Carnaval', OPTIONAL_DAY),
  day(60, 'Corpus Christi', OPTIONAL_DAY),
];

/** Sources for days that a state's calendar names and whose law's number is not known here. */
const MAGNA = 'Data magna do estado (Lei 9.093/1995, art. 1º, II)';
const CALENDAR = 'Calendário oficial do estado';

const EVANGELICAL = 'Dia do Evangélico';
const ACRE = { keptOn: 'friday' } as const;
const CATARINA = { keptOn: 'sunday' } as const;

/**
 * All 27 states. A state holiday that always falls on a federal holiday is left out; a state without other holidays has
 * an empty list.
 */
export const STATE: Readonly<Record<string, readonly HolidayRow[]>> = {
  AC: [
    day('01-20', 'Dia do Católico', 'Lei do Acre 3.137/2016', ACRE),
    day('01-23', EVANGELICAL, 'Lei do Acre 1.538/2004', ACRE),
    day('03-08', 'Dia Internacional da Mulher', 'Lei do Acre 1.411/2001', ACRE),
    day('06-15', 'Aniversário do Acre', 'Lei do Acre 14/1964'),
    day('09-05', 'Dia da Amazônia', 'Lei do Acre 1.526/2004', ACRE),
    day('11-17', 'Tratado de Petrópolis', 'Lei do Acre 57/1965', ACRE),
  ],
  AL: [
    day('06-24', 'São João', 'Lei de Alagoas 5.508/1993'),
    day('06-29', 'São Pedro', 'Lei de Alagoas 5.509/1993'),
    day('09-16', 'Emancipação Política de Alagoas', MAGNA),
  ],
  AM: [
    day('09-05', 'Elevação do Amazonas à Categoria de Província', 'Lei do Amazonas 25/1977'),
    day('12-08', 'Nossa Senhora da Conceição', CALENDAR),
  ],
  AP: [
    day('03-19', 'São José', 'Lei do Amapá 667/2002'),
    day('05-15', 'Dia de Cabralzinho', CALENDAR),
    day('09-13', 'Criação do Território do Amapá', 'Constituição do Amapá'),
  ],
  BA: [day('07-02', 'Independência da Bahia', 'Constituição da Bahia, art. 6º, § 3º')],
  CE: [
    day('03-19', 'São José', CALENDAR),
    day('03-25', 'Data Magna do Ceará', 'Constituição do Ceará, art. 18, parágrafo único'),
  ],
  DF: [day('11-30', EVANGELICAL, 'Lei distrital 963/1995')],
  ES: [day(8, 'Nossa Senhora da Penha', 'Lei do Espírito Santo 11.010/2019')],
  GO: [
    day('07-26', 'Fundação da Cidade de Goiás', 'Lei de Goiás 20.756/2020'),
    day('10-24', 'Pedra Fundamental de Goiânia', 'Lei de Goiás 20.756/2020'),
  ],
  MA: [day('07-28', 'Adesão do Maranhão à Independência', 'Lei do Maranhão 2.457/1964')],
  MG: [],
  MS: [day('10-11', 'Criação de Mato Grosso do Sul', 'Lei de Mato Grosso do Sul 10/1979')],
  MT: [],
  PA: [day('08-15', 'Adesão do Pará à Independência', 'Lei do Pará 5.999/1996')],
  PB: [day('08-05', 'Fundação da Paraíba', 'Lei da Paraíba 3.489/1967')],
  PE: [day('03-06', 'Data Magna de Pernambuco', 'Lei de Pernambuco 16.059/2017'), day('06-24', 'São João', CALENDAR)],
  PI: [day('10-19', 'Dia do Piauí', 'Lei do Piauí 176/1937')],
  // 19 December has not been a holiday in Paraná since Lei 18.384/2014.
  PR: [],
  RJ: [
    day(-47, 'Carnaval', 'Lei do Rio de Janeiro 5.243/2008'),
    day('04-23', 'São Jorge', 'Lei do Rio de Janeiro 5.198/2008'),
  ],
  RN: [
    day('08-07', 'Dia do Rio Grande do Norte', 'Lei do Rio Grande do Norte 7.831/2000'),
    day('10-03', 'Mártires de Cunhaú e Uruaçu', 'Lei do Rio Grande do Norte 8.913/2006'),
  ],
  RO: [
    day('01-04', 'Criação de Rondônia', 'Lei de Rondônia 2.291/2010'),
    day('06-18', EVANGELICAL, 'Lei de Rondônia 1.026/2001'),
  ],
  RR: [day('10-05', 'Criação de Roraima', MAGNA)],
  RS: [day('09-20', 'Revolução Farroupilha', MAGNA)],
  SC: [
    day('08-11', 'Criação da Capitania de Santa Catarina', 'Lei de Santa Catarina 12.906/2004', CATARINA),
    day('11-25', 'Santa Catarina de Alexandria', 'Lei de Santa Catarina 12.906/2004', CATARINA),
  ],
  SE: [day('07-08', 'Emancipação Política de Sergipe', 'Constituição de Sergipe')],
  SP: [day('07-09', 'Revolução Constitucionalista', 'Lei de São Paulo 9.497/1997')],
  TO: [
    day('03-18', 'Autonomia do Tocantins', 'Lei do Tocantins 960/1998'),
    day('09-08', 'Nossa Senhora da Natividade', 'Lei do Tocantins 627/1993'),
    day('10-05', 'Criação do Tocantins', 'Lei do Tocantins 98/1989'),
  ],
};
