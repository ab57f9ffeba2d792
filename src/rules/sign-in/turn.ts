/**
 * How long one person holds a device that several share, before the PIN is asked for again: a turn ends with the later
 * of the two, counted from its last touch and its last hand-over.
 */

/** Untouched for this long, a turn is over: the device lies on the counter. */
export const TURN_IDLE_MS = 5 * 60_000;

/** Handed over to WhatsApp, the person is away with the device in hand: this long the turn waits for the return. */
export const TURN_AWAY_MS = 10 * 60_000;
