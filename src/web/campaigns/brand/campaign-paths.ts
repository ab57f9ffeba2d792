/** The addresses of the screens about campaigns. */
export const CAMPAIGNS_PATH = '/campanhas';
export const NEW_CAMPAIGN_PATH = `${CAMPAIGNS_PATH}/nova`;

export function campaignPath(id: string): string {
  return `${CAMPAIGNS_PATH}/${id}`;
}

export function editPath(id: string): string {
  return `${CAMPAIGNS_PATH}/${id}/editar`;
}

/** The page of a new campaign that begins with what another campaign says. */
export function copyPath(id: string): string {
  return `${NEW_CAMPAIGN_PATH}/${id}`;
}
