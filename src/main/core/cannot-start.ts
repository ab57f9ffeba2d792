/** A server or a command cannot start, for a reason that its operator can remove; the message says what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
