/**
 * Stores the public key of every key that ever signed the record's heads (R3). Each key is confirmed by a signature of
 * the key before it.
 */
import type pg from 'pg';
import { keyText } from '#rules/record/signed-text.ts';
import { InstallationFault } from './installation-fault.ts';
import { keyIdOf, type SigningKey, signingKeyOf } from './signing-key.ts';

interface Secrets {
  readonly secret: string;
  /** OTO_SECRET_PREVIOUS. */
  readonly previousSecret: string | null;
}

/** The newest stored key. */
export interface NewestKey {
  readonly number: number;
  readonly kid: string;
}

export async function readNewestKey(client: pg.Client): Promise<NewestKey | null> {
  const { rows: tables } = await client.query(`select to_regclass('public.record_keys') as kept`);
  if (tables[0]?.kept === null) return null;
  const { rows } = await client.query<{ number: number; x: Buffer }>(
    'select number, public_key as x from public.record_keys order by number desc limit 1',
  );
  const [newest] = rows;
  return newest ? { number: newest.number, kid: keyIdOf(newest.x.toString('base64url')) } : null;
}

/**
 * Returns a sentence that says why the key of OTO_SECRET cannot follow the newest stored key; null if it can, or if it
 * is that key.
 */
export function recordKeyFault(newest: NewestKey | null, secrets: Secrets): string | null {
  if (newest === null || newest.kid === signingKeyOf(secrets.secret).kid || newest.kid === previousKeyOf(secrets)?.kid)
    return null;
  return (
    'The newest key in the table record_keys derives neither from OTO_SECRET nor from OTO_SECRET_PREVIOUS. If the secret ' +
    'was changed lately, give the one before it as OTO_SECRET_PREVIOUS once more; else somebody changed the table. ' +
    'Nothing was changed.'
  );
}

/**
 * Adds the key of OTO_SECRET, signed by the newest stored key, if the newest stored key is another one. If several
 * programs start at the same time, one adds the key. Throws `InstallationFault` with the sentence of `recordKeyFault`.
 */
export async function insertRecordKey(client: pg.Client, secrets: Secrets): Promise<void> {
  const newest = await readNewestKey(client);
  const fault = recordKeyFault(newest, secrets);
  if (fault !== null) throw new InstallationFault(fault);
  const key = signingKeyOf(secrets.secret);
  if (newest?.kid === key.kid) return;
  const { rows } = await client.query<{ since: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since`,
  );
  const number = (newest?.number ?? 0) + 1;
  const since = rows[0]?.since ?? '';
  const text = keyText({
    kid: key.kid,
    x: key.x,
    number,
    since,
    previous: newest?.kid ?? null,
  });
  await client.query(
    `insert into public.record_keys (number, public_key, since, signature, previous_signature)
     values ($1, $2, $3, $4, $5) on conflict (number) do nothing`,
    [number, Buffer.from(key.x, 'base64url'), since, key.sign(text), newest && previousKeyOf(secrets)?.sign(text)],
  );
}

function previousKeyOf({ previousSecret }: Secrets): SigningKey | null {
  return previousSecret === null ? null : signingKeyOf(previousSecret);
}
