/** The last look before a publication: what was, what will be, where and from when. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { simpleTimes } from '#web/ring/hours.ts';
import { useLanguage } from '#web/settings/language.ts';
import { Band } from '#web/ui/band.tsx';
import { Button } from '#web/ui/button.tsx';
import { AttentionIcon } from '#web/ui/icons.tsx';
import { ActionRow, Sheet } from '#web/ui/sheet.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { when } from '#words/format.ts';
import type { Hours } from '#words/sentence.ts';
import { refreshSupport } from './brand-queries.ts';
import { type Brand, type Publication, publish } from './brands-api.ts';
import { ChangeText } from './change-text.tsx';
import { DatesList } from './dates-list.tsx';
import { type DraftFaults, placeOfFault } from './publication.ts';
import styles from './publish-sheet.module.css';
import { useWords } from './support-words.ts';

export interface PublishSheetProps {
  readonly brand: Brand;
  readonly before: Hours | null;
  readonly base: Hours | null;
  readonly keepDates: boolean;
  readonly publication: Publication & { readonly policy: Hours };
  readonly effectiveAt: Instant | null;
  readonly now: Instant;
  readonly onBack: () => void;
  /** What the server refused, by its place: the sheet has gone back by then. */
  readonly onFaults: (faults: DraftFaults) => void;
  readonly onPublished: () => void;
}

export function PublishSheet(props: PublishSheetProps) {
  const { brand, before, base, keepDates, publication, effectiveAt, now, onBack, onFaults, onPublished } = props;
  const t = useWords();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const send = async () => {
    setBusy(true);
    setFault(null);
    const answer = await publish(brand.id, publication);
    if (answer.kind === 'done') {
      await refreshSupport();
      showToast({ text: t.published(when(language, Date.parse(answer.body.effectiveAt), now, brand.zone)) });
      return onPublished();
    }
    setBusy(false);
    if (answer.kind === 'lost') return setFault(t.unreached);
    const placed = placedFaults(answer.refusal.faults ?? [], answer.refusal.code);
    if (Object.keys(placed).length === 0) return setFault(answer.refusal.detail);
    onFaults(placed);
    onBack();
  };

  return (
    <Sheet
      title={t.confirmTitle(brand.name)}
      onBack={onBack}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onBack}>
            {t.back}
          </Button>
          <Button tone="main" busy={busy} onClick={() => void send()}>
            {t.publish}
          </Button>
        </ActionRow>
      }
    >
      <ChangeText before={before} after={publication.policy} />
      <Replaced base={base} keepDates={keepDates} />
      <ul className={styles.facts}>
        <li>{effectiveText()}</li>
        <li>{t.confirmStores(brand.stores.length)}</li>
        {publication.policy.exceptions.length > 0 && <li>{t.datesKept(publication.policy.exceptions.length)}</li>}
        <li>
          {t.reason}: “{publication.reason}”
        </li>
      </ul>
      <div role="alert">
        {fault !== null && (
          <Band tone="warn" picture={<AttentionIcon />} title={t.refused}>
            {fault}
          </Band>
        )}
      </div>
    </Sheet>
  );

  function effectiveText(): string {
    if (effectiveAt !== null) return t.confirmDate(when(language, effectiveAt, now, brand.zone));
    return publication.effective === 'now' ? t.confirmNow : t.confirmNext;
  }
}

/** Rules and dates that two times put aside, named one by one. */
function Replaced({ base, keepDates }: { readonly base: Hours | null; readonly keepDates: boolean }) {
  const t = useWords();
  const rules = base !== null && simpleTimes(base) === null ? base.windows.length : 0;
  const dates = base?.exceptions ?? [];
  if (rules === 0 && (dates.length === 0 || keepDates)) return null;
  return (
    <Band tone="warn" title={t.replaced}>
      {rules > 0 && <p>{t.replacedRules(rules)}.</p>}
      {dates.length > 0 && !keepDates && <p>{t.datesDropped(dates.length)}</p>}
      {dates.length > 0 && !keepDates && <DatesList exceptions={dates} most={4} />}
    </Band>
  );
}

function placedFaults(faults: readonly { readonly path: string }[], code: string): DraftFaults {
  const places = faults.map(({ path }) => placeOfFault(path));
  return {
    ...(places.includes('start') ? { start: 'unclear' } : {}),
    ...(places.includes('end') ? { end: 'unclear' } : {}),
    ...(places.includes('times') ? { times: 'same' } : {}),
    ...(places.includes('reason') ? { reason: 'missing' } : {}),
    ...(code === 'effective_in_past' || places.includes('effective') ? { effective: 'past' } : {}),
  };
}
