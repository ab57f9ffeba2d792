/** What is written down about running: one line of JSON each, without secrets and without whole phone numbers. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

const SECRETS = ['authorization', 'cookie', 'set-cookie', 'password', 'newPassword', 'pin', 'newPin', 'token'];

/** A logger of level `level` and more, writing to `destination` or standard output. */
export function openLog(level: LogLevel, destination?: DestinationStream): Logger {
  const settings = {
    level,
    base: null,
    redact: { paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), censor: '[hidden]' },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: object) => masked(fields) as Record<string, unknown>,
    },
    hooks: {
      logMethod(this: Logger, args: Parameters<Logger['info']>, method: Logger['info']) {
        method.apply(this, args.map((each) => (typeof each === 'string' ? maskPhones(each) : each)) as typeof args);
      },
    },
  };
  return destination ? pino(settings, destination) : pino(settings);
}

/** Ten to fifteen digits that are no part of an id, a date or a longer word: their last two stay. */
const PHONE = /(?<![\w-])(?!\d{4}-\d\d-\d\d)\+?(\d[\s().-]{0,2}){8,13}(\d\d)(?![\w-])/g;

/** The same text with every phone number reduced to its last two digits. */
export function maskPhones(text: string): string {
  return text.replace(PHONE, '…$2');
}

const DEEPEST = 6;

/** Errors are left to pino's own writing, after which their texts are masked like any other. */
function masked(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskPhones(value);
  if (value instanceof Error) return masked(pino.stdSerializers.err(value), depth);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((each) => masked(each, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype && depth > 0) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each, depth + 1)]));
}
