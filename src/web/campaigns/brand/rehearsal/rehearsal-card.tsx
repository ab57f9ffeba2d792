/** The card that rehearses a campaign day by day: in the form as the draft changes, and on the campaign's page. */
import { useId, useState } from 'react';
import type { CampaignFields } from '#web/campaigns/brand/campaigns-api.ts';
import { useCampaignsWords, whyLeftOut } from '#web/campaigns/brand/campaigns-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { shortDate } from '#words/core/format.ts';
import { ChangesList } from './changes-list.tsx';
import { DaysChart } from './days-chart.tsx';
import { type ChangeDraft, FixList } from './fix-list.tsx';
import styles from './rehearsal.module.css';
import { useRehearsalWords } from './rehearsal-words.ts';
import { type Rehearsal, useRehearsal } from './use-rehearsal.ts';

export interface RehearsalCardProps {
  readonly fields: CampaignFields;
  /** The saved campaign; null: a new one. */
  readonly id: string | null;
  /** Changes the draft; null: the campaign is only shown. */
  readonly onChange: ChangeDraft | null;
}

/** The card asks for nothing before it is opened: a rehearsal reads every customer. */
export function RehearsalCard(props: RehearsalCardProps) {
  const t = useRehearsalWords();
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  return (
    <Card>
      <section className={styles.card} aria-labelledby={titleId}>
        <h2 id={titleId}>{t.title}</h2>
        <p className={styles.soft}>{props.onChange === null ? t.leadSaved : t.lead}</p>
        <div>
          <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? t.close : t.open}
          </Button>
        </div>
        {isOpen && <OpenRehearsal {...props} />}
      </section>
    </Card>
  );
}

function OpenRehearsal({ fields, id, onChange }: RehearsalCardProps) {
  const t = useRehearsalWords();
  // The name is the only field without which nothing can be asked, and changes no figure.
  const named = fields.name === '' ? { ...fields, name: t.title } : fields;
  const [shown, again] = useRehearsal(named, id);
  if (shown.kind === 'rehearsed') {
    const isLooking = shown.fixes === 'looking' && !shown.rehearsal.isEstimate;
    const { rehearsal } = shown;
    return (
      <>
        {id !== null && onChange === null && !rehearsal.isEstimate && (
          <ChangesList id={id} fields={fields} rehearsal={rehearsal} />
        )}
        <Rehearsed rehearsal={rehearsal} isLooking={isLooking} onChange={onChange} />
      </>
    );
  }
  return (
    <div role="status" className={styles.state}>
      <p>{shown.kind === 'working' ? t.working : shown.kind === 'faulty' ? t.correct : t.unread}</p>
      {shown.kind === 'lost' && <Button onClick={again}>{t.again}</Button>}
    </div>
  );
}

interface RehearsedProps {
  readonly rehearsal: Rehearsal;
  readonly isLooking: boolean;
  readonly onChange: ChangeDraft | null;
}

function Rehearsed({ rehearsal, isLooking, onChange }: RehearsedProps) {
  const t = useRehearsalWords();
  const campaigns = useCampaignsWords();
  const language = useLanguage();
  const { days, isEstimate, lastServedOn, total } = rehearsal;
  const sum = (name: 'suggested' | 'sent' | 'held') => days.reduce((all, day) => all + day[name], 0);
  const figures = [
    t.total(total),
    t.suggested(sum('suggested')),
    t.sent(sum('sent')),
    sum('held') > 0 && t.held(sum('held')),
  ];
  return (
    <>
      <div role="status">
        {isEstimate && (
          <p className={styles.soft}>
            <Tag tone="quiet">{campaigns.estimated}</Tag> {t.first}
          </p>
        )}
        <p className={styles.figures}>{keepNumbers(figures.filter(Boolean).join(' · '))}</p>
        <p>{lastServedOn === null ? t.nobody : t.lastServed(shortDate(language, lastServedOn))}</p>
      </div>
      <FixList rehearsal={rehearsal} isLooking={isLooking} onChange={onChange} />
      {lastServedOn !== null && <DaysChart days={days} />}
      <Sellers sellers={rehearsal.sellers} />
      <LeftOut leftOut={rehearsal.leftOut} />
      <p className={styles.soft}>{t.assumes}</p>
    </>
  );
}

const MOST_SELLERS = 12;

function Sellers({ sellers }: Pick<Rehearsal, 'sellers'>) {
  const t = useRehearsalWords();
  if (sellers.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{t.sellers}</h3>
      <ul className={styles.lines}>
        {sellers.slice(0, MOST_SELLERS).map(({ id, name, count }) => (
          <li key={id}>{t.seller(name, count)}</li>
        ))}
        {sellers.length > MOST_SELLERS && <li>{t.moreSellers(sellers.length - MOST_SELLERS)}</li>}
      </ul>
    </section>
  );
}

function LeftOut({ leftOut }: Pick<Rehearsal, 'leftOut'>) {
  const t = useRehearsalWords();
  const campaigns = useCampaignsWords();
  if (leftOut.length === 0) return null;
  const whyOf = (reason: string) => (reason === 'without_seller' ? t.withoutSeller : whyLeftOut(campaigns, reason));
  return (
    <section className={styles.group}>
      <h3>{t.leftOut}</h3>
      <ul className={styles.lines}>
        {leftOut.map(({ reason, count }) => (
          <li key={reason}>{campaigns.leftOut(whyOf(reason), count)}</li>
        ))}
      </ul>
    </section>
  );
}
