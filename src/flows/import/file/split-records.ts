/**
 * A file's text as records, each with the line it begins on. Quotes are trusted only where they close plausibly; a stray
 * quote is a character like others, so that it never swallows the rows below it.
 */

export interface FileRecord {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly flaw: RecordFlaw | null;
  /** A quoted cell holds a separator. Such a record must have all its cells. */
  readonly quotedSeparator: boolean;
}

/**
 * `stray_quote`: a quote stands in a cell as a character. `quotes_unclear`: quotes that can be read in two ways; the
 * record cannot be trusted. `cell_of_lines`: a quoted cell holds a line break and a separator and is read as one cell.
 */
export type RecordFlaw = 'stray_quote' | 'quotes_unclear' | 'cell_of_lines';

interface QuotedCell {
  readonly content: string;
  /** Behind the closing quote and the spaces after it. */
  readonly end: number;
}

/** Reads one record after another. */
export class RecordReader {
  readonly #text: string;
  readonly #separator: string;
  #place = 0;
  #line: number;
  /** Up to here every record is in doubt: a quoted cell may have held them all. */
  #doubtUntil = 0;
  /**
   * A line of fewer cells cannot be a row of the table. A quoted cell whose later lines all have fewer is a text of
   * several lines; otherwise its quotes may be stray and its lines rows.
   */
  leastCells = 2;

  constructor(text: string, separator: string, firstLine: number) {
    this.#text = text;
    this.#separator = separator;
    this.#line = firstLine;
  }

  get hasMore(): boolean {
    return this.#place < this.#text.length;
  }

  next(): FileRecord {
    const line = this.#line;
    const isInDoubt = this.#place < this.#doubtUntil;
    const cells: string[] = [];
    let flaw: RecordFlaw | null = null;
    let quotedSeparator = false;
    for (;;) {
      const quoted = this.#text[this.#place] === '"' ? this.#quotedCell() : null;
      if (quoted === null || typeof quoted === 'string') {
        if (quoted !== null && flaw !== 'quotes_unclear') flaw = quoted;
        cells.push(this.#plainCell());
      } else {
        quotedSeparator ||= quoted.content.includes(this.#separator);
        if (/[\r\n]/.test(quoted.content) && quoted.content.includes(this.#separator)) flaw ??= 'cell_of_lines';
        cells.push(quoted.content.replaceAll('""', '"'));
        this.#moveTo(quoted.end);
      }
      if (!this.#passSeparator()) break;
    }
    this.#passLineEnd();
    return { line, cells, flaw: isInDoubt ? 'quotes_unclear' : flaw, quotedSeparator };
  }

  /** Up to the next separator or the end of the line. */
  #plainCell(): string {
    let end = this.#place;
    while (end < this.#text.length && this.#text[end] !== this.#separator && !this.#isLineEnd(end)) end += 1;
    const cell = this.#text.slice(this.#place, end);
    this.#moveTo(end);
    return cell;
  }

  /** The cell that the quote here opens; a flaw where the quote cannot be taken as an opening one. */
  #quotedCell(): QuotedCell | RecordFlaw {
    const close = this.#closingQuote(this.#place + 1);
    const end = close === -1 ? -1 : this.#skipSpaces(close + 1);
    if (close === -1 || !this.#endsCell(end)) return this.#unclosedFlaw();
    const content = this.#text.slice(this.#place + 1, close);
    if (!this.#holdsRows(content)) return { content, end };
    this.#doubtUntil = Math.max(this.#doubtUntil, close + 1);
    return 'quotes_unclear';
  }

  #holdsRows(content: string): boolean {
    const [, ...laterLines] = content.split(/\r\n|\r|\n/);
    return laterLines.some((line) => line.split(this.#separator).length >= this.leastCells);
  }

  /** A cell that begins and ends with quotes and has single ones between them can be read in two ways. */
  #unclosedFlaw(): RecordFlaw {
    let end = this.#place + 1;
    while (end < this.#text.length && this.#text[end] !== this.#separator && !this.#isLineEnd(end)) end += 1;
    const cell = this.#text.slice(this.#place, end).trimEnd();
    return cell.length > 1 && cell.endsWith('"') ? 'quotes_unclear' : 'stray_quote';
  }

  /** The first quote from `start` that is not doubled; -1 where none is. */
  #closingQuote(start: number): number {
    let quote = this.#text.indexOf('"', start);
    while (quote !== -1 && this.#text[quote + 1] === '"') quote = this.#text.indexOf('"', quote + 2);
    return quote;
  }

  #skipSpaces(place: number): number {
    let end = place;
    while (this.#text[end] === ' ' && this.#separator !== ' ') end += 1;
    return end;
  }

  #endsCell(place: number): boolean {
    return place >= this.#text.length || this.#text[place] === this.#separator || this.#isLineEnd(place);
  }

  #isLineEnd(place: number): boolean {
    return this.#text[place] === '\n' || this.#text[place] === '\r';
  }

  #passSeparator(): boolean {
    if (this.#text[this.#place] !== this.#separator) return false;
    this.#place += 1;
    return true;
  }

  #passLineEnd(): void {
    if (!this.hasMore) return;
    const length = this.#text.startsWith('\r\n', this.#place) ? 2 : 1;
    this.#moveTo(this.#place + length);
  }

  /** Counts the line ends that are passed: LF, CR LF, and CR alone. */
  #moveTo(end: number): void {
    for (let place = this.#place; place < end; place++) {
      const character = this.#text[place];
      if (character === '\n' || (character === '\r' && this.#text[place + 1] !== '\n')) this.#line += 1;
    }
    this.#place = end;
  }
}
