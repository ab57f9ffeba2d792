/** How much of each thing a policy may hold (S1): named once for the rules and for the screen on which it is typed. */
export const POLICY_LIMITS = {
  windowsADay: 8,
  exceptions: 100,
  labelLength: 80,
  /** Least and most. */
  sellerMax: [1, 1000],
  sellerMinutes: [1, 1440],
  releaseSpreadMinutes: [0, 1440],
  senderPerMinute: [1, 60_000],
} as const;
