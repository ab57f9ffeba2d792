/** Reads and sets the cookies of a device: one names the session, one the device, and one a sign-in that lacks its code. */
import { createHash } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const DAY_S = 86_400;
/** 400 days is the longest time for which browsers keep a cookie. */
const DEVICE_S = 400 * DAY_S;
/** The cookie's lifetime is that of the longest session. The server ends sessions itself, at the latest then. */
const SESSION_S = 90 * DAY_S;
/** As long as the server accepts the challenge (`CHALLENGE_MS`). */
const CHALLENGE_S = 600;

export interface SessionCookies {
  session(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, value: string): void;
  clearSession(reply: FastifyReply): void;
  /** The challenge of a sign-in whose password was right and whose code is missing. */
  challenge(request: FastifyRequest): string | undefined;
  setChallenge(reply: FastifyReply, value: string): void;
  clearChallenge(reply: FastifyReply): void;
  /**
   * The device's key: a hash of its cookie. A device without the cookie gets one with a value from `newToken`. Signing
   * out keeps this cookie, so that it does not reset the count of wrong PINs.
   */
  deviceKey(request: FastifyRequest, reply: FastifyReply, newToken: () => string): string;
}

/**
 * `secure`: whether the app is served over https. If not (on loopback), cookies have neither the `__Host-` prefix nor
 * the Secure attribute, because browsers refuse both there.
 */
export function sessionCookies(secure: boolean): SessionCookies {
  const names = {
    session: sessionCookieName(secure),
    device: `${prefixOf(secure)}oto_device`,
    challenge: `${prefixOf(secure)}oto_code`,
  };
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  return {
    session: (request) => request.cookies[names.session],
    setSession: (reply, value) => void reply.setCookie(names.session, value, { ...options, maxAge: SESSION_S }),
    clearSession: (reply) => void reply.clearCookie(names.session, options),
    challenge: (request) => request.cookies[names.challenge],
    setChallenge: (reply, value) =>
      void reply.setCookie(names.challenge, value, { ...options, sameSite: 'strict', maxAge: CHALLENGE_S }),
    clearChallenge: (reply) => void reply.clearCookie(names.challenge, { ...options, sameSite: 'strict' }),
    deviceKey(request, reply, newToken) {
      const known = request.cookies[names.device];
      const value = known !== undefined && DEVICE.test(known) ? known : newToken();
      reply.setCookie(names.device, value, { ...options, maxAge: DEVICE_S });
      return createHash('sha256').update(value).digest('hex');
    },
  };
}

/** The name of the cookie that identifies the session. */
export function sessionCookieName(secure: boolean): string {
  return `${prefixOf(secure)}oto_session`;
}

function prefixOf(secure: boolean): string {
  return secure ? '__Host-' : '';
}

/** The form of a device cookie: at least 128 random bits in base64url. */
const DEVICE = /^[\w-]{22,64}$/;
