/** The words of an exported list of attempts, in all three languages: the names of its columns and of the outcomes. */
import type { Language } from '#contract/core/common.ts';
import type { Outcome } from '#rules/contact/attempt.ts';

interface ReportCsvWords {
  readonly file: string;
  readonly header: readonly string[];
  readonly origins: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

/** How spreadsheets in a language read values. */
interface CsvForms {
  /** Excel in Portuguese and Spanish separates by semicolons, because the comma is in their decimals. */
  readonly separator: ';' | ',';
  /** Writes a date (`YYYY-MM-DD`). */
  readonly date: (on: string) => string;
}

const dayFirst = (on: string) => on.split('-').toReversed().join('/');

export const CSV_FORMS: Readonly<Record<Language, CsvForms>> = {
  'pt-BR': { separator: ';', date: dayFirst },
  en: { separator: ',', date: (on) => on },
  es: { separator: ';', date: dayFirst },
};

/** Writes a number with the decimal sign of the language, and without separators of thousands. */
export function csvNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 3 }).format(value);
}

export const REPORT_CSV: Readonly<Record<Language, ReportCsvWords>> = {
  'pt-BR': {
    file: 'tentativas',
    header: ['data', 'hora', 'fuso', 'loja', 'vendedor(a)', 'cliente', 'origem', 'situação', 'como foi', 'código'],
    origins: { suggestion: 'sugestão', profile: 'perfil' },
    outcomes: {
      sent: 'enviou',
      not_sent: 'não enviou',
      stop: 'pediu para parar',
      wrong_number: 'número errado',
      talked: 'conversou',
      sold: 'vendeu',
      no_answer: 'sem resposta',
    },
  },
  en: {
    file: 'attempts',
    header: ['date', 'time', 'zone', 'store', 'seller', 'customer', 'origin', 'state', 'outcome', 'code'],
    origins: { suggestion: 'suggestion', profile: 'profile' },
    outcomes: {
      sent: 'sent',
      not_sent: 'not sent',
      stop: 'asked to stop',
      wrong_number: 'wrong number',
      talked: 'talked',
      sold: 'sold',
      no_answer: 'no answer',
    },
  },
  es: {
    file: 'intentos',
    header: ['fecha', 'hora', 'huso', 'tienda', 'vendedor(a)', 'cliente', 'origen', 'estado', 'cómo fue', 'código'],
    origins: { suggestion: 'sugerencia', profile: 'perfil' },
    outcomes: {
      sent: 'envió',
      not_sent: 'no envió',
      stop: 'pidió no recibir más',
      wrong_number: 'número equivocado',
      talked: 'conversó',
      sold: 'vendió',
      no_answer: 'sin respuesta',
    },
  },
};
