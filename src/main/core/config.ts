/** Reads and checks the settings of the environment. Only this file reads the environment; it reports all faults at once. */
import { join } from 'node:path';
import { z } from 'zod';
import { type Vapid, vapidFaults } from '#main/core/secrets/vapid.ts';
import { productionFaults } from './production-faults.ts';

export interface Config {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** OTO_SECRET; null in the demo, which then draws a secret and stores it in the data folder. */
  readonly secret: string | null;
  /** OTO_SECRET before the operator changed it: sessions and PINs made with the old secret stay valid. Null: not changed. */
  readonly previousSecret: string | null;
  /** The address at which people reach this server, without a path; null in the demo, which uses the address it listens on. */
  readonly publicUrl: string | null;
  /** The address that only support uses, without a path; null: support signs in at `publicUrl` like everybody else. */
  readonly supportUrl: string | null;
  /** Whether `/docs` and `/openapi.json` are served. */
  readonly docs: boolean;
  /** The proxies whose `X-Forwarded-For` is believed, in the form of Fastify's `trustProxy`. */
  readonly trustProxy: boolean | number | string[];
  /** The token that reads `/metrics`; null: only this machine may read the metrics. */
  readonly metricsToken: string | null;
  readonly decisionsPerMinute: number;
  /** The most connections that this server opens to the database, for each login. */
  readonly connections: { readonly runtime: number; readonly auth: number };
  /** How long a server that was told to stop still answers requests while `/readyz` says 503, so that a proxy can notice. */
  readonly drainMs: number;
  readonly logLevel: LogLevel;
  /** UTC midnight of the day that ends the demo's ninety days of history; null: the day on which the demo is filled. */
  readonly demoDay: number | null;
  /** The mail server for invitations and forgotten passwords; null: links are shown to the person who makes them. */
  readonly mail: MailSettings | null;
  /** The keys that push services check. Null: production sends no notifications, and the demo draws keys and stores them. */
  readonly vapid: Vapid | null;
  /** Null: the embedded Postgres is used. */
  readonly server: DatabaseServer | null;
}

