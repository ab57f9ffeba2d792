/** What journeys of support have in common: publications that have to be confirmed. */
import type { Locator } from '@playwright/test';

/** Confirms that stores lose opening hours, which the demo's usual hours bring (A4). `place`: the sheet or the page. */
export async function confirmHoursLost(place: Locator): Promise<void> {
  await place.getByRole('checkbox', { name: /Mais de 6 horas de loja aberta/ }).check();
}
