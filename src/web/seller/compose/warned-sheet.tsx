/** A deliberate seller may go on: the hour, what it may cost, and the way back offered first (D13). */
import { useState } from 'react';
import { Link } from 'wouter';
import type { CustomerProfile } from '#contract/customers.ts';
import { BECAUSE_CODES, type BecauseCode } from '#web/api/wire.ts';
import { useContactWords } from '#web/seller/contact-words.ts';
import { Emphasis } from '#web/seller/emphasis.tsx';
import { firstName } from '#web/seller/names.ts';
import { HELP_PATH } from '#web/seller/quiet/help-path.ts';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay, useShop } from '#web/seller/shop.tsx';

import { Button } from '#web/ui/button.tsx';
import { Choices } from '#web/ui/chip.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import styles from './compose.module.css';
import { cityOf } from './places.ts';
import type { WarnedAgain, WarnedRefusal } from './use-attempt.ts';

export interface WarnedSheetProps {
  readonly refusal: WarnedRefusal;
  readonly again: WarnedAgain;
  readonly customerName: string;
  readonly profile: CustomerProfile | undefined;
  readonly onBack: () => void;
  readonly onGoOn: (reason: BecauseCode | null) => void;
}

export function WarnedSheet({ refusal, again, customerName, profile, onBack, onGoOn }: WarnedSheetProps) {
  const c = useContactWords();
  const [because, setBecause] = useState<BecauseCode | null>(null);
  const [missing, setMissing] = useState(false);
  const name = firstName(customerName);
  const silent = refusal.decision.reasons.some(({ reason }) => reason === 'quiet_hours' || reason === 'zone_uncertain');
  const unknown = refusal.decision.reasons.some(({ reason }) => reason === 'no_permission');
  const goOn = () => {
    if (refusal.reasonNeeded && because === null) setMissing(true);
    else onGoOn(because);
  };

  return (
    <Sheet
      title={silent ? c.warned.title : refusal.title}
      onBack={onBack}
      stay
      actions={
        <>
          <Button tone="main" wide firstFocus onClick={onBack}>
            {c.warned.back}
          </Button>
          <Button tone="text" wide onClick={goOn}>
            {c.warned.goOn}
          </Button>
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
      {silent ? <Hour refusal={refusal} profile={profile} /> : <p>{refusal.detail}</p>}
      {silent && unknown && <p>{c.warned.noPermission(name)}</p>}
      {silent && <p className={styles.soft}>{c.warned.wrote(name)}</p>}
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

function Hour({ refusal, profile }: Pick<WarnedSheetProps, 'refusal' | 'profile'>) {
  const c = useContactWords();
  const say = useSay();
  const { session, zone, now } = useShop();
  const { quiet } = refusal.decision;
  if (quiet === null || now === null) return <p>{refusal.detail}</p>;
  const until = quiet.until === null ? null : say.when(instantOf(quiet.until));
  const said = c.warned.clock(say.time(now, quiet.zone ?? zone), cityOf(quiet, session.store, profile), until);
  return (
    <p>
      <Emphasis>{said}</Emphasis>
    </p>
  );
}
