/** Decodes a file's bytes to text. The encoding is found for each line, because people paste exports of several programs together. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { EncodingUse, FileEncoding, FileFinding } from '#contract/import/import-report.ts';
import { decodeSingleByte, type SingleByte } from './code-pages.ts';
import { repairDoubleEncoding } from './double-encoding.ts';
import { letterCost } from './letter-cost.ts';

export interface DecodedFile {
  readonly text: string;
  readonly encodings: readonly EncodingUse[];
}

/** Returns a finding where the file is no text or the encoding of a line stays in doubt; the file is then refused with that line. */
export function decodeFile(bytes: Uint8Array): DecodedFile | FileFinding {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (NOT_TEXT.some((start) => start.every((byte, index) => file[index] === byte))) {
    return { code: 'spreadsheet', line: null, about: null };
  }
  const utf16 = utf16Of(file);
  if (utf16 !== null) return decodedUtf16(file, utf16);
  const hasUtf8Mark = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  return isAscii(file)
    ? { text: file.toString('latin1'), encodings: [] }
    : decodedLines(hasUtf8Mark ? file.subarray(3) : file);
}

/** The first bytes of xlsx and other zip files, of xls and of pdf. */
const NOT_TEXT = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

type Utf16 = 'utf-16le' | 'utf-16be';

/** Recognises UTF-16 by its byte-order mark; without one, by the zero bytes that ASCII characters leave at even or odd positions. */
function utf16Of(file: Buffer): Utf16 | null {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const sample = file.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even < odd / 8) return 'utf-16le';
  return even > sample.length / 4 && odd < even / 8 ? 'utf-16be' : null;
}

function decodedUtf16(file: Buffer, encoding: Utf16): DecodedFile | FileFinding {
  const text = new TextDecoder(encoding).decode(file);
  const lines = linesOf(text);
  const broken = lines.findIndex((line) => line.includes('\ufffd'));
  if (broken !== -1) return { code: 'encoding_doubtful', line: broken + 1, about: null };
  return repaired(lines.map((text) => ({ text, encoding: /[\u0080-\uffff]/.test(text) ? encoding : null })));
}

/** Splits a text into lines with their ends: LF, CR LF or CR alone. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

function byteLinesOf(file: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let index = 0; index < file.length; index++) {
    const byte = file[index];
    if (byte !== 0x0a && (byte !== 0x0d || file[index + 1] === 0x0a)) continue;
    lines.push(file.subarray(start, index + 1));
    start = index + 1;
  }
  if (start < file.length) lines.push(file.subarray(start));
  return lines;
}

interface Line {
  readonly text: string;
  /** Null for a line of ASCII characters only. */
  readonly encoding: FileEncoding | null;
}

function decodedLines(file: Buffer): DecodedFile | FileFinding {
  const bytes = byteLinesOf(file);
  const lines: (Line | null)[] = bytes.map((line) => {
    if (isAscii(line)) return { text: line.toString('latin1'), encoding: null };
    return isUtf8(line) ? { text: line.toString('utf8'), encoding: 'utf-8' } : null;
  });
  const undecided = bytes.flatMap((line, index) => (lines[index] === null ? [candidatesOf(line, index)] : []));
  const doubtful = decodeUndecided(undecided, lines);
  if (doubtful !== null) return { code: 'encoding_doubtful', line: doubtful + 1, about: null };
  return repaired(lines as Line[]);
}

interface Candidates {
  readonly index: number;
  readonly texts: Readonly<Record<SingleByte, string>>;
  readonly costs: Readonly<Record<SingleByte, number>>;
  /** The encoding that this line alone determines; null where the line does not determine one. */
  readonly decided: SingleByte | null;
}

const SINGLE_BYTES: readonly SingleByte[] = ['windows-1252', 'cp850', 'macintosh'];

/** From this difference of costs on, the cheaper text is right. */
const CLEAR = 2;

/** From this cost on, no decoding of the line is believable by itself. */
const UNBELIEVABLE = 3;

