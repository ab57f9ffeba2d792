/** Defines the limits of a policy's parts (S1), for the rules and for the form that edits the policy. */
export const POLICY_LIMITS = {
  windowsADay: 8,
  exceptions: 100,
  labelLength: 80,
  /** Pairs of the lowest and the highest value. */
  sellerMax: [1, 1000],
  sellerMinutes: [1, 1440],
  releaseSpreadMinutes: [0, 1440],
  senderPerMinute: [1, 60_000],
} as const;
