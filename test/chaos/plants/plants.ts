/** The bugs that are planted, at least one for each scenario. */
import type { Plant } from './play.ts';

export const plants: readonly Plant[] = [];
