/**
 * Sentences of the import command besides its report: about other imports of the brand, and about an import that
 * failed.
 */
import type { ImportKind } from '#contract/import/import-report.ts';

const NAMES: Readonly<Record<ImportKind, string>> = {
  stores: 'lojas',
  sellers: 'vendedores',
  customers: 'clientes',
  purchases: 'compras',
};

/** Said while this import waits for another import of the brand. */
export const IMPORT_WAITS = 'Outra importação desta marca está em andamento; esta começa quando ela terminar.';

/** Said when the other import did not end in time. */
export const IMPORT_BUSY =
  'Nada foi importado: outra importação desta marca ainda está em andamento. Tente de novo daqui a pouco.';

/** Said when a step failed and the import was undone. `why`: the error, for the operator. */
export function importFailedText(why: string): string {
  return `A importação falhou no meio (${why}) e foi desfeita. Só os pedidos para não receber mensagens ficaram valendo.`;
}

/** Said when both writing and undoing failed. */
export function importUnfinishedText(why: string): string {
  return `A importação parou no meio (${why}). A próxima importação desta marca primeiro termina esta, ou a desfaz.`;
}

/** Said when an earlier import had stopped in the middle. */
export function recoveredText(kind: ImportKind, how: 'finished' | 'undone' | 'discarded'): string {
  const earlier = `Uma importação anterior de ${NAMES[kind]} tinha parado no meio`;
  switch (how) {
    case 'finished':
      return `${earlier}: o que faltava foi importado agora.`;
    case 'undone':
      return `${earlier} e foi desfeita agora. Só os pedidos para não receber mensagens ficaram valendo.`;
    case 'discarded':
      return `${earlier} antes de gravar qualquer coisa; nada dela foi importado.`;
  }
}
