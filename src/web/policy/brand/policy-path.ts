/** The address of the page of a brand's quiet hours. */
export const POLICY_PATH = '/politica';
