/** What is written down about running: one line of JSON each, without secrets and without whole phone numbers. */
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

/** A logger of level `level` and more, writing to `destination` or standard output. */
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
 * Ten to fifteen digits, spelt in any way, that are no part of an id, a date or a longer word, and no number of JSON's
 * (an instant, a length): those stand behind `":`. A word's last letter may be that of an escape, as in `\\n`.
 */
const PHONE = /(?<!":)(?<!(?<!\\)[\w-])(?!\d{4}-\d\d-\d\d)\+?(\d[\s().-]{0,2}){8,13}(\d\d)(?![\w-])/g;

/** The same line with every phone number reduced to its last two digits. */
export function maskPhones(text: string): string {
  return text.replace(PHONE, '…$2');
}
