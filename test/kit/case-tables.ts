/** Reads test cases from tables, which people of a store can read and correct. */

/** Returns the lines of a table by the names in its head. `|` separates cells; lines of dashes and empty lines are skipped. */
export function linesOf<const Column extends string>(
  columns: readonly Column[],
  table: string,
): readonly Readonly<Record<Column, string>>[] {
  const [head, ...lines] = table
    .split('\n')
    .filter((line) => !/^[\s|-]*$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  if (head?.join() !== columns.join()) throw new Error(`the table's head is ${head}, not ${columns}`);
  return lines.map((cells) => {
    if (cells.length !== columns.length)
      throw new Error(`the line has ${cells.length} cells, not ${columns.length}: ${cells.join(' | ')}`);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Record<Column, string>;
  });
}
