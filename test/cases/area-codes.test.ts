/** Tests the zones that are derived from phone numbers and addresses (C1, C2, C5). The tables can be compared with a map. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getCountries, getExampleNumber, isValidPhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { linesOf } from '#kit/case-tables.ts';
import { zonesOfCustomer } from '#rules/customers/customer-zone.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { DDDS, zonesOfNumber } from '#rules/time/zones/area-codes.ts';
import { SPLIT_STATES } from '#rules/time/zones/brazil-cities.ts';
import { zoneOfCity } from '#rules/time/zones/brazil-zones.ts';
import { COUNTRIES } from '#rules/time/zones/countries.ts';
import { zonesOfCountry } from '#rules/time/zones/country-zones.ts';

const BRAZIL = linesOf(
  ['DDD', 'where', 'zones'],
  `
  DDD | where                         | zones
  ----|-------------------------------|---------------------
  11  | São Paulo                     | Sao_Paulo
  12  | São José dos Campos           | Sao_Paulo
  13  | Santos                        | Sao_Paulo
  14  | Bauru                         | Sao_Paulo
  15  | Sorocaba                      | Sao_Paulo
  16  | Ribeirão Preto                | Sao_Paulo
  17  | São José do Rio Preto         | Sao_Paulo
  18  | Presidente Prudente           | Sao_Paulo
  19  | Campinas                      | Sao_Paulo
  21  | Rio de Janeiro                | Sao_Paulo
  22  | Campos dos Goytacazes         | Sao_Paulo
  24  | Petrópolis                    | Sao_Paulo
  27  | Vitória                       | Sao_Paulo
  28  | Cachoeiro de Itapemirim       | Sao_Paulo
  31  | Belo Horizonte                | Sao_Paulo
  32  | Juiz de Fora                  | Sao_Paulo
  33  | Governador Valadares          | Sao_Paulo
  34  | Uberlândia                    | Sao_Paulo
  35  | Poços de Caldas               | Sao_Paulo
  37  | Divinópolis                   | Sao_Paulo
  38  | Montes Claros                 | Sao_Paulo
  41  | Curitiba                      | Sao_Paulo
  42  | Ponta Grossa                  | Sao_Paulo
  43  | Londrina                      | Sao_Paulo
  44  | Maringá                       | Sao_Paulo
  45  | Foz do Iguaçu                 | Sao_Paulo
  46  | Francisco Beltrão             | Sao_Paulo
  47  | Joinville                     | Sao_Paulo
  48  | Florianópolis                 | Sao_Paulo
  49  | Chapecó                       | Sao_Paulo
  51  | Porto Alegre                  | Sao_Paulo
  53  | Pelotas                       | Sao_Paulo
  54  | Caxias do Sul                 | Sao_Paulo
  55  | Santa Maria                   | Sao_Paulo
  61  | Brasília                      | Sao_Paulo
  62  | Goiânia                       | Sao_Paulo
  63  | Palmas                        | Araguaina
  64  | Rio Verde                     | Sao_Paulo
  65  | Cuiabá                        | Cuiaba
  66  | Rondonópolis                  | Cuiaba
  67  | Campo Grande                  | Campo_Grande
  68  | Rio Branco                    | Rio_Branco
  69  | Porto Velho                   | Porto_Velho
  71  | Salvador                      | Bahia
  73  | Ilhéus                        | Bahia
  74  | Juazeiro                      | Bahia
  75  | Feira de Santana              | Bahia
  77  | Vitória da Conquista          | Bahia
  79  | Aracaju                       | Maceio
  81  | Recife, Fernando de Noronha   | Recife Noronha
  82  | Maceió                        | Maceio
  83  | João Pessoa                   | Fortaleza
  84  | Natal                         | Fortaleza
  85  | Fortaleza                     | Fortaleza
  86  | Teresina                      | Fortaleza
  87  | Petrolina                     | Recife
  88  | Juazeiro do Norte             | Fortaleza
  89  | Picos                         | Fortaleza
  91  | Belém                         | Belem Santarem
  92  | Manaus                        | Manaus
  93  | Santarém                      | Santarem Belem
  94  | Marabá                        | Belem Santarem
  95  | Boa Vista                     | Boa_Vista
  96  | Macapá                        | Belem
  97  | Tefé, Eirunepé                | Manaus Eirunepe
  98  | São Luís                      | Fortaleza
  99  | Imperatriz                    | Fortaleza
  `,
);

for (const { DDD, where, zones } of BRAZIL) {
  test(`C5: ${DDD}, ${where}: ${zones}`, () => {
    const expected = { zones: zones.split(' ').map(americanZone), from: 'area_code' };
    assert.deepEqual(zonesOfNumber(`+55${DDD}912345678`), expected);
    assert.deepEqual(zonesOfNumber(`+55${DDD}32345678`), expected);
  });
}

test('C5: the table has exactly the 67 area codes of the numbering plan', () => {
  const planned = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).filter((ddd) =>
    isValidPhoneNumber(`+55${ddd}961234567`),
  );
  const ours = DDDS.flatMap(([ddds]) => ddds.split(' ')).toSorted();
  assert.deepEqual(ours, planned);
  assert.equal(new Set(ours).size, 67);
  assert.deepEqual(
    BRAZIL.map(({ DDD }) => DDD),
    ours,
  );
});

test('C5: a Brazilian number without a real area code has no zone', () => {
  for (const phone of ['+5520912345678', '+5500912345678', '+55', '+551', '', '11912345678', '0+5511912345678']) {
    assert.equal(zonesOfNumber(phone), null, phone);
  }
});

const ABROAD = linesOf(
  ['number', 'country', 'zones'],
  `
  number         | country               | zones
  ---------------|-----------------------|------------------------------------------------
  +12125550100   | United States         | America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage America/Adak Pacific/Honolulu
  +14165550100   | Canada, not the US    | America/Toronto America/St_Johns America/Halifax America/Blanc-Sablon America/Atikokan America/Winnipeg America/Regina America/Edmonton America/Cambridge_Bay America/Creston America/Vancouver
  +17875550100   | Puerto Rico           | America/Puerto_Rico
  +18095550100   | Dominican Republic    | America/Santo_Domingo
  +18765550100   | Jamaica               | America/Jamaica
  +5491112345678 | Argentina             | America/Argentina/Buenos_Aires
  +56912345678   | Chile                 | America/Santiago America/Punta_Arenas Pacific/Easter
  +595981123456  | Paraguay              | America/Asuncion
  +59899123456   | Uruguay               | America/Montevideo
  +59171234567   | Bolivia               | America/La_Paz
  +51912345678   | Peru                  | America/Lima
  +573001234567  | Colombia              | America/Bogota
  +584121234567  | Venezuela             | America/Caracas
  +593991234567  | Ecuador               | America/Guayaquil Pacific/Galapagos
  +5926001234    | Guyana                | America/Guyana
  +5977123456    | Suriname              | America/Paramaribo
  +594694123456  | French Guiana         | America/Cayenne
  +525512345678  | Mexico                | America/Mexico_City America/Cancun America/Matamoros America/Ciudad_Juarez America/Mazatlan America/Tijuana
  +351912345678  | Portugal              | Europe/Lisbon Atlantic/Azores
  +34612345678   | Spain                 | Europe/Madrid Atlantic/Canary
  +393123456789  | Italy                 | Europe/Rome
  +33612345678   | France, no overseas   | Europe/Paris
  +262692123456  | Réunion               | Indian/Reunion
  +4915112345678 | Germany               | Europe/Berlin
  +447911123456  | United Kingdom        | Europe/London
  +818012345678  | Japan                 | Asia/Tokyo
  +8613812345678 | China                 | Asia/Shanghai Asia/Urumqi
  +244912345678  | Angola                | Africa/Luanda
  +258821234567  | Mozambique            | Africa/Maputo
  +2389911234    | Cape Verde            | Atlantic/Cape_Verde
  +77012345678   | Kazakhstan, not Russia | Asia/Almaty
  +61412345678   | Australia             | Australia/Sydney Australia/Lord_Howe Australia/Broken_Hill Australia/Brisbane Australia/Darwin Australia/Perth Australia/Eucla
  +61891641234   | Christmas Island      | Indian/Christmas
  `,
);

for (const { number, country, zones } of ABROAD) {
  test(`C5: ${number}, ${country}`, () => {
    assert.deepEqual(zonesOfNumber(number), { zones: zones.split(' '), from: 'country' });
  });
}

test('C5: the country of a mobile number is the one in the international numbering plans', () => {
  // These countries share their mobile numbers with a larger country; all but CC and CX have its clock, too.
  const sameNumbers: Readonly<Record<string, string>> = {
    CC: 'AU',
    CX: 'AU',
    AX: 'FI',
    BL: 'GP',
    BQ: 'CW',
    EH: 'MA',
    GG: 'GB',
    IM: 'GB',
    JE: 'GB',
    MF: 'GP',
    SJ: 'NO',
    TA: 'SH',
    VA: 'IT',
  };
  for (const country of getCountries()) {
    if (country === 'BR') continue;
    const number = getExampleNumber(country, examples)?.number ?? '';
    const zones = COUNTRIES.find(([code]) => code === (sameNumbers[country] ?? country))?.[2];
    assert.deepEqual(zonesOfCountry(number)?.join(' '), zones, `${country} ${number}`);
  }
  assert.equal(zonesOfCountry('+999123'), null);
  assert.equal(zonesOfCountry('+'), null);
});

test('T10: the runtime knows every zone in these tables, and no country lists a zone twice', () => {
  for (const [country, starts, zones] of COUNTRIES) {
    assert.match(starts, /^\d+( \d+)*$/);
    for (const zone of zones.split(' ')) assert.equal(zoneFault(zone), null, `${country} ${zone}`);
    assert.equal(new Set(zones.split(' ')).size, zones.split(' ').length, country);
  }
  for (const [, ...zones] of DDDS) for (const zone of zones) assert.equal(zoneFault(zone), null, zone);
});

const ADDRESSES = linesOf(
  ['city', 'state', 'zone'],
  `
  city                    | state | zone
  ------------------------|-------|------------------
  São Paulo               | SP    | Sao_Paulo
  sao paulo               | sp    | Sao_Paulo
  Cidade que não existe   | SP    | Sao_Paulo
  –                       | BA    | Bahia
  –                       | Bahia | Bahia
  Salvador                | BA    | Bahia
  Rio Branco              | AC    | Rio_Branco
  Maceió                  | AL    | Maceio
  Macapá                  | AP    | Belem
  Fortaleza               | CE    | Fortaleza
  Brasília                | DF    | Sao_Paulo
  Vitória                 | ES    | Sao_Paulo
  Goiânia                 | GO    | Sao_Paulo
  São Luís                | MA    | Fortaleza
  Belo Horizonte          | MG    | Sao_Paulo
  Campo Grande            | MS    | Campo_Grande
  Cuiabá                  | MT    | Cuiaba
  João Pessoa             | PB    | Fortaleza
  Teresina                | PI    | Fortaleza
  Curitiba                | PR    | Sao_Paulo
  Rio de Janeiro          | RJ    | Sao_Paulo
  Natal                   | RN    | Fortaleza
  Porto Velho             | RO    | Porto_Velho
  Boa Vista               | RR    | Boa_Vista
  Porto Alegre            | RS    | Sao_Paulo
  Florianópolis           | SC    | Sao_Paulo
  Aracaju                 | SE    | Maceio
  Palmas                  | TO    | Araguaina
  Recife                  | PE    | Recife
  RECIFE                  | pe    | Recife
  Cabo de Santo Agostinho | PE    | Recife
  Fernando de Noronha     | PE    | Noronha
  fernando  de noronha    | PE    | Noronha
  Fernando de Noronha     | Pernambuco | Noronha
  –                       | PE    | Recife or Noronha
  Vila dos Remédios       | PE    | Recife or Noronha
  Manaus                  | AM    | Manaus
  Tefé                    | AM    | Manaus
  Eirunepé                | AM    | Eirunepe
  Tabatinga               | AM    | Eirunepe
  benjamin constant       | am    | Eirunepe
  Lábrea                  | AM    | Eirunepe or Manaus
  –                       | AM    | Manaus or Eirunepe
  Belém                   | PA    | Belem
  Igarapé Miri            | PA    | Belem
  Igarapemiri             | PA    | Belem
  Pau d’Arco              | PA    | Belem
  Santarém                | PA    | Santarem
  Altamira                | PA    | Santarem
  –                       | PA    | Belem or Santarem
  Recife                  | –     | unknown
  Lisboa                  | XX    | unknown
  `,
);

for (const { city, state, zone } of ADDRESSES) {
  test(`C1: ${city}, ${state}: ${zone}`, () => {
    const found = zoneOfCity(city === '–' ? null : city, state === '–' ? '' : state);
    const zones = zone.split(' or ').map(americanZone);
    const [only = ''] = zones;
    const ambiguous = zones.length > 1 ? { ambiguous: zones } : { zone: only };
    assert.deepEqual(found, zone === 'unknown' ? null : ambiguous);
  });
}

test('C1: the name and the code of a state give the same zone', () => {
  const names =
    'AC Acre, AL Alagoas, AM Amazonas, AP Amapá, BA Bahia, CE Ceará, DF Distrito Federal, ES Espírito Santo, GO Goiás, ' +
    'MA Maranhão, MG Minas Gerais, MS Mato Grosso do Sul, MT Mato Grosso, PA Pará, PB Paraíba, PE Pernambuco, PI Piauí, ' +
    'PR Paraná, RJ Rio de Janeiro, RN Rio Grande do Norte, RO Rondônia, RR Roraima, RS Rio Grande do Sul, ' +
    'SC Santa Catarina, SE Sergipe, SP São Paulo, TO Tocantins';
  const states = names.split(', ');
  assert.equal(states.length, 27);
  for (const state of states) {
    const [code, name] = [state.slice(0, 2), state.slice(3)];
    assert.ok(zoneOfCity(null, code), code);
    assert.deepEqual(zoneOfCity(null, name.toUpperCase()), zoneOfCity(null, code), name);
  }
});

test('C1: each municipality of the three states with two zones is listed once', () => {
  for (const [state, count] of Object.entries({ AM: 62, PA: 144, PE: 185 })) {
    const cities = (SPLIT_STATES[state] ?? []).flatMap(({ cities }) => cities.split(',').map((city) => city.trim()));
    assert.equal(cities.length, count, state);
    assert.equal(new Set(cities).size, count, state);
    assert.ok(
      cities.every((city) => /^\p{Lu}[\p{L}' -]+$/u.test(city)),
      state,
    );
  }
});

const CUSTOMERS = linesOf(
  ['told', 'city', 'state', 'phone', 'from', 'zones'],
  `
  told           | city     | state | phone          | from      | zones
  ---------------|----------|-------|----------------|-----------|----------------
  America/Manaus | Recife   | PE    | +5511912345678 | told      | Manaus
  –              | Recife   | PE    | +5511912345678 | address   | Recife
  –              | –        | PE    | +5511912345678 | address   | Recife Noronha
  –              | Lisboa   | –     | +5592912345678 | area_code | Manaus
  –              | –        | –     | +5597912345678 | area_code | Manaus Eirunepe
  –              | –        | –     | +595981123456  | country   | Asuncion
  –              | –        | –     | +5520912345678 | –         | –
  –              | –        | –     | –              | –         | –
  `,
);

for (const { told, city, state, phone, from, zones } of CUSTOMERS) {
  test(`C2: told ${told}, ${city} ${state}, ${phone}: ${zones} by ${from}`, () => {
    const nullIfDash = (cell: string) => (cell === '–' ? null : cell);
    assert.deepEqual(
      zonesOfCustomer({
        toldZone: nullIfDash(told),
        city: nullIfDash(city),
        state: nullIfDash(state),
        phone: nullIfDash(phone),
      }),
      { zones: zones === '–' ? [] : zones.split(' ').map(americanZone), from: nullIfDash(from) },
    );
  });
}

function americanZone(name: string): string {
  return `America/${name}`;
}
