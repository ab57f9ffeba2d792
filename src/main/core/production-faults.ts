/** Finds settings that are well formed but unsafe in production: weak secrets, and addresses without https. */

import { weaknessOf } from '#main/core/secrets/weak-secret.ts';

const SECRET_BITS = 90;
const TOKEN_BITS = 30;
const FRESH = 'Try `openssl rand -hex 32`';

/** The settings that are checked for production. */
interface Judged {
  readonly secret: string | null;
  readonly metricsToken: string | null;
  readonly publicUrl: string | null;
  readonly supportUrl: string | null;
}

/** Returns the faults as sentences without a full stop, each beginning with its setting's name; none repeats a secret. */
export function productionFaults(config: Judged): string[] {
  return [...secretFaults(config), ...addressFaults(config)];
}

/** Does not check OTO_SECRET_PREVIOUS: an operator who replaces a weak secret needs the old one for a while. */
function secretFaults({ secret, metricsToken }: Judged): string[] {
  if (secret === null) return [`OTO_SECRET is missing: production has no default. ${FRESH}`];
  const weakness = weaknessOf(secret, SECRET_BITS);
  const tokenWeakness = metricsToken === null ? null : weaknessOf(metricsToken, TOKEN_BITS);
  return [
    ...(weakness === null ? [] : [`OTO_SECRET ${weakness}: it can be guessed. ${FRESH}`]),
    ...(tokenWeakness === null ? [] : [`OTO_METRICS_TOKEN ${tokenWeakness}: it can be guessed. ${FRESH}`]),
    ...(metricsToken !== null && metricsToken === secret
      ? ['OTO_METRICS_TOKEN is the same as OTO_SECRET, which no scraper needs to know']
      : []),
  ];
}

function addressFaults({ publicUrl, supportUrl }: Judged): string[] {
  if (publicUrl === null) return ['OTO_PUBLIC_URL is missing: the address at which people reach this server'];
  return [
    ['OTO_PUBLIC_URL', publicUrl] as const,
    ...(supportUrl === null ? [] : [['OTO_SUPPORT_URL', supportUrl] as const]),
  ]
    .filter(([, url]) => isPlainHttpElsewhere(url))
    .map(([name]) => `${name} begins with http:// and is not on this machine: passwords would travel in clear`);
}

function isPlainHttpElsewhere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'http:' && !isLoopback;
}
