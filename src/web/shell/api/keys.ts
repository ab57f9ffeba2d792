/** The keys of what is read. All under `customers` is customers' data, and goes on locking. */
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
