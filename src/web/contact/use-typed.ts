/** What is written in a message's field: on the device from the first letter, and only where it differs from what was given. */
import { type DraftPlace, keepDraft, readDraft, useDraft } from '#web/shell/drafts.ts';

export interface Typed {
  readonly text: string;
  /** It is not what was given. */
  readonly changed: boolean;
  readonly write: (next: string) => void;
}

/** `given`: what stands there before anybody types; it may change meanwhile, and what was typed stays. */
export function useTyped(place: DraftPlace, given: string): Typed {
  const text = useDraft(place).text ?? given;
  return {
    text,
    changed: text !== given,
    write: (next) => keepDraft(place, { ...readDraft(place), text: next === given ? null : next }),
  };
}
