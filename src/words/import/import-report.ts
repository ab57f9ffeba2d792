/** Writes an import's findings in the reader's language, and its counts in Portuguese, the language of the command. */
import type { Language } from '#contract/core/common.ts';
import type { FileFinding, Finding, ImportCounts, ImportKind } from '#contract/import/import-report.ts';
import { count } from '#words/core/format.ts';
import * as english from './findings.en.ts';
import * as spanish from './findings.es.ts';
import * as portuguese from './findings.pt-BR.ts';

/** The sentence of a finding in one line: "linha 17, coluna loja: a loja “XX99” não existe nesta marca". */
export function findingText(finding: Finding, language: Language = 'pt-BR'): string {
  const { line, column } = finding;
  const { place } = LANGUAGES[language];
  return `${column === null ? place.line(line) : place.cell(line, column)}: ${reasonText(finding, language)}`;
}

/** The sentence of a finding without its place: "a loja “XX99” não existe nesta marca". */
export function reasonText({ code, value, about }: Finding, language: Language): string {
  return LANGUAGES[language].findings[code](quoted(value), shorten(about));
}

/** The sentence that says why the whole file could not be read. */
export function fileFaultText({ code, line, about }: FileFinding, language: Language = 'pt-BR'): string {
  const { fileFaults, place } = LANGUAGES[language];
  const sentence = fileFaults[code](shorten(about));
  return line === null ? sentence : `${place.line(line)}: ${sentence}`;
}

/** The counts of an import: "5.000 linhas lidas: 4.867 clientes novos, 107 unidas a outra linha, 26 recusadas." */
export function countsText(kind: ImportKind, counts: ImportCounts): string {
  const [one, many, created] = NAMES[kind];
  return sentence(counts.rows, [
    [counts.created, `1 ${one} ${created}`, `${many} ${created}s`],
    [counts.changed, '1 atualização', 'atualizações'],
    [counts.unchanged, '1 sem mudança', 'sem mudança'],
    [counts.joined, '1 unida a outra linha', 'unidas a outra linha'],
    [counts.refused, '1 recusada', 'recusadas'],
  ]);
}

/** The counts if nothing was written: "5.000 linhas lidas: 26 recusadas." */
export function refusedText({ rows, refused }: ImportCounts): string {
  return sentence(rows, [[refused, '1 recusada', 'recusadas']]);
}

type Part = readonly [count: number, one: string, others: string];

function sentence(rows: number, parts: readonly Part[]): string {
  const said = parts.filter(([n]) => n > 0).map(([n, one, others]) => (n === 1 ? one : `${number(n)} ${others}`));
  const read = rows === 1 ? '1 linha lida' : `${number(rows)} linhas lidas`;
  return `${[read, ...(said.length === 0 ? [] : [said.join(', ')])].join(': ')}.`;
}

const NAMES: Readonly<Record<ImportKind, readonly [one: string, many: string, created: string]>> = {
  stores: ['loja', 'lojas', 'nova'],
  sellers: ['vendedor', 'vendedores', 'novo'],
  customers: ['cliente', 'clientes', 'novo'],
  purchases: ['compra', 'compras', 'nova'],
};

const LANGUAGES = { 'pt-BR': portuguese, en: english, es: spanish } as const satisfies Readonly<
  Record<Language, unknown>
>;

const LONGEST = 60;

function quoted(value: string | null): string {
  return `“${shorten(value)}”`;
}

/**
 * The cell's text in one line, cut off at 60 characters. Control characters for terminals were already removed when the
 * cell was read.
 */
function shorten(value: string | null): string {
  const line = (value ?? '').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function number(n: number): string {
  return count('pt-BR', n);
}
