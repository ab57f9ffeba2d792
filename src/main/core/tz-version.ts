/** The version of the tz data with which this process decides (T12). */
export const tzVersion: string = process.versions.tz ?? 'unknown';
