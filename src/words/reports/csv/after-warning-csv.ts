/** The words of the exported list of contacts that went on after a warning, in all three languages. */
import type { Language } from '#contract/core/common.ts';
import { words as en } from '#words/reports/after-warning.en.ts';
import { words as es } from '#words/reports/after-warning.es.ts';
import { type AfterWarningWords, words as pt } from '#words/reports/after-warning.pt-BR.ts';

interface AfterWarningCsvWords extends Pick<AfterWarningWords, 'because' | 'followed'> {
  readonly file: string;
  readonly header: readonly string[];
  readonly yes: string;
  readonly no: string;
}

export const AFTER_WARNING_CSV: Readonly<Record<Language, AfterWarningCsvWords>> = {
  'pt-BR': {
    ...pt,
    file: 'enviados-apos-o-aviso',
    header: [
      ...['data', 'hora', 'fuso', 'loja', 'vendedor(a)', 'cliente', 'motivo', 'depois de adiado na lista'],
      ...['segundos lendo o aviso', 'em 24 h', 'em 7 dias', 'código'],
    ],
    yes: 'sim',
    no: 'não',
  },
  en: {
    ...en,
    file: 'sent-after-the-warning',
    header: [
      ...['date', 'time', 'zone', 'store', 'seller', 'customer', 'reason', 'after being put off in the list'],
      ...['seconds reading the warning', 'in 24 h', 'in 7 days', 'code'],
    ],
    yes: 'yes',
    no: 'no',
  },
  es: {
    ...es,
    file: 'enviados-tras-el-aviso',
    header: [
      ...['fecha', 'hora', 'huso', 'tienda', 'vendedor(a)', 'cliente', 'motivo', 'tras ser aplazado en la lista'],
      ...['segundos leyendo el aviso', 'en 24 h', 'en 7 días', 'código'],
    ],
    yes: 'sí',
    no: 'no',
  },
};
