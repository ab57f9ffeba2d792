/** It cannot begin, for a reason that whoever starts it can do something about; the message tells them what. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
