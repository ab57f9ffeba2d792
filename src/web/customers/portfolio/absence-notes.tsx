/** Lines about days off above a list: the seller's own, and for a manager who of the team is away. */
import { firstName } from '#rules/contact/message-text.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { shortDate } from '#words/core/format.ts';
import styles from './portfolio.module.css';
import { useTeamAbsences } from './portfolio-api.ts';
import { usePortfolioWords } from './portfolio-words.ts';

/** Nothing is shown without days off, and while they are not read: the list below does not depend on them. */
export function OwnAbsence({ personId }: { readonly personId: string }) {
  const t = usePortfolioWords();
  const language = useLanguage();
  const own = useTeamAbsences().data?.find(({ person }) => person.id === personId);
  if (own === undefined) return null;
  const [from, until] = [shortDate(language, own.from), shortDate(language, own.until)];
  const { passed, state } = own;
  return (
    <p className={styles.note} role="note">
      {state === 'running' ? t.ownRunning(until) : t.ownComing(t.days(from, until))}
      {state === 'running' && passed !== null && ` ${t.ownPassed(passed.to.map((name) => firstName(name)))}`}
    </p>
  );
}

/** Names those of the team who are away now. */
export function TeamAway({ personId }: { readonly personId: string }) {
  const t = usePortfolioWords();
  const language = useLanguage();
  const away = (useTeamAbsences().data ?? []).filter(
    ({ state, person }) => state === 'running' && person.id !== personId,
  );
  if (away.length === 0) return null;
  return (
    <ul className={styles.note}>
      {away.map(({ id, person, until }) => (
        <li key={id}>{t.teamAway(person.name, shortDate(language, until))}</li>
      ))}
    </ul>
  );
}
