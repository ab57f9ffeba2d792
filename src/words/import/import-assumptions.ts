/** Writes the assumptions of an import in plain Portuguese. They come first in the report. */
import type {
  EncodingUse,
  FileEncoding,
  ImportAssumptions,
  ImportField,
  PermissionUse,
} from '#contract/import/import-report.ts';
import { count } from '#words/core/format.ts';

/** One line per assumption: encoding, separator, columns, dates, permissions. */
export function* assumptionLines(assumptions: ImportAssumptions): Generator<string> {
  const { encodings, separator, headerLine, columns, dates, permissions } = assumptions;
  yield `codificação: ${encodingsText(encodings)}`;
  const header = headerLine === 1 ? '' : `; cabeçalho na linha ${headerLine}`;
  yield `separador: ${SEPARATORS[separator] ?? `“${separator}”`}${header}`;
  for (const { column, field } of columns) yield `coluna “${oneLine(column)}”: ${FIELDS[field]}`;
  for (const { column, order } of dates) yield `datas em “${oneLine(column)}”: ${DATE_ORDERS[order]}`;
  for (const use of permissions.slice(0, MOST_PERMISSIONS)) yield permissionText(use);
  const others = permissions.slice(MOST_PERMISSIONS);
  if (others.length > 0) yield `e mais ${number(others.length)} textos sobre permissão, lidos linha a linha nos avisos`;
}

const MOST_PERMISSIONS = 12;

function encodingsText(uses: readonly EncodingUse[]): string {
  if (uses.length === 0) return 'só letras sem acento';
  if (uses.length === 1) return ENCODINGS[(uses[0] as EncodingUse).encoding];
  return uses
    .map(({ encoding, lines, firstLine }) => {
      const many = lines === 1 ? '1 linha' : `${number(lines)} linhas`;
      return `${ENCODINGS[encoding]} em ${many} (a primeira é a ${firstLine})`;
    })
    .join(', ');
}

function permissionText({ column, value, meaning, rows }: PermissionUse): string {
  const many = rows === 1 ? '1 linha' : `${number(rows)} linhas`;
  return `“${oneLine(value)}” em “${oneLine(column)}”: ${MEANINGS[meaning]} (${many})`;
}

const ENCODINGS: Readonly<Record<FileEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
  cp850: 'CP850 (DOS)',
  macintosh: 'Mac Roman',
  double: 'UTF-8 codificado duas vezes, desfeito',
};

const SEPARATORS: Readonly<Record<string, string>> = {
  ';': 'ponto e vírgula',
  ',': 'vírgula',
  '\t': 'tabulação',
  '|': 'barra vertical',
};

const DATE_ORDERS: Readonly<Record<ImportAssumptions['dates'][number]['order'], string>> = {
  day_first: 'dia/mês/ano',
  month_first: 'mês/dia/ano, porque há datas que só podem ser assim e nenhuma que só possa ser dia/mês',
  unclear: 'a coluna não diz se o dia ou o mês vem primeiro; datas com dois sentidos são recusadas ou deixadas de fora',
};

const MEANINGS: Readonly<Record<PermissionUse['meaning'], string>> = {
  granted: 'permite mensagens',
  refused: 'recusa mensagens',
  unknown: 'não diz nada; fica sem permissão',
  unclear: 'pode ser sim ou não',
};

const FIELDS: Readonly<Record<ImportField, string>> = {
  code: 'código',
  name: 'nome',
  city: 'cidade',
  state: 'estado',
  zone: 'fuso horário',
  opens: 'hora de abertura',
  closes: 'hora de fechamento',
  opensSaturday: 'abertura no sábado',
  closesSaturday: 'fechamento no sábado',
  opensSunday: 'abertura no domingo',
  closesSunday: 'fechamento no domingo',
  store: 'loja',
  role: 'papel',
  active: 'trabalha na loja',
  phone: 'telefone',
  areaCode: 'DDD',
  countryCode: 'código do país',
  email: 'e-mail',
  seller: 'vendedor',
  born: 'nascimento',
  permission: 'permissão (um “sim” permite)',
  refusal: 'recusa (um “sim” recusa)',
  possibleRefusal: 'talvez recusa (um “não” recusa; um “sim” não permite)',
  permissionOn: 'data da permissão',
  since: 'cliente desde',
  note: 'observações',
  customer: 'cliente',
  on: 'data da compra',
  total: 'valor',
  items: 'itens',
  receipt: 'número do pedido',
};

/** The cell's text in one line. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function number(n: number): string {
  return count('pt-BR', n);
}
