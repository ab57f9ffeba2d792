/** Lists the lints of a policy, each to be ticked before the publication (A4). */
import { useConfigureWords } from '#web/policy/configure-words.ts';
import styles from './lint-checks.module.css';
import type { LintBody } from './preview-api.ts';

export interface LintChecksProps {
  readonly lints: readonly LintBody[];
  /** The sentences of the confirmed lints: the same lint about another date has another sentence and needs its own tick. */
  readonly confirmed: readonly string[];
  readonly onChange: (confirmed: readonly string[]) => void;
}

export function LintChecks({ lints, confirmed, onChange }: LintChecksProps) {
  const t = useConfigureWords();
  if (lints.length === 0) return <p className={styles.soft}>{t.noLints}</p>;
  return (
    <>
      <p className={styles.soft}>{t.lintsLead}</p>
      <ul className={styles.lints}>
        {lints.map(({ code, sentence }) => (
          <li key={code}>
            <label className={styles.lint}>
              <input
                type="checkbox"
                checked={confirmed.includes(sentence)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...confirmed, sentence] : confirmed.filter((other) => other !== sentence))
                }
              />
              <span>{sentence}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

export function unconfirmed(lints: readonly LintBody[], confirmed: readonly string[]): readonly LintBody[] {
  return lints.filter(({ sentence }) => !confirmed.includes(sentence));
}
