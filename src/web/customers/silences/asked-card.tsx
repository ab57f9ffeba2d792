/** Shows the silences that a customer asked for, and lets people write down and end them (D4b). */
import { Suspense, useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import profileStyles from '#web/customers/profile.module.css';
import { sentenceOf } from '#web/shell/api/call.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { MoonIcon } from '#web/ui/icons/more-icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { askedText } from '#words/customers/asked-text.ts';
import { endSilence, writeSilence } from './asked-api.ts';
import { silenceOfEntry } from './asked-entry.ts';
import { useAskedWords } from './asked-words.ts';

const AskedSheet = lazyScreen(async () => (await import('./asked-sheet.tsx')).AskedSheet);

export function AskedCard({ profile }: { readonly profile: CustomerProfile }) {
  const t = useAskedWords();
  const [sheet, setSheet] = useState<{ readonly after: string } | null>(null);
  const { silences, mayChange, contactFrom } = profile;
  const name = firstName(profile.name);
  if (silences.length === 0 && !mayChange) return null;
  return (
    <Card>
      <h2 className={profileStyles.title}>
        <MoonIcon />
        {t.title}
      </h2>
      {silences.length === 0 ? (
        <p className={profileStyles.soft}>{t.none(name)}</p>
      ) : (
        <>
          <p>{t.asked(name)}</p>
          <ul className={profileStyles.rows}>
            {silences.map((silence) => (
              <AskedRow key={silence.id} profile={profile} silence={silence} />
            ))}
          </ul>
        </>
      )}
      {mayChange && (
        <div className={profileStyles.tags}>
          <Button onClick={() => setSheet({ after: '' })}>{t.add}</Button>
          {contactFrom !== null && silences.length === 0 && (
            <Button tone="text" onClick={() => setSheet({ after: contactFrom })}>
              {keepNumbers(t.fromPreferred(contactFrom))}
            </Button>
          )}
        </div>
      )}
      <Suspense>
        {sheet && <AskedSheet customerId={profile.id} name={name} after={sheet.after} onClose={() => setSheet(null)} />}
      </Suspense>
    </Card>
  );
}

interface AskedRowProps {
  readonly profile: CustomerProfile;
  readonly silence: CustomerProfile['silences'][number];
}

function AskedRow({ profile, silence }: AskedRowProps) {
  const t = useAskedWords();
  const say = useTimeText();
  const language = useLanguage();
  const { now } = useShop();
  const [busy, setBusy] = useState(false);
  const wish = silenceOfEntry(silence);
  const text = keepNumbers(askedText(language, wish, say.dateOf(now)));
  const end = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await endSilence(profile.id, silence.id);
    setBusy(false);
    if (answer.kind !== 'done')
      return showToast({ text: answer.kind === 'lost' ? t.unsaid : sentenceOf(answer.refusal) });
    showToast({ text: t.ended, action: { label: t.undo, run: () => void writeSilence(profile.id, wish) } });
  };
  return (
    <li className={profileStyles.row}>
      <span>
        {text} {silence.running && <Tag tone="quiet">{t.running}</Tag>}
        <small className={profileStyles.soft}>
          {t.noted(firstName(silence.madeBy), say.when(instantOf(silence.madeAt)))}
        </small>
      </span>
      {profile.mayChange && (
        <Button busy={busy} onClick={() => void end()}>
          {t.end}
          <VisuallyHidden>{t.endOf(text)}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}
