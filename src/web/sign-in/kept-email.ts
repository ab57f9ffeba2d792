/** Keeps the e-mail of the last sign-in on the device, so that the person types only the password next time. */
import { readStored, writeStored } from '#web/shell/settings/local-storage.ts';

const EMAIL_KEY = 'oto.email';

export function readKeptEmail(): string {
  return readStored(EMAIL_KEY) ?? '';
}

export function keepEmail(email: string): void {
  writeStored(EMAIL_KEY, email);
}
