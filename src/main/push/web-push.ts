/** Sends messages to browsers (RFC 8030): the library encrypts and signs them, and this file sends them, to public addresses only. */
import { request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import { isIP } from 'node:net';
import library from 'web-push';
import type { Subscription } from '#db/push/push-subscriptions.ts';
import type { PushOutcome } from '#flows/push/tell-ready.ts';
import type { Vapid } from '#main/core/secrets/vapid.ts';
import { hostOf, isLoopback, isPublicAddress, lookupAmong, NotAllowed } from './public-address.ts';

export interface WebPush {
  readonly publicKey: string;
  /** Tells whether `endpoint` uses https and is not in our own network; with `demo`, also true for a push service on this machine. */
  accepts(endpoint: string): boolean;
  /** Sends `message` to the push service, which keeps it for `seconds` while the browser is offline. Never throws. */
  send(to: Subscription, message: string, seconds: number): Promise<PushOutcome>;
}

interface Options {
  readonly vapid: Vapid;
  readonly demo: boolean;
  readonly onError: (error: unknown) => void;
}

/** The time limit of a request, from the DNS look-up to the last byte of the answer. */
const PATIENCE_MS = 10_000;
/** The topic of all messages: a newer message replaces an undelivered one at the push service. */
const TOPIC = 'ready';

/** Creates the sender. `onError` gets network errors, for which `send` returns `failed`. */
export function webPush({ vapid, demo, onError }: Options): WebPush {
  const { publicKey, privateKey, subject } = vapid;
  const allows = (address: string) => isPublicAddress(address) || (demo && isLoopback(address));

  const accepts = (endpoint: string): boolean => {
    const url = URL.parse(endpoint);
    if (url?.username !== '' || url.password !== '') return false;
    const host = hostOf(url);
    const isHere = isLoopback(host) || host === 'localhost' || host.endsWith('.localhost');
    if (isHere) return demo && ['http:', 'https:'].includes(url.protocol);
    return url.protocol === 'https:' && (isIP(host) !== 0 ? allows(host) : host.includes('.'));
  };

  return {
    publicKey,
    accepts,
    async send({ endpoint, p256dh, auth }, message, seconds) {
      if (!accepts(endpoint)) return 'refused';
      try {
        const sealed = library.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, message, {
          vapidDetails: { subject, publicKey, privateKey },
          TTL: seconds,
          urgency: 'normal',
          topic: TOPIC,
          contentEncoding: 'aes128gcm',
        });
        return outcomeOf(await post(new URL(endpoint), sealed.headers, sealed.body ?? Buffer.alloc(0), allows));
      } catch (error) {
        if (error instanceof NotAllowed) return 'refused';
        onError(error);
        return 'failed';
      }
    },
  };
}

/** Returns the outcome of an HTTP status: 404 and 410 mean that the subscription has ended (RFC 8030). */
function outcomeOf(status: number): PushOutcome {
  if (status === 404 || status === 410) return 'gone';
  return status >= 200 && status < 300 ? 'sent' : 'failed';
}

/** Sends one request and returns its status. Follows no redirect and discards the answer's body. */
function post(
  url: URL,
  headers: Readonly<Record<string, string | number>>,
  body: Buffer,
  allows: (address: string) => boolean,
): Promise<number> {
  const request = url.protocol === 'https:' ? securely : plainly;
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers },
      lookup: lookupAmong(allows),
      signal: AbortSignal.timeout(PATIENCE_MS),
      agent: false,
    });
    sending.on('error', reject);
    sending.on('response', (answer) => {
      answer.on('error', reject);
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.resume();
    });
    sending.end(body);
  });
}
