/** In quiet time a press on a suggestion in the list is the attempt itself: its message screen asks the server at once. */
let pressedId: string | null = null;

/** The list was pressed. */
export function pressSuggestion(suggestionId: string): void {
  pressedId = suggestionId;
}

/** True once for each press, so that a reload or the way back asks nothing. */
export function takePress(suggestionId: string): boolean {
  const pressed = pressedId === suggestionId;
  pressedId = null;
  return pressed;
}
