/** The two cookies of a device: who is signed in on it, and which device it is. */
import { createHash } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const DAY_S = 86_400;
/** The longest a browser keeps one. */
const DEVICE_S = 400 * DAY_S;
/** The server ends sessions itself, and earlier: this is the longest of them, prolonged as they are. */
const SESSION_S = 90 * DAY_S;

export interface SessionCookies {
  session(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, value: string): void;
  clearSession(reply: FastifyReply): void;
  /**
   * The device's key, a hash of its cookie; a device without one is given one, drawn from `newToken`. It stays when the
   * session ends: wrong PINs are not forgotten by signing out.
   */
  deviceKey(request: FastifyRequest, reply: FastifyReply, newToken: () => string): string;
}

/** `secure`: served over https. Else, on loopback, without the prefix and attribute that browsers refuse there. */
export function sessionCookies(secure: boolean): SessionCookies {
  const names = { session: sessionCookieName(secure), device: `${prefixOf(secure)}oto_device` };
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  return {
    session: (request) => request.cookies[names.session],
    setSession: (reply, value) => void reply.setCookie(names.session, value, { ...options, maxAge: SESSION_S }),
    clearSession: (reply) => void reply.clearCookie(names.session, options),
    deviceKey(request, reply, newToken) {
      const known = request.cookies[names.device];
      const value = known !== undefined && DEVICE.test(known) ? known : newToken();
      reply.setCookie(names.device, value, { ...options, maxAge: DEVICE_S });
      return createHash('sha256').update(value).digest('hex');
    },
  };
}

/** By whose value a request says who is signed in. */
export function sessionCookieName(secure: boolean): string {
  return `${prefixOf(secure)}oto_session`;
}

function prefixOf(secure: boolean): string {
  return secure ? '__Host-' : '';
}

/** At least 128 random bits, base64url. */
const DEVICE = /^[\w-]{22,64}$/;
