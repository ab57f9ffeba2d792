/** How long a brand may choose to keep its data. The database checks the same limits, and keeps receipts as long as the cool-down (R1). */

/** The days that a brand chooses. */
export interface Retention {
  readonly textsDays: number;
  readonly draftsDays: number;
  readonly receiptsDays: number;
}

export const RETENTION_LIMITS = {
  textsDays: { least: 7, most: 3650 },
  draftsDays: { least: 1, most: 365 },
  receiptsDays: { least: 180, most: 3650 },
} as const satisfies Record<keyof Retention, { least: number; most: number }>;
