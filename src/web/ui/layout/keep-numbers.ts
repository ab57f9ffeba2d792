/** Joins each number with the words beside it by no-break spaces, so that "há 14 dias" never breaks over two lines. */
export function keepNumbers(text: string): string {
  return text.replace(/ (?=\d)|(?<=\d) (?=\p{Letter})/gu, '\u00a0');
}
