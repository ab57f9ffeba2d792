/** Keeps the text of a message's field on the device from the first letter, but only while it differs from the given text. */
import { type DraftKey, keepDraft, readDraft, useDraft } from '#web/shell/drafts.ts';

export interface MessageDraft {
  readonly text: string;
  /** The text differs from the given one. */
  readonly changed: boolean;
  readonly write: (next: string) => void;
}

/** `given` is the text before anybody types. The given text may change later; a typed text stays. */
export function useMessageDraft(place: DraftKey, given: string): MessageDraft {
  const text = useDraft(place).text ?? given;
  return {
    text,
    changed: text !== given,
    write: (next) => keepDraft(place, { ...readDraft(place), text: next === given ? null : next }),
  };
}
