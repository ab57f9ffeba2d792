/** The sheet for a warned contact: the hour, the risk, and first the way back; a seller who insists may send (D13). */
import { useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import type { WarnedAgain, WarnedRefusal } from '#web/contact/attempt/attempt-phase.ts';
import styles from '#web/contact/compose.module.css';
import { cityOf } from '#web/contact/decision-city.ts';
import { HoldOffer } from '#web/contact/hold-time/hold-offer.tsx';
import { AskedOffer } from '#web/customers/silences/asked-offer.tsx';
import { BECAUSE_CODES, type BecauseCode } from '#web/shell/api/api-types.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { HELP_PATH } from '#web/shell/quiet/help-path.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Link } from '#web/ui/layout/address.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Emphasis } from './emphasis.tsx';

export interface WarnedSheetProps {
  readonly refusal: WarnedRefusal;
  readonly again: WarnedAgain;
  readonly customerName: string;
  readonly profile: CustomerProfile | undefined;
  /** "Deixar pronta", for the time that the answer offers. */
  readonly onHold: () => void;
  readonly onOtherTime: () => void;
  readonly onBack: () => void;
  readonly onGoOn: (reason: BecauseCode | null) => void;
}

export function WarnedSheet(props: WarnedSheetProps) {
  const { refusal, again, customerName, profile, onHold, onOtherTime, onBack, onGoOn } = props;
  const c = useContactWords();
  const h = useHoldWords();
  const [because, setBecause] = useState<BecauseCode | null>(null);
  const [missing, setMissing] = useState(false);
  const name = firstName(customerName);
  const isQuiet = refusal.decision.reasons.some(
    ({ reason }) => reason === 'quiet_hours' || reason === 'zone_uncertain',
  );
  const lacksPermission = refusal.decision.reasons.some(({ reason }) => reason === 'no_permission');
  const isPaced = refusal.decision.reason === 'pace';
  const later = instantOf(refusal.suggestedReleaseAt);
  const offered = later !== null && !isPaced;
  const goOn = () => {
    if (refusal.reasonNeeded && because === null) setMissing(true);
    else onGoOn(because);
  };

  return (
    <Sheet
      title={isQuiet ? c.warned.title : refusal.title}
      onBack={onBack}
      stay
      actions={
        <>
          {offered && <HoldOffer at={later} opensAt={instantOf(refusal.opensAt)} onHold={onHold} />}
          <ActionRow>
            {offered && <Button onClick={onOtherTime}>{h.leave.otherTime}</Button>}
            <Button tone={offered ? 'ghost' : 'main'} firstFocus onClick={onBack}>
              {isPaced ? h.leave.wait : c.warned.back}
            </Button>
          </ActionRow>
          {isPaced && later !== null && (
            <HoldOffer at={later} opensAt={instantOf(refusal.opensAt)} plain onHold={onHold} />
          )}
          <Button tone="text" wide onClick={goOn}>
            {c.warned.goOn}
          </Button>
          {profile?.mayChange && <AskedOffer customerId={profile.id} name={name} />}
          <small>
            {c.warned.record} <Link href={HELP_PATH}>{c.refused.why}</Link>
          </small>
        </>
      }
    >
      {again !== null && (
        <p className={styles.again} role="status">
          {again === 'ran_out' ? c.warned.ranOut : c.warned.changed}
        </p>
      )}
      {isQuiet ? <QuietHour refusal={refusal} profile={profile} /> : <p>{refusal.detail}</p>}
      {isQuiet && lacksPermission && <p>{c.warned.noPermission(name)}</p>}
      {isQuiet && <p className={styles.soft}>{c.warned.wrote(name)}</p>}
      {profile?.note && <p className={styles.note}>{c.refused.note(profile.note)}</p>}
      {refusal.reasonNeeded && (
        <>
          <Choices
            legend={c.warned.because}
            choices={BECAUSE_CODES.map((code) => ({ value: code, label: c.warned.reasons[code] }))}
            value={because}
            onChange={(code) => {
              setBecause(code);
              setMissing(false);
            }}
          />
          <p className={styles.fault} role="alert">
            {missing && c.warned.becauseFirst}
          </p>
        </>
      )}
    </Sheet>
  );
}

function QuietHour({ refusal, profile }: Pick<WarnedSheetProps, 'refusal' | 'profile'>) {
  const c = useContactWords();
  const say = useTimeText();
  const { session, zone, now } = useShop();
  const { quiet } = refusal.decision;
  if (quiet === null) return <p>{refusal.detail}</p>;
  // The sentence names the clock that is quiet, and beside it the reader's own clock where the two differ.
  const clock = quiet.zone ?? zone;
  const city = cityOf(quiet, session.store, profile);
  const until = instantOf(quiet.until);
  const hasOtherClock = until !== null && say.time(until, clock) !== say.time(until);
  return (
    <>
      <p>
        <Emphasis>
          {c.warned.clock(say.time(now, clock), city, until === null ? null : say.when(until, clock))}
        </Emphasis>
      </p>
      {hasOtherClock && <p>{c.refused.zones(city, say.time(until, clock), say.time(until))}</p>}
    </>
  );
}
