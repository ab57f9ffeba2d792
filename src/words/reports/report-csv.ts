/** The words of an exported list of attempts, in all three languages: the names of its columns and of the outcomes. */
import type { Language } from '#contract/core/common.ts';
import type { Outcome } from '#rules/contact/attempt.ts';

interface ReportCsvWords {
  readonly file: string;
  readonly header: readonly string[];
  readonly origins: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** Writes a date (`YYYY-MM-DD`) as spreadsheets in this language read it. */
  readonly date: (on: string) => string;
}

const dayFirst = (on: string) => on.split('-').toReversed().join('/');

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
    date: dayFirst,
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
    date: (on) => on,
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
    date: dayFirst,
  },
};
