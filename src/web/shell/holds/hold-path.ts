/** Where what waits is found: the list of it, and each message. */
export const HOLDS_PATH = '/agendados';

export function holdPath(attemptId: string): string {
  return `${HOLDS_PATH}/${attemptId}`;
}
