/** Finds text that the database cannot hold, or that JSON and UTF-8 cannot give back as it was typed. */

export interface TextFault {
  /** The field's place as in every fault, `keys.auth`; for the whole value, its name. */
  readonly path: string;
  readonly code: 'bad_text' | 'too_deep';
}

/** Deeper values come from nobody who means them; recursive code further in would end in a stack overflow. */
const DEEPEST = 32;

/** True where Postgres and UTF-8 keep `text` unchanged: no U+0000, and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * The first field of a parsed `value` whose name or text cannot be kept, or that lies deeper than 32 levels; null where
 * there is none. `whole`: what to call the value itself.
 */
export function faultOfText(value: unknown, whole: string): TextFault | null {
  const left: Part[] = [{ value, path: '', depth: 0 }];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const path = part.path || whole;
    if (typeof part.value === 'string' && !isStorable(part.value)) return { path, code: 'bad_text' };
    if (typeof part.value !== 'object' || part.value === null) continue;
    if (part.depth === DEEPEST) return { path: path.split('.', 4).join('.'), code: 'too_deep' };
    const entries = Object.entries(part.value);
    if (!entries.every(([name]) => isStorable(name))) return { path, code: 'bad_text' };
    for (const [name, each] of entries.reverse()) {
      left.push({ value: each, path: part.path === '' ? name : `${part.path}.${name}`, depth: part.depth + 1 });
    }
  }
  return null;
}

interface Part {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}
