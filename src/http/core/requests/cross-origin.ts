/** Other sites may not act in a signed-in person's name: what changes something comes from our own pages, as JSON. */
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { problem } from '#http/core/problem.ts';

/**
 * An `onRequest` hook; `publicOrigins` gives ours, like `https://oto.example`, once it is known where we listen. Cookies are
 * SameSite=Lax besides. A request with
 * neither `Sec-Fetch-Site` nor `Origin` comes from no browser, so nobody else's cookies are in it.
 */
export function refuseCrossOrigin(publicOrigins: () => readonly string[]): onRequestAsyncHookHandler {
  return async (request) => {
    if (isReading(request)) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin !== undefined && !publicOrigins().includes(origin)) throw problem('wrong_origin');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('wrong_origin');
    if (hasBody(request) && !isJson(request)) throw problem('bad_json');
  };
}

/** Reading changes nothing, whoever makes a browser do it. */
export function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** A form of another site can send text and forms, never this. */
function isJson({ headers }: FastifyRequest): boolean {
  return /^application\/json(?:\s*;|$)/i.test(headers['content-type'] ?? '');
}
