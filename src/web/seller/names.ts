/** How a person is called in a sentence. */

/** "Marina Alves" → "Marina". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
