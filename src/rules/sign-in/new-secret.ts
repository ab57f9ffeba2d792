/** Refuses PINs and passwords that attackers try first. */
import { COMMON_PASSWORDS, COMMON_PINS } from './common-secrets.ts';

/**
 * Whether a PIN of 4 to 8 digits is weak: one digit repeated, a run up or down, a pair repeated, a year of the 20th or
 * 21st century, or a known pattern.
 */
export function isWeakPin(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])));
  const [step = 0] = steps;
  if (steps.size === 1 && Math.abs(step) <= 1) return true;
  if (pin === pin.slice(0, 2).repeat(pin.length / 2)) return true;
  if (pin.length === 4 && (pin.startsWith('19') || pin.startsWith('20'))) return true;
  return COMMON_PINS.has(pin);
}

export const SHORTEST_PASSWORD = 10;

/**
 * Whether a password is weak: shorter than ten characters, very common, with fewer than five different characters, or
 * taken from the account's e-mail.
 */
export function isWeakPassword(password: string, email: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < SHORTEST_PASSWORD) return true;
  if (new Set(plain).size < 5) return true;
  if (isDemoPassword(password)) return true;
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(plain.replace(/[\W\d_]+$/, ''))) return true;
  return takenFromEmail(plain, email.toLowerCase());
}

/**
 * Returns the forms in which a password is looked up in a list of common ones: as it is, and without digits and signs
 * at its end if these are less than half of it, since `sunshine2026!` is tried soon after `sunshine`.
 */
export function commonForms(password: string): readonly string[] {
  const plain = password.normalize('NFKC').toLowerCase();
  const stem = plain.replace(/[\W\d_]+$/, '');
  return stem.length * 2 > plain.length && stem !== plain ? [plain, stem] : [plain];
}

/** Whether the password is one of the demo's, which are public: the manual and the terminal show them. */
export function isDemoPassword(password: string): boolean {
  return DEMO_PASSWORDS.has(password.normalize('NFKC').toLowerCase().trim());
}

const DEMO_PASSWORDS = new Set(['aurora-demo', 'brisa-demo', 'cais-demo', 'suporte-demo']);

/** Whether the password is the e-mail, its name or its domain with at most five characters added. */
function takenFromEmail(plain: string, email: string): boolean {
  const [name, domain] = email.split('@');
  const parts = [email, name, domain, domain?.split('.')[0]];
  return parts.some((part) => part !== undefined && plain.includes(part) && plain.length - part.length <= 5);
}
