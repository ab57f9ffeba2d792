/** The sheet that invites a person to support, or to manage a brand. */
import { type FormEvent, useId, useState } from 'react';
import type { Language } from '#contract/core/common.ts';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { EmailField } from '#web/ui/forms/email-field.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useAccountWords } from './account-words.ts';
import styles from './accounts.module.css';
import { invite } from './accounts-api.ts';

export interface InviteSheetProps {
  /** The brand whose manager is invited; null: a support person. */
  readonly brand: { readonly id: string; readonly name: string } | null;
  /** The person of an earlier invitation; null: nobody is filled in. */
  readonly again: { readonly name: string; readonly email: string } | null;
  readonly onClose: () => void;
  /** Called with the link where it was not mailed. */
  readonly onLink: (name: string, url: string) => void;
}

const LANGUAGES: readonly Language[] = ['pt-BR', 'en', 'es'];

export function InviteSheet({ brand, again, onClose, onLink }: InviteSheetProps) {
  const t = useAccountWords();
  const formId = useId();
  const [name, setName] = useState(again?.name ?? '');
  const [email, setEmail] = useState(again?.email ?? '');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const form = useFormCall(t);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wish = { name: name.trim(), email: email.trim(), language };
    const made = await form.send(() => invite(brand?.id ?? null, wish));
    if (!made) return;
    onClose();
    if ('url' in made.body) return onLink(wish.name, made.body.url);
    showToast({ text: t.sent(wish.email) });
  };

  return (
    <Sheet
      title={brand === null ? t.inviteSupport : t.inviteManager(brand.name)}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.back}</Button>
          <Button type="submit" form={formId} tone="main" busy={form.busy} disabled={form.mustWait}>
            {t.send}
          </Button>
        </ActionRow>
      }
    >
      <p>{t.inviteLead}</p>
      <form id={formId} className={styles.form} onSubmit={(event) => void send(event)}>
        <Field
          label={t.name}
          name="name"
          autoComplete="off"
          firstFocus
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <EmailField
          label={t.email}
          autoComplete="off"
          value={email}
          fault={form.fault}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Choices
          legend={t.language}
          value={language}
          onChange={setLanguage}
          choices={LANGUAGES.map((value) => ({ value, label: t.languages[value] }))}
        />
      </form>
    </Sheet>
  );
}
