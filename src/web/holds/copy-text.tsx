/** Offers to copy a text typed for a message that is no longer held: nothing stores that text any more, and none of it must be lost. */
import { type RefObject, useRef } from 'react';
import { findDraftText } from '#web/shell/drafts.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';

/** Shows the text typed for a message that this person can no longer find; nothing where nothing was typed. */
export function UnkeptText({ attemptId }: { readonly attemptId: string }) {
  const h = useHoldWords();
  const { person } = useShop();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = findDraftText(person.id, attemptId);
  if (text === null) return null;
  return (
    <Card>
      <TextArea ref={area} label={h.one.unkept} rows={7} value={text} readOnly />
      <CopyText text={text} area={area} />
    </Card>
  );
}

/** `area` is the field with the text; the text is selected where the browser does not allow copying. */
export function CopyText(props: { readonly text: string; readonly area: RefObject<HTMLTextAreaElement | null> }) {
  const h = useHoldWords();
  const { text, area } = props;
  const copy = async () => {
    if (await isCopied(text)) return showToast({ text: h.one.copied });
    area.current?.select();
    return showToast({ text: h.one.selected });
  };
  return <Button onClick={() => void copy()}>{h.one.copy}</Button>;
}

/** Browsers offer the clipboard on secure addresses only. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
