/** Shows a customer's permission: since when, how it is known and by whom, and its history. */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { NoteIcon } from '#web/ui/icons/more-icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './edit.module.css';
import { useFormWords } from './form-words.ts';

export function PermissionCard({ profile }: { readonly profile: CustomerProfile }) {
  const t = useFormWords();
  const say = useTimeText();
  const { permission, permissionHistory, optedOut, tags, mayChange, id } = profile;
  const dayOf = (on: string | null) => (on === null ? null : say.day(on));
  return (
    <Card>
      <p>
        {optedOut && permission.state !== 'refused' ? `${t.stopRuns} ` : ''}
        {t.given[permission.state](dayOf(permission.on))}{' '}
        <span className={styles.soft}>{t.from(permission.origin, permission.by)}</span>
      </p>
      {permissionHistory.length > 0 && (
        <details>
          <summary className={styles.summary}>{t.history}</summary>
          <ul className={styles.history}>
            {permissionHistory.map((entry) => (
              <li key={`${entry.kind} ${entry.at}`}>
                {entry.kind === 'permission'
                  ? t.wasNow(t.states[entry.was ?? 'unknown'], t.states[entry.state ?? 'unknown'])
                  : t[entry.kind]}
                <small className={styles.soft}>
                  {' '}
                  {[
                    say.when(instantOf(entry.at)),
                    entry.on !== null && t.saidOn(say.day(entry.on)),
                    t.byWhom(entry.origin, entry.by),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {tags.length > 0 && (
        <ul className={styles.chips} aria-label={t.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              <Tag>{tag}</Tag>
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div>
          <ButtonLink href={`/cliente/${id}/editar`} icon={<NoteIcon />}>
            {t.edit}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
