/** Opens the server's log: one line of JSON for each entry, without secrets and without whole phone numbers. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

const SECRETS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'newPassword',
  'pin',
  'newPin',
  'managerPin',
  'token',
];

/** Returns a logger for entries of `level` and above; `destination` is standard output if left out. */
export function openLog(level: LogLevel, destination: DestinationStream = pino.destination({ sync: true })): Logger {
  const paths = SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);
  return pino(
    {
      level,
      base: null,
      redact: { paths, censor: '[hidden]' },
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: maskPhones },
    },
    destination,
  );
}

/**
 * Matches ten to fifteen digits in any spelling. The pattern skips digits inside an id, a date or a longer word, and JSON
 * numbers such as instants, which follow `":`. A letter before the digits may belong to an escape, as in `\\n`.
 */
const PHONE = /(?<!":)(?<!(?<!\\)[\w-])(?!\d{4}-\d\d-\d\d)\+?(\d[\s().-]{0,2}){8,13}(\d\d)(?![\w-])/g;

/** Returns the line with every phone number reduced to its last two digits. */
export function maskPhones(text: string): string {
  return text.replace(PHONE, '…$2');
}
