/** What a clock is called by the people who live by it. */

/** The names the tz database writes without their accents, as far as Brazil goes. */
const ACCENTED: Readonly<Record<string, string>> = {
  Araguaina: 'Araguaína',
  Belem: 'Belém',
  Cuiaba: 'Cuiabá',
  Eirunepe: 'Eirunepé',
  Maceio: 'Maceió',
  Noronha: 'Fernando de Noronha',
  Santarem: 'Santarém',
  Sao_Paulo: 'São Paulo',
};

/** "America/Sao_Paulo" → "São Paulo". */
export function cityOfZone(zone: string): string {
  const name = zone.split('/').at(-1) ?? zone;
  return ACCENTED[name] ?? name.replaceAll('_', ' ');
}
