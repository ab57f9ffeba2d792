/**
 * Splits a file's text into records, each with the line at which it begins. A quote opens a cell only where its closing
 * quote is plausible; a stray quote is an ordinary character, so that it never swallows the rows below it.
 */

export interface FileRecord {
  /** The line number, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly flaw: RecordFlaw | null;
  /** Whether a quoted cell contains a separator. Such a record must have all its cells. */
  readonly quotedSeparator: boolean;
}

/**
 * `stray_quote` means that a cell contains a quote as an ordinary character. `quotes_unclear` means that the quotes can
 * be read in two ways, so that the record cannot be trusted. `cell_of_lines` means that a quoted cell contains a line
 * break and a separator and is read as one cell.
 */
export type RecordFlaw = 'stray_quote' | 'quotes_unclear' | 'cell_of_lines';

interface QuotedCell {
  readonly content: string;
  /** The position after the closing quote and the spaces that follow it. */
  readonly end: number;
}

/** Reads the records of a text one after another. */
export class RecordReader {
  readonly #text: string;
  readonly #separator: string;
  #position = 0;
  #line: number;
  /** Every record that begins before this position is in doubt, because a quoted cell may have contained all of them. */
  #doubtUntil = 0;
  /**
   * The fewest cells of a table row. A quoted cell whose later lines all have fewer cells is a text of several lines;
   * otherwise its quotes may be stray and its lines may be rows.
   */
  leastCells = 2;

  constructor(text: string, separator: string, firstLine: number) {
    this.#text = text;
    this.#separator = separator;
    this.#line = firstLine;
  }

  get hasMore(): boolean {
    return this.#position < this.#text.length;
  }

  next(): FileRecord {
    const line = this.#line;
    const isInDoubt = this.#position < this.#doubtUntil;
    const cells: string[] = [];
    let flaw: RecordFlaw | null = null;
    let quotedSeparator = false;
    for (;;) {
      const quoted = this.#text[this.#position] === '"' ? this.#quotedCell() : null;
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

  /** Reads a cell up to the next separator or the end of the line. */
  #plainCell(): string {
    let end = this.#position;
    while (end < this.#text.length && this.#text[end] !== this.#separator && !this.#isLineEnd(end)) end += 1;
    const cell = this.#text.slice(this.#position, end);
    this.#moveTo(end);
    return cell;
  }

  /** Reads the cell that the quote at the present position opens. Returns a flaw where the quote cannot be an opening quote. */
  #quotedCell(): QuotedCell | RecordFlaw {
    const close = this.#closingQuote(this.#position + 1);
    const end = close === -1 ? -1 : this.#skipSpaces(close + 1);
    if (close === -1 || !this.#endsCell(end)) return this.#unclosedFlaw();
    const content = this.#text.slice(this.#position + 1, close);
    if (!this.#containsRows(content)) return { content, end };
    this.#doubtUntil = Math.max(this.#doubtUntil, close + 1);
    return 'quotes_unclear';
  }

  #containsRows(content: string): boolean {
    const [, ...laterLines] = content.split(/\r\n|\r|\n/);
    return laterLines.some((line) => line.split(this.#separator).length >= this.leastCells);
  }

  /**
   * Returns the flaw of a cell whose quote is never closed. A cell that begins and ends with quotes and has single
   * quotes between them can be read in two ways.
   */
  #unclosedFlaw(): RecordFlaw {
    let end = this.#position + 1;
    while (end < this.#text.length && this.#text[end] !== this.#separator && !this.#isLineEnd(end)) end += 1;
    const cell = this.#text.slice(this.#position, end).trimEnd();
    return cell.length > 1 && cell.endsWith('"') ? 'quotes_unclear' : 'stray_quote';
  }

  /** Returns the position of the first quote from `start` that is not doubled; -1 where there is none. */
  #closingQuote(start: number): number {
    let quote = this.#text.indexOf('"', start);
    while (quote !== -1 && this.#text[quote + 1] === '"') quote = this.#text.indexOf('"', quote + 2);
    return quote;
  }

  #skipSpaces(position: number): number {
    let end = position;
    while (this.#text[end] === ' ' && this.#separator !== ' ') end += 1;
    return end;
  }

  #endsCell(position: number): boolean {
    return position >= this.#text.length || this.#text[position] === this.#separator || this.#isLineEnd(position);
  }

  #isLineEnd(position: number): boolean {
    return this.#text[position] === '\n' || this.#text[position] === '\r';
  }

  #passSeparator(): boolean {
    if (this.#text[this.#position] !== this.#separator) return false;
    this.#position += 1;
    return true;
  }

  #passLineEnd(): void {
    if (!this.hasMore) return;
    const length = this.#text.startsWith('\r\n', this.#position) ? 2 : 1;
    this.#moveTo(this.#position + length);
  }

  /** Moves to `end` and counts the line ends on the way: LF, CR LF, and CR alone. */
  #moveTo(end: number): void {
    for (let position = this.#position; position < end; position++) {
      const character = this.#text[position];
      if (character === '\n' || (character === '\r' && this.#text[position + 1] !== '\n')) this.#line += 1;
    }
    this.#position = end;
  }
}
