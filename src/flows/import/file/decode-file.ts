/** A file's bytes as text. The encoding is judged line by line, because people paste exports together. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { EncodingUse, FileEncoding, FileFinding } from '#contract/import/import-report.ts';
import { decodeSingleByte, type SingleByte } from './code-pages.ts';
import { repairDoubleEncoding } from './double-encoding.ts';
import { letterCost } from './letter-cost.ts';

export interface DecodedFile {
  readonly text: string;
  readonly encodings: readonly EncodingUse[];
}

/** A finding where the file is no text, or a line's encoding stays in doubt: the file is then refused with that line. */
export function decodeFile(bytes: Uint8Array): DecodedFile | FileFinding {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (SPREADSHEETS.some((start) => start.every((byte, place) => file[place] === byte))) {
    return { code: 'spreadsheet', line: null, about: null };
  }
  const utf16 = utf16Of(file);
  if (utf16 !== null) return decodedUtf16(file, utf16);
  const isMarked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  return isAscii(file)
    ? { text: file.toString('latin1'), encodings: [] }
    : decodedLines(isMarked ? file.subarray(3) : file);
}

/** xlsx and other zip files, xls, pdf. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

type Utf16 = 'utf-16le' | 'utf-16be';

/** By the mark; without one by the zero bytes that a table's ASCII signs leave on one side. */
function utf16Of(file: Buffer): Utf16 | null {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const sample = file.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
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

/** With their ends: LF, CR LF, or CR alone. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

function byteLinesOf(file: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let place = 0; place < file.length; place++) {
    const byte = file[place];
    if (byte !== 0x0a && (byte !== 0x0d || file[place + 1] === 0x0a)) continue;
    lines.push(file.subarray(start, place + 1));
    start = place + 1;
  }
  if (start < file.length) lines.push(file.subarray(start));
  return lines;
}

interface Line {
  readonly text: string;
  /** Null for ASCII alone. */
  readonly encoding: FileEncoding | null;
}

function decodedLines(file: Buffer): DecodedFile | FileFinding {
  const bytes = byteLinesOf(file);
  const lines: (Line | null)[] = bytes.map((line) => {
    if (isAscii(line)) return { text: line.toString('latin1'), encoding: null };
    return isUtf8(line) ? { text: line.toString('utf8'), encoding: 'utf-8' } : null;
  });
  const open = bytes.flatMap((line, place) => (lines[place] === null ? [candidatesOf(line, place)] : []));
  const doubtful = settle(open, lines);
  if (doubtful !== null) return { code: 'encoding_doubtful', line: doubtful + 1, about: null };
  return repaired(lines as Line[]);
}

interface Candidates {
  readonly place: number;
  readonly texts: Readonly<Record<SingleByte, string>>;
  readonly costs: Readonly<Record<SingleByte, number>>;
  /** The encoding that the line alone settles; null where it does not. */
  readonly decided: SingleByte | null;
}

const SINGLE_BYTES: readonly SingleByte[] = ['windows-1252', 'cp850', 'macintosh'];

/** From this difference on one text is right and the other wrong. */
const CLEAR = 2;

/** From this cost on no reading of the line is believable by itself. */
const UNBELIEVABLE = 3;

function candidatesOf(line: Buffer, place: number): Candidates {
  const texts = {} as Record<SingleByte, string>;
  const costs = {} as Record<SingleByte, number>;
  for (const encoding of SINGLE_BYTES) {
    texts[encoding] = decodeSingleByte(line, encoding);
    costs[encoding] = letterCost(repairDoubleEncoding(texts[encoding]).text);
  }
  const [best, second] = byCost(costs);
  const isClear = costs[second] - costs[best] >= CLEAR && costs[best] < UNBELIEVABLE;
  return { place, texts, costs, decided: isClear ? best : null };
}

/** Fills `lines`; returns the place of a line that cannot be settled, null where all are. */
function settle(open: readonly Candidates[], lines: (Line | null)[]): number | null {
  const decided = new Set(open.flatMap((line) => line.decided ?? []));
  const common = decided.size === 1 ? ([...decided][0] as SingleByte) : decided.size === 0 ? commonOf(open) : null;
  for (const { place, texts, costs, decided } of open) {
    const encoding = decided ?? encodingBeside(costs, common);
    if (encoding === null) return place;
    lines[place] = { text: texts[encoding], encoding };
  }
  return null;
}

/** A line that does not settle it follows the file's others, unless it speaks clearly against them. */
function encodingBeside(costs: Candidates['costs'], common: SingleByte | null): SingleByte | null {
  const [best, second] = byCost(costs);
  if (common !== null) return costs[common] - costs[best] < CLEAR && costs[common] < 2 * UNBELIEVABLE ? common : null;
  return costs[best] < CLEAR && costs[second] - costs[best] >= 1 ? best : null;
}

/** Where no line settles it alone, all of them together may. */
function commonOf(open: readonly Candidates[]): SingleByte | null {
  const sums = Object.fromEntries(
    SINGLE_BYTES.map((encoding) => [encoding, open.reduce((sum, { costs }) => sum + costs[encoding], 0)]),
  ) as Record<SingleByte, number>;
  const [best, second] = byCost(sums);
  return sums[second] - sums[best] >= CLEAR ? best : null;
}

function byCost(costs: Candidates['costs']): [best: SingleByte, second: SingleByte] {
  const [best, second] = [...SINGLE_BYTES].sort((a, b) => costs[a] - costs[b]);
  return [best as SingleByte, second as SingleByte];
}

/** Undoes double encoding. A doubtful pair stays as it is where the file's other lines are all encoded once. */
function repaired(lines: readonly Line[]): DecodedFile | FileFinding {
  const repairs = lines.map(({ text, encoding }) => (encoding === null ? null : repairDoubleEncoding(text)));
  const isDouble = repairs.some((repair) => repair?.repaired);
  const isClean = repairs.some((repair) => repair !== null && !repair.repaired && !repair.doubtful);
  const doubtful = repairs.findIndex((repair) => repair?.doubtful);
  if (doubtful !== -1 && (isDouble || !isClean)) {
    return { code: 'encoding_doubtful', line: doubtful + 1, about: null };
  }
  const uses = new Map<FileEncoding, { lines: number; firstLine: number }>();
  lines.forEach(({ encoding }, place) => {
    const used = repairs[place]?.repaired ? 'double' : encoding;
    if (used === null) return;
    const use = uses.get(used);
    if (use === undefined) uses.set(used, { lines: 1, firstLine: place + 1 });
    else use.lines += 1;
  });
  return {
    text: lines.map(({ text }, place) => repairs[place]?.text ?? text).join(''),
    encodings: [...uses].map(([encoding, use]) => ({ encoding, ...use })),
  };
}
