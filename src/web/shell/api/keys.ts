/** The keys of the readings. Every key under `customers` is customer data, which is dropped on locking. */
export const keys = {
  session: 'session',
  quietHours: 'quiet-hours',
  customers: 'customers',
  suggestions: 'customers/suggestions',
  attempts: 'customers/attempts',
  holds: 'customers/holds',
  profile: (customerId: string) => `customers/profile/${customerId}`,
  decision: (customerId: string, suggestionId: string) => `customers/decision/${customerId}/${suggestionId}`,
  portfolio: 'customers/portfolio',
} as const;
