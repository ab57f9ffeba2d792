/** The addresses of the list of held contacts and of each hold. */
export const HOLDS_PATH = '/agendados';

export function holdPath(attemptId: string): string {
  return `${HOLDS_PATH}/${attemptId}`;
}
