/** The addresses of *Equipe* in the apps of a brand. */
export const TEAM_PATH = '/equipe';
export const SHEET_PATH = `${TEAM_PATH}/pins`;

export function personPath(id: string): string {
  return `${TEAM_PATH}/${id}`;
}