function candidatesOf(line: Buffer, index: number): Candidates {
  const texts = {} as Record<SingleByte, string>;
  const costs = {} as Record<SingleByte, number>;
  for (const encoding of SINGLE_BYTES) {
    texts[encoding] = decodeSingleByte(line, encoding);
    costs[encoding] = letterCost(repairDoubleEncoding(texts[encoding]).text);
  }
  const [best, second] = byCost(costs);
  const isClear = costs[second] - costs[best] >= CLEAR && costs[best] < UNBELIEVABLE;
  return { index, texts, costs, decided: isClear ? best : null };
}

/** Decodes the undecided lines into `lines`. Returns the index of a line whose encoding stays in doubt; null where there is none. */
function decodeUndecided(undecided: readonly Candidates[], lines: (Line | null)[]): number | null {
  const encodings = new Set(undecided.flatMap((line) => line.decided ?? []));
  const common =
    encodings.size === 1 ? ([...encodings][0] as SingleByte) : encodings.size === 0 ? commonOf(undecided) : null;
  for (const { index, texts, costs, decided } of undecided) {
    const encoding = decided ?? encodingBeside(costs, common);
    if (encoding === null) return index;
    lines[index] = { text: texts[encoding], encoding };
  }
  return null;
}

/**
 * Returns the encoding for a line that does not determine one: the file's common encoding, unless the line's letters
 * clearly contradict it.
 */
function encodingBeside(costs: Candidates['costs'], common: SingleByte | null): SingleByte | null {
  const [best, second] = byCost(costs);
  // The file's other lines support `common`, so a line may cost twice what a line alone may cost.
  if (common !== null) return costs[common] - costs[best] < CLEAR && costs[common] < 2 * UNBELIEVABLE ? common : null;
  return costs[best] < CLEAR && costs[second] - costs[best] >= 1 ? best : null;
}

/** Returns the encoding that all undecided lines together determine; null where they do not. */
function commonOf(undecided: readonly Candidates[]): SingleByte | null {
  const sums = Object.fromEntries(
    SINGLE_BYTES.map((encoding) => [encoding, undecided.reduce((sum, { costs }) => sum + costs[encoding], 0)]),
  ) as Record<SingleByte, number>;
  const [best, second] = byCost(sums);
  return sums[second] - sums[best] >= CLEAR ? best : null;
}

function byCost(costs: Candidates['costs']): [best: SingleByte, second: SingleByte] {
  const [best, second] = [...SINGLE_BYTES].sort((a, b) => costs[a] - costs[b]);
  return [best as SingleByte, second as SingleByte];
}

/**
 * Undoes double encoding. Two characters in doubt stay only if no line was encoded twice and at least one line surely
 * once; else the file is refused.
 */
function repaired(lines: readonly Line[]): DecodedFile | FileFinding {
  const repairs = lines.map(({ text, encoding }) => (encoding === null ? null : repairDoubleEncoding(text)));
  const isDouble = repairs.some((repair) => repair?.repaired);
  const isClean = repairs.some((repair) => repair !== null && !repair.repaired && !repair.doubtful);
  const doubtful = repairs.findIndex((repair) => repair?.doubtful);
  if (doubtful !== -1 && (isDouble || !isClean)) {
    return { code: 'encoding_doubtful', line: doubtful + 1, about: null };
  }
  const uses = new Map<FileEncoding, { lines: number; firstLine: number }>();
  lines.forEach(({ encoding }, index) => {
    const used = repairs[index]?.repaired ? 'double' : encoding;
    if (used === null) return;
    const use = uses.get(used);
    if (use === undefined) uses.set(used, { lines: 1, firstLine: index + 1 });
    else use.lines += 1;
  });
  return {
    text: lines.map(({ text }, index) => repairs[index]?.text ?? text).join(''),
    encodings: [...uses].map(([encoding, use]) => ({ encoding, ...use })),
  };
}
