/** Answers requests that cannot be read and so reach no route, with a problem in the caller's language. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '#contract/core/problem.ts';
import { problemBody, sendProblem } from '#http/core/present-problem.ts';
import { problem } from '#http/core/problem.ts';
import { pickLanguage } from '#words/core/language.ts';

/** Answers a path that the router cannot take: 400 for bad percent-encoding, 414 for a segment that is too long. */
export function refusePath(
  error: { readonly statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendProblem(request, reply, problem(error.statusCode === 414 ? 'uri_too_long' : 'bad_path'));
}

/** The error of node's HTTP parser, with the packet in which the parser stopped. */
type ClientError = Error & { readonly code?: string; readonly rawPacket?: Buffer };

/**
 * Answers a `clientError` of node's server and closes the connection. If an answer has already begun, nothing is
 * written. `headers` are sent with the refusal.
 */
export function refuseClient(headers: Readonly<Record<string, string>>): (error: ClientError, socket: Socket) => void {
  return (error, socket) => {
    if (error.code !== 'ECONNRESET' && socket.writable && !hasBegunToAnswer(socket)) {
      socket.write(rawAnswer(CODES[error.code ?? ''] ?? 'malformed', languageOf(error.rawPacket), headers));
    }
    socket.destroySoon();
  };
}

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too_slow',
};

/** Builds a whole HTTP answer as text for a socket. */
function rawAnswer(code: ProblemCode, language: string | undefined, headers: Readonly<Record<string, string>>): string {
  const spoken = pickLanguage(language);
  const body = problemBody(spoken, problem(code));
  const text = JSON.stringify(body);
  const lines = {
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': spoken,
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}\r\n${head.join('')}\r\n${text}`;
}

/**
 * Reads the `Accept-Language` header from the packet. The packet may begin or end anywhere in the request, so the
 * header may be missing.
 */
function languageOf(packet: Buffer | undefined): string | undefined {
  return /^accept-language:[ \t]*([^\r\n]{1,200})\r?$/im.exec(packet?.toString('latin1') ?? '')?.[1];
}

/** Whether an answer on this socket has begun. Node keeps the current answer in a private field of the socket. */
function hasBegunToAnswer(socket: Socket): boolean {
  return (socket as Socket & { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent ?? false;
}