/** The mail server. `from` is the sender; `url` is `smtp://…` or `smtps://…`, with the user and the password. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

/** A Postgres that is not the embedded one. `url` is the owner's address; a null address of a login is derived from `url`. */
export interface DatabaseServer {
  readonly url: string;
  readonly runtimeUrl: string | null;
  readonly authUrl: string | null;
  /** The address without a pooler on which the server listens for notifications. Null: the server polls instead. */
  readonly listenUrl: string | null;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Reading = { readonly config: Config } | { readonly faults: readonly string[] };

/** Reads `environment`; an empty value counts as not set. Returns the settings, or every fault as a sentence. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Reading {
  const given = Object.fromEntries(
    Object.keys(SETTINGS.shape).map((name) => [name, environment[name]?.trim() || null]),
  );
  const { data: settings, error } = SETTINGS.safeParse(given);
  const faults = (error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);
  // Rules between settings check the given values, so that their faults are reported together with those of single settings.
  faults.push(...faultsBetween(given as Given));
  return settings === undefined || faults.length > 0 ? { faults } : { config: configOf(settings) };
}

const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'is not an address that begins with postgres:// or postgresql://' })
  .nullable();
const webUrl = z
  .url({ protocol: /^https?$/, error: 'is not an address that begins with https:// or http://' })
  .transform((url) => url.replace(/\/$/, ''))
  .nullable();
const mailUrl = z
  .url({ protocol: /^smtps?$/, error: 'is not an address that begins with smtp:// or smtps://' })
  .nullable();
const sender = z
  .string()
  .refine((value) => SENDER.test(value), 'is not a sender such as Oto <oto@example.com>')
  .nullable();
const text = z.string().nullable();
const secret = (length: number) => z.string().min(length, `is shorter than ${length} characters`).nullable();
const oneOf = <const T extends string>(...choices: readonly T[]) =>
  z.enum(choices, `is not one of ${choices.join(', ')}`).nullable();
const whole = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .refine(
      (value) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most,
      `is not a whole number from ${least} to ${most}`,
    )
    .nullable()
    .transform((value) => (value === null ? otherwise : Number(value)));
const day = z.iso
  .date('is not a day such as 2026-11-23')
  .transform((value) => Date.parse(`${value}T00:00:00Z`))
  .nullable();

/** An e-mail address, alone or in angle brackets after a name. */
const SENDER = /^([^<>\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/** The schema of all settings. A message follows the setting's name and never repeats the value, which may be a secret. */
const SETTINGS = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_RUNTIME_URL: postgresUrl,
  DATABASE_AUTH_URL: postgresUrl,
  DATABASE_LISTEN_URL: postgresUrl,
  OTO_MODE: oneOf('demo', 'production'),
  OTO_HOST: text,
  PORT: whole(0, 65_535, 3000),
  OTO_DATA_DIR: text,
  OTO_SECRET: secret(32),
  OTO_SECRET_PREVIOUS: secret(32),
  OTO_PUBLIC_URL: webUrl,
  OTO_SUPPORT_URL: webUrl,
  OTO_DOCS: oneOf('on', 'off'),
  OTO_TRUST_PROXY: text.transform(trustProxyOf),
  OTO_METRICS_TOKEN: secret(16),
  OTO_DECISIONS_PER_MINUTE: whole(1, 1_000_000, 30),
  OTO_RUNTIME_CONNECTIONS: whole(2, 1000, 16),
  OTO_AUTH_CONNECTIONS: whole(1, 1000, 5),
  OTO_DRAIN_SECONDS: whole(0, 300, 0),
  OTO_DEMO_DAY: day,
  SMTP_URL: mailUrl,
  OTO_MAIL_FROM: sender,
  VAPID_PUBLIC_KEY: text,
  VAPID_PRIVATE_KEY: text,
  VAPID_SUBJECT: text,
  LOG_LEVEL: oneOf(...LOG_LEVELS),
});
/** The values as given, trimmed; null: not set. */
type Given = Readonly<Record<keyof typeof SETTINGS.shape, string | null>>;

function faultsBetween(given: Given): string[] {
  const faults: string[] = [];
  if (given.DATABASE_URL === null) {
    for (const name of ['DATABASE_RUNTIME_URL', 'DATABASE_AUTH_URL', 'DATABASE_LISTEN_URL'] as const) {
      if (given[name] !== null) faults.push(`${name} is given without DATABASE_URL`);
    }
  }
  if (given.OTO_SECRET_PREVIOUS !== null && given.OTO_SECRET === null) {
    faults.push('OTO_SECRET_PREVIOUS is given without OTO_SECRET');
  }
  faults.push(...vapidFaults(vapidIn(given)));
  const { OTO_PUBLIC_URL: publicUrl, OTO_SUPPORT_URL: supportUrl } = given;
  // The schema has reported an address that is malformed already.
  if ([publicUrl, supportUrl].some((url) => !webUrl.safeParse(url).success)) return faults;
  if (supportUrl !== null && (publicUrl === null || hostOf(supportUrl) === hostOf(publicUrl))) {
    faults.push('OTO_SUPPORT_URL needs OTO_PUBLIC_URL with another host');
  }
  if (modeOf(given) === 'production') {
    const { OTO_SECRET: secret, OTO_METRICS_TOKEN: metricsToken } = given;
    faults.push(...productionFaults({ secret, metricsToken, publicUrl, supportUrl }));
  }
  return faults;
}

function configOf(settings: z.output<typeof SETTINGS>): Config {
  const mode = modeOf(settings);
  const isDemo = mode === 'demo';
  const vapid = vapidIn(settings);
  return {
    mode,
    host: settings.OTO_HOST ?? (isDemo ? '127.0.0.1' : '0.0.0.0'),
    port: settings.PORT,
    dataDir: settings.OTO_DATA_DIR ?? join(import.meta.dirname, '..', '..', '..', '.data'),
    secret: settings.OTO_SECRET,
    previousSecret: settings.OTO_SECRET_PREVIOUS,
    publicUrl: settings.OTO_PUBLIC_URL,
    supportUrl: settings.OTO_SUPPORT_URL,
    docs: (settings.OTO_DOCS ?? (isDemo ? 'on' : 'off')) === 'on',
    trustProxy: settings.OTO_TRUST_PROXY,
    metricsToken: settings.OTO_METRICS_TOKEN,
    decisionsPerMinute: settings.OTO_DECISIONS_PER_MINUTE,
    connections: { runtime: settings.OTO_RUNTIME_CONNECTIONS, auth: settings.OTO_AUTH_CONNECTIONS },
    drainMs: settings.OTO_DRAIN_SECONDS * 1_000,
    demoDay: settings.OTO_DEMO_DAY,
    mail: mailOf(settings),
    vapid: vapid.publicKey === null ? null : (vapid as Vapid),
    logLevel: settings.LOG_LEVEL ?? (isDemo ? 'warn' : 'info'),
    server:
      settings.DATABASE_URL === null
        ? null
        : {
            url: settings.DATABASE_URL,
            runtimeUrl: settings.DATABASE_RUNTIME_URL,
            authUrl: settings.DATABASE_AUTH_URL,
            listenUrl: settings.DATABASE_LISTEN_URL,
          },
  };
}

/** Returns the mail settings. Without OTO_MAIL_FROM, the sender is `no-reply` at the host of OTO_PUBLIC_URL. */
function mailOf({ SMTP_URL: url, OTO_MAIL_FROM: from, OTO_PUBLIC_URL: publicUrl }: z.output<typeof SETTINGS>) {
  const host = publicUrl === null ? 'localhost' : new URL(publicUrl).hostname;
  return url === null ? null : { url, from: from ?? `Oto <no-reply@${host}>` };
}

function modeOf({ OTO_MODE, DATABASE_URL }: Pick<Given, 'OTO_MODE' | 'DATABASE_URL'>): Config['mode'] {
  if (OTO_MODE === 'demo' || OTO_MODE === 'production') return OTO_MODE;
  return DATABASE_URL === null ? 'demo' : 'production';
}

function vapidIn(given: Pick<Given, 'VAPID_PUBLIC_KEY' | 'VAPID_PRIVATE_KEY' | 'VAPID_SUBJECT'>) {
  return { publicKey: given.VAPID_PUBLIC_KEY, privateKey: given.VAPID_PRIVATE_KEY, subject: given.VAPID_SUBJECT };
}

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
