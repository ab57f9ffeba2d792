/**
 * The error for a program, settings and database that do not fit together. The message says what differs and what to
 * do.
 */
export class InstallationFault extends Error {
  override readonly name = 'InstallationFault';
}
