/** A browser and its push service for tests: receives messages (RFC 8030), decrypts them (RFC 8291) and checks their signature (RFC 8292). */
import assert from 'node:assert/strict';
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

export interface Pushed {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The encrypted body as it was received. */
  readonly body: Buffer;
  /** The message, decrypted with the key of the browser. */
  readonly message: string;
}

export interface PushService {
  readonly base: string;
  /** All messages in the order of arrival. */
  readonly all: readonly Pushed[];
  /** Creates a subscription of a browser; `name` is the last part of its address. */
  browser(name: string): { endpoint: string; keys: { p256dh: string; auth: string } };
  /** Sets the status of later answers, at first 201; with null the service never answers. */
  answer(status: number | null): void;
  /** Resolves when `count` messages have arrived. */
  came(count: number): Promise<void>;
}

export async function pushService(): Promise<PushService> {
  const keys = new Map<string, { pair: ReturnType<typeof createECDH>; auth: Buffer }>();
  const all: Pushed[] = [];
  const waiting = new Set<() => void>();
  let status: number | null = 201;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [body, path] = [Buffer.concat(parts), request.url ?? ''];
    const browser = keys.get(path.slice(1));
    const message = browser ? decrypt(body, browser.pair, browser.auth) : '';
    all.push({ path, headers: request.headers, body, message });
    for (const check of waiting) check();
    if (status !== null) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    all,
    browser(name) {
      const pair = createECDH('prime256v1');
      const p256dh = pair.generateKeys().toString('base64url');
      const auth = randomBytes(16);
      keys.set(name, { pair, auth });
      return { endpoint: `${base}/${name}`, keys: { p256dh, auth: auth.toString('base64url') } };
    },
    answer(next) {
      status = next;
    },
    came: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (all.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
  };
}

/** Decrypts a body as the receiver of RFC 8188 and 8291, written from the RFCs alone. */
function decrypt(body: Buffer, pair: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const senderKey = body.subarray(21, 21 + body.readUInt8(20));
  const sealed = body.subarray(21 + senderKey.length);
  const shared = pair.computeSecret(senderKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), senderKey]);
  const secret = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  assert.ok(end >= 0, 'the last record does not end with 2');
  return padded.subarray(0, end).toString();
}

/** Checks the signature of a message's JWT with the key that it names, and returns the key and the claims. */
export function signedBy({ headers }: Pushed): { readonly key: string; readonly claims: Record<string, unknown> } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signer = createPublicKey({ key: jwk, format: 'jwk' });
  const isGood = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: signer, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  assert.ok(isGood, 'the signature does not belong to that key');
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) };
}
