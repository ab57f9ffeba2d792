/** Says what a new brand still lacks before its stores can work with the program. */

/** The parts of a brand's set-up, in the order in which they are usually done. */
export const SETUP_PARTS = ['stores', 'hours', 'people', 'customers', 'quiet_hours'] as const;
export type SetupPart = (typeof SETUP_PARTS)[number];

export interface SetupState {
  readonly stores: number;
  readonly storesWithoutHours: number;
  /** Stores without an account, or without an active person who has a PIN there. */
  readonly storesWithoutSignIn: number;
  readonly hasCustomers: boolean;
  /** True also for a plan without quiet hours, which cannot ask for them (D10). */
  readonly hasAskedForQuietHours: boolean;
}

export interface MissingPart {
  readonly part: SetupPart;
  /** The stores that lack the part; null where the whole brand lacks it. */
  readonly stores: number | null;
}

/** Returns the parts that the brand lacks, in the order of `SETUP_PARTS`; none for a brand that is set up. */
export function missingParts(state: SetupState): MissingPart[] {
  const { stores, storesWithoutHours, storesWithoutSignIn } = state;
  const missing: MissingPart[] = [];
  const add = (part: SetupPart, of: number | null = null) => missing.push({ part, stores: of });
  if (stores === 0) add('stores');
  if (stores === 0) add('hours');
  else if (storesWithoutHours > 0) add('hours', storesWithoutHours);
  if (stores === 0) add('people');
  else if (storesWithoutSignIn > 0) add('people', storesWithoutSignIn);
  if (!state.hasCustomers) add('customers');
  if (!state.hasAskedForQuietHours) add('quiet_hours');
  return missing;
}
