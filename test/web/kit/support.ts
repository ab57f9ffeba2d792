/** Steps that several journeys of support share. */
import type { Locator } from '@playwright/test';

/** Confirms the warning that quiet hours cover opening hours of stores, which the demo's usual hours do (A4). `place` is the sheet or the page. */
export async function confirmHoursLost(place: Locator): Promise<void> {
  await place.getByRole('checkbox', { name: /Mais de 6 horas de loja aberta/ }).check();
}
