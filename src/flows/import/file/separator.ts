/** Finds the character that separates a file's cells: from the header, with Excel's `sep=` line as a hint. */

export interface Separation {
  /** The text after the `sep=` line. */
  readonly text: string;
  readonly separator: string;
  readonly skippedLines: number;
}

const SEPARATORS = [';', ',', '\t', '|'] as const;

/**
 * Finds the separator. `isKnown` tells whether a column may have a name. The separator is the one under which the
 * header has the most known names; among equals the declared one, then the one that gives the most cells. Excel and
 * other programs save a `sep=` line again with further separators or quotes after it, and sometimes with another
 * separator than the declared one.
 */
export function separationOf(text: string, isKnown: (headerCell: string) => boolean): Separation {
  const declared = /^\s*"?sep=(\\t|[^\r\n"])?"?[;,\t| "]*(?:\r\n|\r|\n|$)/i.exec(text);
  const rest = declared === null ? text : text.slice(declared[0].length);
  const hint = declared?.[1] === '\\t' ? '\t' : (declared?.[1] ?? null);
  const header = /^[\r\n]*([^\r\n]*)/.exec(rest)?.[1] ?? '';
  const score = (separator: string): number => {
    const cells = header.split(separator);
    const known = cells.filter((cell) => isKnown(cell)).length;
    return known * 10_000 + (separator === hint ? 1_000 : 0) + cells.length;
  };
  const separators = hint === null ? SEPARATORS : [hint, ...SEPARATORS];
  const separator = separators.reduce((best, each) => (score(each) > score(best) ? each : best));
  return { text: rest, separator, skippedLines: declared === null ? 0 : lineEndsIn(declared[0]) };
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
