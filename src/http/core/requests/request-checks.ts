/** Refuses odd paths and text that cannot be stored as it was typed, before any handler runs. */
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '#http/core/problem.ts';
import { faultOfText } from '#http/core/storable-text.ts';

/**
 * Registers the checks of decision 0023 for all routes of `app`. The path is checked first; body, query and parameters
 * are checked after they are parsed and before their schema is applied.
 */
export function checkRequests(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addHook('onRequest', refuseOddPath);
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    // Decoding would replace invalid bytes by U+FFFD, so the stored text would differ from the text that was sent.
    if (isUtf8(body)) parseJson(request, body.toString(), done);
    else done(problem('invalid', { faults: [{ path: 'body', code: 'bad_text' }] }));
  });
  app.addHook('preValidation', refuseBadText);
}

async function refuseOddPath({ url }: FastifyRequest): Promise<void> {
  if (isOddUrl(url)) throw problem('bad_path');
}

/**
 * Whether `url`, as written in the request line, is odd: clients that follow RFC 3986 and WHATWG URL never send such a
 * URL.
 */
export function isOddUrl(url: string): boolean {
  const [path = '', query = ''] = splitAtFirst(url.replace(/^https?:\/\/[^/?]*/i, ''), '?');
  if (!path.startsWith('/')) return true;
  const decoded = decode(path);
  return decoded === null || ODD_PATH.test(decoded) || decode(query) === null;
}

/** Matches empty segments, dot segments, backslashes and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const ODD_PATH = /\/\/|\/\.{1,2}(\/|$)|[\\\x00-\x1f\x7f]/;

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function splitAtFirst(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

async function refuseBadText({ body, query, params }: FastifyRequest): Promise<void> {
  const fault = faultOfText(body, 'body') ?? faultOfText(query, 'querystring') ?? faultOfText(params, 'params');
  if (fault) throw problem('invalid', { faults: [fault] });
}
