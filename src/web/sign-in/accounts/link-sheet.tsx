/** Shows a link once, to be copied and handed over. */
import { useRef } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useAccountWords } from './account-words.ts';

export interface LinkSheetProps {
  readonly name: string;
  readonly url: string;
  readonly onClose: () => void;
}

/** A tap beside the sheet does nothing, because the link cannot be shown again. */
export function LinkSheet({ name, url, onClose }: LinkSheetProps) {
  const t = useAccountWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    if (await isCopied(url)) return showToast({ text: t.copied });
    field.current?.select();
    return showToast({ text: t.selected });
  };
  return (
    <Sheet
      title={t.linkTitle(name)}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button tone="main" firstFocus onClick={() => void copy()}>
            {t.copy}
          </Button>
          <Button onClick={onClose}>{t.done}</Button>
        </ActionRow>
      }
    >
      <p>{t.linkLead}</p>
      <TextArea ref={field} label={t.link} rows={3} readOnly value={url} onFocus={(event) => event.target.select()} />
    </Sheet>
  );
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
