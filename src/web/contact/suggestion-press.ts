/**
 * Passes a press on a suggestion from the list to the message's screen: in quiet hours the press starts the attempt,
 * and the screen asks the server at once.
 */
let pressedId: string | null = null;

/** Records a press in the list. */
export function pressSuggestion(suggestionId: string): void {
  pressedId = suggestionId;
}

/** Returns true once for each press, so that a reload or a return to the screen asks nothing. */
export function takePress(suggestionId: string): boolean {
  const pressed = pressedId === suggestionId;
  pressedId = null;
  return pressed;
}
