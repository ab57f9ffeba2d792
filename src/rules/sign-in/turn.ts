/**
 * Defines how long a person's turn on a shared device lasts before the PIN is asked for again: until the later of the
 * two ends below, counted from the last touch and the last hand-over.
 */

/** A turn ends after this time without a touch. */
export const TURN_IDLE_MS = 5 * 60_000;

/** After a hand-over to WhatsApp the turn lasts this long, because the person is away with the device. */
export const TURN_AWAY_MS = 10 * 60_000;
