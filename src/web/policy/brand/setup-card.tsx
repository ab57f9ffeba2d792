/** Lists what a new brand still lacks, each part with the next step. Nothing is shown for a brand that is set up. */
import { useBrandSetup } from '#web/shell/brand/brand-reads.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './setup-card.module.css';
import { useSetupWords } from './setup-words.ts';

export function SetupCard() {
  const t = useSetupWords();
  const { data: missing, error, again } = useBrandSetup();
  if (missing === undefined) return error && <Unread error={error} onAgain={() => void again()} />;
  if (missing.length === 0) return null;
  return (
    <Card>
      <h2>{t.title}</h2>
      <p className={styles.soft}>{t.lead}</p>
      <ol className={styles.parts}>
        {missing.map(({ part, stores }) => (
          <li key={part} className={styles.part}>
            <h3>{t.parts[part]}</h3>
            <p>{t.state[part](stores)}</p>
            <p className={styles.soft}>{t.next[part]}</p>
            <div className={styles.links}>
              {(part === 'stores' || part === 'hours') && (
                <ButtonLink href={part === 'stores' ? '/lojas/nova' : '/lojas'}>{t.toStores[part]}</ButtonLink>
              )}
              {part === 'people' && <ButtonLink href="/equipe">{t.openTeam}</ButtonLink>}
              {part === 'quiet_hours' && <ButtonLink href="/chamados">{t.ask}</ButtonLink>}
              {(part === 'stores' || part === 'people' || part === 'customers') && (
                <ButtonLink href="/importar">{t.toImport}</ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
