/** Finds the names of browser and system in a User-Agent header, for people who look through their sessions. */

export interface DeviceName {
  /** Null: the header names no browser of the list. */
  readonly browser: string | null;
  /** Null: the header names no system of the list. */
  readonly system: string | null;
}

/** The order matters: browsers that are built on Chrome name Chrome too, and all of them name Safari. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|OPT)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bVersion\/.*\bSafari\//],
];

/** Android names Linux too, and an iPhone says “like Mac OS X”. */
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows NT\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/** The longest header that is read; browsers send about 120 characters. */
const LONGEST = 500;

/** Returns names of the two lists above only, so that no text of a caller is stored or shown. */
export function deviceNameOf(userAgent: string | undefined): DeviceName {
  const text = (userAgent ?? '').slice(0, LONGEST);
  const nameIn = (names: typeof BROWSERS) => names.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return { browser: nameIn(BROWSERS), system: nameIn(SYSTEMS) };
}
