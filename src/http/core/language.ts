/** Reads the language of the answer from the request's `Accept-Language` header. */
import type { FastifyRequest } from 'fastify';
import type { Language } from '#contract/core/common.ts';
import { pickLanguage } from '#words/core/language.ts';

export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  return pickLanguage(headers['accept-language']);
}
