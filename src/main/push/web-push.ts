/** Messages to browsers (RFC 8030): sealed and signed by the library, sent by ourselves, so that we choose where they may go. */
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
  /** Https, and no address or name of our own network; with `demo` also a push service on this machine. */
  accepts(endpoint: string): boolean;
  /** Hands `message` over, to be kept for `seconds` where the browser is away. Never throws. */
  send(to: Subscription, message: string, seconds: number): Promise<PushOutcome>;
}

interface Options {
  readonly vapid: Vapid;
  readonly demo: boolean;
  readonly onError: (error: unknown) => void;
}

/** From the first name looked up to the last byte answered. */
const PATIENCE_MS = 10_000;
/** A newer one takes the place of what a push service still holds. */
const TOPIC = 'ready';

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

/** RFC 8030: 404 and 410 say that the subscription has ended. */
function outcomeOf(status: number): PushOutcome {
  if (status === 404 || status === 410) return 'gone';
  return status >= 200 && status < 300 ? 'sent' : 'failed';
}

/** One request, no redirects followed; the answer's body is let go. */
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
