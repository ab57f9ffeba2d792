/** The tz data that this process decides by (T12). */
export const tzVersion: string = process.versions.tz ?? 'unknown';
