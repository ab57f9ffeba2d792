/** Checks the text of a campaign, and fills it for a customer for whom each of its variables has a word. */
import {
  type Addressed,
  isVariable,
  messageText,
  type TextVariable,
  textParts,
  variableValue,
} from '#rules/contact/message-text.ts';

/**
 * A fault of a campaign's text, with its place in UTF-16 code units, `end` excluded. `unknown_variable`: braces around
 * a name that is not in the list. `fallback_missing`: nothing after the `|`. `lone_brace`: a brace without its partner.
 */
export interface TextFault {
  readonly code: 'unknown_variable' | 'fallback_missing' | 'lone_brace';
  readonly start: number;
  readonly end: number;
  /** The faulty part as written. */
  readonly written: string;
}

/** Returns the faults of a text, in the order of their places. */
export function textFaults(text: string): readonly TextFault[] {
  return [...text.matchAll(PLACE_OR_BRACE)].flatMap((match): TextFault[] => {
    const [written, name, fallback] = match;
    const code = faultOf(name, fallback);
    return code === null ? [] : [{ code, start: match.index, end: match.index + written.length, written }];
  });
}

function faultOf(name: string | undefined, fallback: string | undefined): TextFault['code'] | null {
  if (name === undefined) return 'lone_brace';
  if (!isVariable(name)) return 'unknown_variable';
  return fallback !== undefined && fallback.trim() === '' ? 'fallback_missing' : null;
}

/** Returns the variables that the text needs: those with at least one place without a fallback. */
export function neededVariables(text: string): ReadonlySet<TextVariable> {
  return new Set(
    textParts(text).flatMap((part) => (typeof part !== 'string' && part.fallback === null ? [part.variable] : [])),
  );
}

/** Returns the text for one customer; null: a variable without a fallback is empty, and the customer is left out. */
export function fillCampaignText(text: string, addressed: Addressed): string | null {
  for (const variable of neededVariables(text)) {
    if (variableValue(variable, addressed) === null) return null;
  }
  return messageText(text, addressed);
}

/** Braces with what they contain, else a single brace. */
const PLACE_OR_BRACE = /\{([^{}|]*)(?:\|([^{}]*))?\}|[{}]/g;
