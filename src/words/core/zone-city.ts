/** Names a zone after its city. */

/** Brazilian cities whose names the tz database writes without accents. */
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

/** The city of a zone: "America/Sao_Paulo" → "São Paulo". */
export function cityOfZone(zone: string): string {
  const name = zone.split('/').at(-1) ?? zone;
  return ACCENTED[name] ?? name.replaceAll('_', ' ');
}
