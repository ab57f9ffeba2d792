/** The sheet for a refused contact: why, until when, and that nothing is lost. It also shows every other reason that stops a contact. */
import { useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import type { RefusedRefusal } from '#web/contact/attempt/attempt-phase.ts';
import styles from '#web/contact/compose.module.css';
import { cityOf } from '#web/contact/decision-city.ts';
import { HoldOffer } from '#web/contact/hold-time/hold-offer.tsx';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { HELP_PATH } from '#web/shell/quiet/help-path.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { WhySheet } from '#web/shell/quiet/why-sheet.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { sentenceStart, theBrand } from '#words/core/brand.ts';
import { Emphasis } from './emphasis.tsx';

export interface RefusedSheetProps {
  readonly refusal: RefusedRefusal;
  /** The contact was warned a moment ago and is refused now. */
  readonly changed: boolean;
  readonly customerName: string;
  readonly profile: CustomerProfile | undefined;
  readonly fromSuggestion: boolean;
  /** Leaves to the list, or to the profile where the contact began. */
  readonly onLeave: () => void;
  /** "Deixar pronta", for the time that the answer offers. */
  readonly onHold: () => void;
  readonly onOtherTime: () => void;
  /** Esc and a tap beside the sheet: back to the text. */
  readonly onBack: () => void;
}

export function RefusedSheet(props: RefusedSheetProps) {
  const { refusal, changed, profile, fromSuggestion, onLeave, onBack, onHold, onOtherTime } = props;
  const c = useContactWords();
  const h = useHoldWords();
  const [why, setWhy] = useState(false);
  const isQuiet = refusal.code === 'quiet_hours';
  const isPaced = refusal.code === 'pace';
  const later = instantOf(refusal.suggestedReleaseAt);
  const offered = later !== null && !isPaced;
  if (why) return <WhySheet onClose={() => setWhy(false)} />;

  return (
    <Sheet
      title={isQuiet ? c.refused.title : refusal.title}
      onBack={onBack}
      actions={
        <>
          {offered && <HoldOffer at={later} opensAt={instantOf(refusal.opensAt)} onHold={onHold} />}
          <ActionRow>
            {offered && <Button onClick={onOtherTime}>{h.leave.otherTime}</Button>}
            {isPaced ? (
              <Button tone="main" firstFocus onClick={onBack}>
                {h.leave.wait}
              </Button>
            ) : (
              <Button tone={offered ? 'ghost' : 'main'} firstFocus onClick={onLeave}>
                {fromSuggestion ? c.refused.backToList : c.refused.back}
              </Button>
            )}
          </ActionRow>
          {isPaced && later !== null && (
            <HoldOffer at={later} opensAt={instantOf(refusal.opensAt)} plain onHold={onHold} />
          )}
          {isQuiet ? (
            <Button tone="text" wide onClick={() => setWhy(true)}>
              {c.refused.why}
            </Button>
          ) : (
            <ButtonLink href={HELP_PATH} tone="text" wide>
              {c.refused.why}
            </ButtonLink>
          )}
          {refusal.code === 'customer_unavailable' && profile && fromSuggestion && (
            <ButtonLink href={`/cliente/${profile.id}`} wide>
              {c.compose.profile}
            </ButtonLink>
          )}
        </>
      }
    >
      {changed && <p className={styles.soft}>{c.refused.changed}</p>}
      {isQuiet ? <QuietReason {...props} /> : <p>{refusal.detail}</p>}
      {profile?.note && <p className={styles.note}>{c.refused.note(profile.note)}</p>}
    </Sheet>
  );
}

function QuietReason({ refusal, customerName, profile, fromSuggestion }: RefusedSheetProps) {
  const c = useContactWords();
  const say = useTimeText();
  const { session, zone } = useShop();
  const language = useLanguage();
  const { quiet } = refusal.decision;
  const brand = session.brand === null ? '' : sentenceStart(theBrand(language, session.brand));
  const clock = quiet?.zone ?? zone;
  const since = quiet?.since ? say.time(instantOf(quiet.since), clock) : null;
  const until = quiet?.until ? instantOf(quiet.until) : null;
  const opens =
    refusal.opensAt === null ? null : c.refused.opens(say.when(instantOf(refusal.opensAt)), firstName(customerName));
  const hasOtherClock = until !== null && say.time(until, clock) !== say.time(until);

  return (
    <>
      <p>
        <Emphasis>
          {since && until ? c.refused.hours(brand, since, say.time(until, clock)) : [c.refused.noHours(brand)]}
        </Emphasis>
      </p>
      {quiet && hasOtherClock && (
        <p>{c.refused.zones(cityOf(quiet, session.store, profile), say.time(until, clock), say.time(until))}</p>
      )}
      <p className={styles.soft}>
        <Emphasis>{opens ?? [c.refused.never]}</Emphasis> {fromSuggestion ? c.refused.kept : c.refused.keptText}
      </p>
    </>
  );
}
