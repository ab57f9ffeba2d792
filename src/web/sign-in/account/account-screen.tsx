/** The screen of one's own account: name and e-mail, the password, the mails, and where the account is signed in. */
import { UnreadState } from '#web/shell/unread-state.tsx';
import { MailsCard } from '#web/sign-in/mails/mails-card.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import styles from './account.module.css';
import { useOwnAccount } from './account-api.ts';
import { useAccountWords } from './account-words.ts';
import { PasswordForm } from './password-form.tsx';
import { SessionsCard } from './sessions-card.tsx';

export interface AccountScreenProps {
  /** The address of the app's first screen. */
  readonly home: string;
  /** The zone in which times are shown. */
  readonly zone: string;
  /** Whether this is a store's account, which its manager looks after on the store's device. */
  readonly isStore: boolean;
  /** Signs this device out. */
  readonly onLeave: () => void;
}

export function AccountScreen({ home, zone, isStore, onLeave }: AccountScreenProps) {
  const t = useAccountWords();
  const { data, error, again } = useOwnAccount();
  return (
    <div className={styles.screen}>
      <ScreenHead
        back={
          <ButtonLink href={home} icon={<BackIcon />}>
            {t.back}
          </ButtonLink>
        }
        title={isStore ? t.ofStore : t.mine}
      />
      {data === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} rows={4} />
        ) : (
          <UnreadState error={error} words={t} onAgain={() => void again()} />
        )
      ) : (
        <>
          <Card>
            <dl className={styles.facts}>
              <div>
                <dt>{t.name}</dt>
                <dd>{data.account.name}</dd>
              </div>
              <div>
                <dt>{t.email}</dt>
                <dd>{data.account.email}</dd>
              </div>
            </dl>
          </Card>
          <PasswordForm email={data.account.email} />
          {data.account.mails.length > 0 && <MailsCard mails={data.account.mails} />}
          <SessionsCard sessions={data.sessions} zone={zone} onLeave={onLeave} />
        </>
      )}
    </div>
  );
}
