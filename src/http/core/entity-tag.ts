/** Lists that are asked for often and change seldom: a caller who has the same already gets no second copy. */
import { createHash } from 'node:crypto';
import type { onSendAsyncHookHandler } from 'fastify';

/**
 * An `onSend` hook for a GET: gives the body an `ETag`, and answers 304 with nothing to an equal `If-None-Match`.
 * Nothing is kept by browsers or proxies all the same (`no-store`): it is the app that remembers.
 */
export const tagged: onSendAsyncHookHandler<unknown> = async (request, reply, payload) => {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (!namedIn(request.headers['if-none-match'], tag)) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return '';
};

/** Weak and strong alike, as RFC 9110 compares here. */
function namedIn(header: string | undefined, tag: string): boolean {
  const named = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return named.includes(tag) || named.includes('*');
}
