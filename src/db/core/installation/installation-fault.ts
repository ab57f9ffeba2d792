/** This program, its settings and the database do not fit together; the message says what differs and what to do. */
export class InstallationFault extends Error {
  override readonly name = 'InstallationFault';
}
