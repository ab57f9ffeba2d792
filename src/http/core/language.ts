/** The language in which a caller wants sentences. */
import type { FastifyRequest } from 'fastify';
import type { Language } from '#contract/core/common.ts';
import { pickLanguage } from '#words/core/language.ts';

export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  return pickLanguage(headers['accept-language']);
}
