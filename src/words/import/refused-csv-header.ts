/** The names of the two columns that the file of refused rows adds: where the row was, and why it was refused. */
import type { Language } from '#contract/core/common.ts';

export const REFUSED_CSV_HEADER: Readonly<Record<Language, readonly [line: string, reason: string]>> = {
  'pt-BR': ['linha no arquivo', 'motivo da recusa'],
  en: ['line in the file', 'reason of the refusal'],
  es: ['línea en el archivo', 'motivo del rechazo'],
};
