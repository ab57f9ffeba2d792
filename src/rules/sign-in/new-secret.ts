/** Which PINs and passwords nobody may choose, because they are the ones that are tried first. */

/** 4 to 8 digits that are one digit repeated, a run up or down, a pair repeated, a year of our time or a known pattern. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])));
  const [step = 0] = steps;
  if (steps.size === 1 && Math.abs(step) <= 1) return true;
  if (pin === pin.slice(0, 2).repeat(pin.length / 2)) return true;
  if (pin.length === 4 && (pin.startsWith('19') || pin.startsWith('20'))) return true;
  return COMMON_PINS.has(pin);
}

export const SHORTEST_PASSWORD = 10;

/** Shorter than ten characters, among the commonest, made of nothing much, or taken from the account's e-mail. */
export function isWeakPassword(password: string, email: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < SHORTEST_PASSWORD) return true;
  if (new Set(plain).size < 5) return true;
  if (isDemoPassword(password)) return true;
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(plain.replace(/[\W\d_]+$/, ''))) return true;
  return takenFromEmail(plain, email.toLowerCase());
}

/** One of the demo's, which stand in its manual and on the terminal of everybody who tries it. */
export function isDemoPassword(password: string): boolean {
  return DEMO_PASSWORDS.has(password.normalize('NFKC').toLowerCase().trim());
}

const DEMO_PASSWORDS = new Set(['aurora-demo', 'brisa-demo', 'cais-demo', 'suporte-demo']);

/** The address, its name or its house, with no more than five characters added. */
function takenFromEmail(plain: string, email: string): boolean {
  const [name, house] = email.split('@');
  const parts = [email, name, house, house?.split('.')[0]];
  return parts.some((part) => part !== undefined && plain.includes(part) && plain.length - part.length <= 5);
}

/** Rows and columns of the keys, crosses, and what spells a word on them. */
const COMMON_PINS = new Set([
  '2580',
  '0852',
  '1470',
  '0741',
  '3690',
  '0963',
  '1122',
  '0007',
  '5683',
  '1342',
  '112233',
  '159753',
  '147258',
  '258456',
  '123321',
  '102030',
  '121314',
  '142536',
  '11223344',
  '10203040',
]);

/** Of ten characters or more, or so once digits are put behind them. */
const COMMON_PASSWORDS = new Set([
  '1234567890',
  '12345678910',
  '123456789a',
  '0123456789',
  '0987654321',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty',
  'qwerty12345',
  'asdfghjkl',
  'asdfghjklç',
  'zxcvbnm',
  'abcdefghij',
  'abcdefgh',
  'abc',
  'a1b2c3d4e5',
  'password',
  'password1234',
  'passw0rd',
  'p@ssw0rd',
  'iloveyou',
  'welcome',
  'letmein',
  'administrator',
  'admin',
  'changeme',
  'senha',
  'senhasenha',
  'minhasenha',
  'mudarsenha',
  'mudar',
  'trocarsenha',
  'senhaforte',
  'senhasegura',
  'contrasena',
  'contraseña',
  'brasil',
  'brasilbrasil',
  'flamengo',
  'corinthians',
  'palmeiras',
  'saopaulo',
  'vasco',
  'gremio',
  'internacional',
  'cruzeiro',
  'teamo',
  'euteamo',
  'teamomuito',
  'deusefiel',
  'jesuscristo',
  'jesuscristo1',
  'familia',
  'princesa',
  'estrela',
  'felicidade',
  'loja',
  'vendas',
  'gerente',
  'gerencia',
  'vendedor',
  'vendedora',
  'atendimento',
  'whatsapp',
  'bemvindo',
  'bomdia',
]);
