/** The one place that reads the environment: every setting, checked, its faults told all at once. */
import { join } from 'node:path';
import { type Vapid, vapidFaults } from '#main/core/secrets/vapid.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';
import { productionFaults } from './production-faults.ts';

export interface Config {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly dataDir: string;
  /** Null in the demo: one is drawn and kept with the data. */
  readonly secret: string | null;
  /** OTO_SECRET as it was before it was changed: sessions and PINs from then are still good. Null: it was not. */
  readonly previousSecret: string | null;
  /** Where people reach this server, without a path; null in the demo: wherever it listens. */
  readonly publicUrl: string | null;
  /** A host for support alone, as `publicUrl`; null: support signs in where everybody does. */
  readonly supportUrl: string | null;
  /** Whether `/docs` and `/openapi.json` are served. */
  readonly docs: boolean;
  /** What stands before this server and may say who is calling: as Fastify's `trustProxy` takes it. */
  readonly trustProxy: boolean | number | string[];
  /** Null: metrics are for this machine alone. */
  readonly metricsToken: string | null;
  readonly decisionsPerMinute: number;
  /** The most connections that this server has to the database at once, by login. */
  readonly connections: { readonly runtime: number; readonly auth: number };
  /** How long the server serves on after it was told to stop, while `/readyz` says so: for the proxy before it. */
  readonly drainMs: number;
  readonly logLevel: LogLevel;
  /** The day before which the demo's ninety days lie, as its UTC midnight; null: the day on which it is made. */
  readonly demoDay: number | null;
  /** By which push services know this house. Null: none are sent; in the demo, keys are drawn and kept with the data. */
  readonly vapid: Vapid | null;
  /** Null: the embedded Postgres. */
  readonly server: DatabaseServer | null;
}

