/** The screen of one person's portfolio and days off, for managers. */
import { firstName } from '#rules/contact/message-text.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { PersonWork } from './person-work.tsx';
import styles from './portfolio.module.css';
import { usePortfolio } from './portfolio-api.ts';
import { usePortfolioWords } from './portfolio-words.ts';

export interface PersonWorkScreenProps {
  readonly personId: string;
  /** The address of the screen before. */
  readonly backTo: string;
}

export function PersonWorkScreen({ personId, backTo }: PersonWorkScreenProps) {
  const t = usePortfolioWords();
  const { data } = usePortfolio(personId);
  return (
    <div className={styles.screen}>
      <ScreenHead
        back={
          <ButtonLink href={backTo} icon={<BackIcon />}>
            {t.back}
          </ButtonLink>
        }
        title={data ? t.title(firstName(data.person.name)) : t.portfolio}
      />
      <PersonWork personId={personId} />
    </div>
  );
}
