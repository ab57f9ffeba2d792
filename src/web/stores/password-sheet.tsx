/** Shows a one-time password once, to be written down or copied. */
import { useRef } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { when } from '#words/core/format.ts';
import type { OneTimeSignIn } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export interface PasswordSheetProps {
  readonly store: string;
  readonly signIn: OneTimeSignIn;
  readonly onClose: () => void;
}

/** A tap beside the sheet does nothing, because the password cannot be shown again. */
export function PasswordSheet({ store, signIn, onClose }: PasswordSheetProps) {
  const t = useStoresWords();
  const language = useLanguage();
  const { zone } = useShop();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(signIn.password);
      showToast({ text: t.copied });
    } catch {
      // Browsers offer the clipboard on secure addresses only.
      field.current?.select();
      showToast({ text: t.selected });
    }
  };
  return (
    <Sheet
      title={t.passwordTitle(store)}
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
      {/* Passwords end by the host's clock, which the demo's clock does not move. */}
      <p>{t.passwordLead(when(language, Date.parse(signIn.expiresAt), Date.now(), zone))}</p>
      <Field label={t.email} readOnly value={signIn.email} />
      <Field
        ref={field}
        label={t.password}
        readOnly
        value={signIn.password}
        onFocus={(event) => event.target.select()}
      />
    </Sheet>
  );
}