/** A Postgres that others run. `url` is the owner's; the rest are null where they follow from it. */
export interface DatabaseServer {
  readonly url: string;
  readonly runtimeUrl: string | null;
  readonly authUrl: string | null;
  /** Null: notifications are not heard, what is new is asked for. */
  readonly listenUrl: string | null;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Reading = { readonly config: Config } | { readonly faults: readonly string[] };

/** Reads `environment`, an empty value being none. Answers the settings, or every fault as a sentence. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Reading {
  const faults: string[] = [];
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const url = (name: string, protocols: readonly string[]): string | null => {
    const value = text(name);
    if (value === null) return null;
    const protocol = URL.parse(value)?.protocol;
    if (!protocols.includes(protocol ?? ''))
      faults.push(`${name} is not an address that begins with ${protocols.join('// or ')}//`);
    return value;
  };
  const whole = (name: string, least: number, most: number, otherwise: number): number => {
    const value = text(name);
    if (value === null) return otherwise;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    faults.push(`${name} is not a whole number from ${least} to ${most}`);
    return otherwise;
  };
  const day = (name: string): number | null => {
    const value = text(name);
    if (value === null) return null;
    const midnight = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
    // The 31st of February would pass for a day of March.
    if (Number.isInteger(midnight) && dateText(midnight / DAY_MS) === value) return midnight;
    faults.push(`${name} is not a day such as 2026-11-23`);
    return null;
  };
  const oneOf = <T extends string>(name: string, choices: readonly T[], otherwise: T): T => {
    const value = text(name);
    const choice = choices.find((each) => each === value);
    if (value !== null && choice === undefined) faults.push(`${name} is not one of ${choices.join(', ')}`);
    return choice ?? otherwise;
  };

  const databaseUrl = url('DATABASE_URL', POSTGRES);
  const mode = oneOf('OTO_MODE', ['demo', 'production'], databaseUrl === null ? 'demo' : 'production');
  const vapid = {
    publicKey: text('VAPID_PUBLIC_KEY'),
    privateKey: text('VAPID_PRIVATE_KEY'),
    subject: text('VAPID_SUBJECT'),
  };
  faults.push(...vapidFaults(vapid));
  const config: Config = {
    mode,
    host: text('OTO_HOST') ?? (mode === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    port: whole('PORT', 0, 65_535, 3000),
    dataDir: text('OTO_DATA_DIR') ?? join(import.meta.dirname, '..', '..', '..', '.data'),
    secret: text('OTO_SECRET'),
    previousSecret: text('OTO_SECRET_PREVIOUS'),
    publicUrl: url('OTO_PUBLIC_URL', ['https:', 'http:'])?.replace(/\/$/, '') ?? null,
    supportUrl: url('OTO_SUPPORT_URL', ['https:', 'http:'])?.replace(/\/$/, '') ?? null,
    docs: oneOf('OTO_DOCS', ['on', 'off'], mode === 'demo' ? 'on' : 'off') === 'on',
    trustProxy: trustProxyOf(text('OTO_TRUST_PROXY')),
    metricsToken: text('OTO_METRICS_TOKEN'),
    decisionsPerMinute: whole('OTO_DECISIONS_PER_MINUTE', 1, 1_000_000, 30),
    connections: {
      runtime: whole('OTO_RUNTIME_CONNECTIONS', 2, 1000, 10),
      auth: whole('OTO_AUTH_CONNECTIONS', 1, 1000, 5),
    },
    drainMs: whole('OTO_DRAIN_SECONDS', 0, 300, 0) * 1_000,
    demoDay: day('OTO_DEMO_DAY'),
    vapid: vapid.publicKey === null ? null : (vapid as Vapid),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, mode === 'demo' ? 'warn' : 'info'),
    server:
      databaseUrl === null
        ? null
        : {
            url: databaseUrl,
            runtimeUrl: url('DATABASE_RUNTIME_URL', POSTGRES),
            authUrl: url('DATABASE_AUTH_URL', POSTGRES),
            listenUrl: url('DATABASE_LISTEN_URL', POSTGRES),
          },
  };

  if (databaseUrl === null) {
    for (const name of ['DATABASE_RUNTIME_URL', 'DATABASE_AUTH_URL', 'DATABASE_LISTEN_URL']) {
      if (text(name) !== null) faults.push(`${name} is given without DATABASE_URL`);
    }
  }
  for (const name of ['OTO_SECRET', 'OTO_SECRET_PREVIOUS']) {
    if ((text(name)?.length ?? SHORTEST_SECRET) < SHORTEST_SECRET) {
      faults.push(`${name} is shorter than ${SHORTEST_SECRET} characters`);
    }
  }
  if (config.previousSecret !== null && config.secret === null) {
    faults.push('OTO_SECRET_PREVIOUS is given without OTO_SECRET');
  }
  if (config.metricsToken !== null && config.metricsToken.length < SHORTEST_TOKEN) {
    faults.push(`OTO_METRICS_TOKEN is shorter than ${SHORTEST_TOKEN} characters`);
  }
  if (
    config.supportUrl !== null &&
    (config.publicUrl === null || hostOf(config.supportUrl) === hostOf(config.publicUrl))
  ) {
    faults.push('OTO_SUPPORT_URL needs OTO_PUBLIC_URL with another host');
  }
  // A malformed address has been named already.
  if (mode === 'production' && !faults.some((fault) => /^OTO_(PUBLIC|SUPPORT)_URL is not/.test(fault))) {
    faults.push(...productionFaults(config));
  }
  return faults.length > 0 ? { faults } : { config };
}

const POSTGRES = ['postgres:', 'postgresql:'];
const SHORTEST_SECRET = 32;
const SHORTEST_TOKEN = 16;

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}

/** `true`, `false`, a number of proxies, or their addresses separated by commas. */
function trustProxyOf(value: string | null): boolean | number | string[] {
  if (value === null || value === 'false') return false;
  if (value === 'true') return true;
  if (/^\d+$/.test(value)) return Number(value);
  return value.split(',').map((address) => address.trim());
}
