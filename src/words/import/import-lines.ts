/** Writes the whole report of an import line by line: assumptions, refusals, notes, counts. */
import type { ImportKind, ImportReport } from '#contract/import/import-report.ts';
import { assumptionLines } from './import-assumptions.ts';
import { countsText, fileFaultText, findingText, refusedText } from './import-report.ts';

interface Asked {
  readonly skipBadRows: boolean;
}

type ReadReport = Extract<ImportReport, { kind: 'read' }>;

/** Whether the file can be imported as it was asked for; a rehearsal ends with this answer. */
export function canBeWritten({ counts: { rows, refused } }: ReadReport, { skipBadRows }: Asked): boolean {
  return refused === 0 || (skipBadRows && refused < rows);
}

export function* reportLines(kind: ImportKind, report: ImportReport, asked: Asked): Generator<string> {
  if (report.kind === 'unreadable') {
    yield `Nada foi importado: ${fileFaultText(report.fault)}.`;
    return;
  }
  const { faults, notes, unusedColumns, assumptions } = report;
  yield 'O que entendemos do arquivo:';
  for (const line of assumptionLines(assumptions)) yield `  ${line}`;
  if (unusedColumns.length > 0) yield `Colunas que não usamos: ${unusedColumns.join(', ')}`;
  if (faults.length > 0) yield 'Linhas recusadas:';
  for (const fault of faults) yield `  ${findingText(fault)}`;
  if (notes.length > 0) yield 'Avisos:';
  for (const note of notes) yield `  ${findingText(note)}`;
  yield* endLines(kind, report, asked);
}

function* endLines(kind: ImportKind, report: ReadReport, asked: Asked): Generator<string> {
  const { counts, written, dryRun } = report;
  const isWritable = canBeWritten(report, asked);
  yield isWritable ? countsText(kind, counts) : refusedText(counts);
  if (dryRun) {
    yield isWritable ? 'Ensaio (--dry-run): nada foi gravado.' : 'Ensaio (--dry-run): o arquivo não entraria assim.';
  } else if (!written) yield 'Nada foi importado.';
  if (isWritable) return;
  yield counts.refused < counts.rows
    ? 'Corrija as linhas recusadas, ou use --skip-bad-rows para importar as outras.'
    : 'Todas as linhas foram recusadas: confira acima o que entendemos do arquivo.';
}
