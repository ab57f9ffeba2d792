/** Finds text that the database cannot store, or that JSON and UTF-8 cannot return as it was typed. */

export interface TextFault {
  /** The path of the field, as in every fault (`keys.auth`); for the whole value, its name. */
  readonly path: string;
  readonly code: 'bad_text' | 'too_deep';
}

/**
 * The deepest nesting that is accepted. No real client sends more, and recursive code on deeper values could overflow
 * the stack.
 */
const MAX_DEPTH = 32;

/** Whether Postgres and UTF-8 keep `text` unchanged: it has neither U+0000 nor one unit of a surrogate pair alone. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * The first field of a parsed `value` whose name or text cannot be stored, or that is nested deeper than 32 levels;
 * null if there is none. `whole` is the name under which the value itself is reported.
 */
export function faultOfText(value: unknown, whole: string): TextFault | null {
  const pending: Part[] = [{ value, path: '', depth: 0 }];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const path = part.path || whole;
    if (typeof part.value === 'string' && !isStorable(part.value)) return { path, code: 'bad_text' };
    if (typeof part.value !== 'object' || part.value === null) continue;
    if (part.depth === MAX_DEPTH) return { path: path.split('.', 4).join('.'), code: 'too_deep' };
    const entries = Object.entries(part.value);
    if (!entries.every(([name]) => isStorable(name))) return { path, code: 'bad_text' };
    for (const [name, each] of entries.reverse()) {
      pending.push({ value: each, path: part.path === '' ? name : `${part.path}.${name}`, depth: part.depth + 1 });
    }
  }
  return null;
}

interface Part {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}
