/** Joins the parts of a class attribute; absent parts are skipped. */
export function classNames(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
