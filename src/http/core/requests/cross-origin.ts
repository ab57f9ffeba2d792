/** Refuses changes that another site's page sends in the name of a signed-in person. */
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { problem } from '#http/core/problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether this route takes a form with a file. Another site's form can send one too, but every browser says so in
     * `Origin`, and the session's cookie is SameSite.
     */
    readonly takesFile?: boolean;
    /**
     * The route takes forms of any site, because it does nothing in the name of a signed-in person: what it may do is in
     * the address (RFC 8058).
     */
    readonly takesForms?: boolean;
  }
}

/**
 * An `onRequest` hook. A request that changes something must come from a page of our own origin and have a JSON body.
 * `publicOrigins` returns our origins, like `https://oto.example`; it is a function because the address is only known
 * once the server listens. Cookies are SameSite=Lax as well. A request with neither `Sec-Fetch-Site` nor `Origin` comes
 * from no browser and is let through: no page can have sent it with somebody's cookies.
 */
export function refuseCrossOrigin(publicOrigins: () => readonly string[]): onRequestAsyncHookHandler {
  return async (request) => {
    if (isReading(request) || request.routeOptions.config.takesForms) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin !== undefined && !publicOrigins().includes(origin)) throw problem('wrong_origin');
    // `none`: the person typed the address or opened a bookmark.
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('wrong_origin');
    const isForm = request.routeOptions.config.takesFile === true && isMultipart(request);
    if (hasBody(request) && !isJson(request) && !isForm) throw problem('bad_json');
  };
}

/** Whether the request only reads. Reading changes nothing, so another site's page may cause it. */
export function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Whether the body is JSON. A form of another site can send text and form data, but no JSON. */
function isJson({ headers }: FastifyRequest): boolean {
  return /^application\/json(?:\s*;|$)/i.test(headers['content-type'] ?? '');
}

function isMultipart({ headers }: FastifyRequest): boolean {
  return /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');
}
