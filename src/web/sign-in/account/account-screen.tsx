/**
 * The screen of one's own account: name and e-mail, the password, the second factor, the mails, and where the account is
 * signed in. A brand manager also finds the brand's settings.
 */
import { lazy, Suspense } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
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

const SecondFactorSection = lazy(async () => ({
  default: (await import('#web/sign-in/second-factor/second-factor-section.tsx')).SecondFactorSection,
}));
const RequireSecondFactor = lazy(async () => ({
  default: (await import('#web/sign-in/second-factor/require-second-factor.tsx')).RequireSecondFactor,
}));

const ContactLimits = lazy(async () => ({
  default: (await import('#web/sign-in/brand-settings/contact-limits.tsx')).ContactLimits,
}));
const RetentionSettings = lazy(async () => ({
  default: (await import('#web/sign-in/brand-settings/retention-settings.tsx')).RetentionSettings,
}));

export interface AccountScreenProps {
  /** The session of a person, of support, or of a store, whose account its manager looks after on the store's device. */
  readonly session: Session;
  /** The address of the app's first screen. */
  readonly home: string;
  /** The zone in which times are shown. */
  readonly zone: string;
  /** Signs this device out. */
  readonly onLeave: () => void;
}

export function AccountScreen({ session, home, zone, onLeave }: AccountScreenProps) {
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
        title={session.kind === 'store' ? t.ofStore : t.mine}
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
          {session.person?.role === 'store_manager' && (
            <div>
              <ButtonLink href="/loja">{t.toStore}</ButtonLink>
            </div>
          )}
          <PasswordForm email={data.account.email} />
          <SecondFactorCards session={session} />
          {session.person?.role === 'brand_manager' && (
            <Suspense fallback={<Skeleton label={t.loading} rows={2} />}>
              <Card>
                <ContactLimits brandId={null} />
              </Card>
              <Card>
                <RetentionSettings brandId={null} />
              </Card>
            </Suspense>
          )}
          {data.account.mails.length > 0 && <MailsCard mails={data.account.mails} />}
          <SessionsCard sessions={data.sessions} zone={zone} onLeave={onLeave} />
        </>
      )}
    </div>
  );
}

/** A store's account and the accounts of the demo have no second factor. */
function SecondFactorCards({ session }: { readonly session: Session }) {
  const t = useAccountWords();
  if (session.secondFactor === undefined) return null;
  return (
    <Suspense fallback={<Skeleton label={t.loading} rows={2} />}>
      <Card>
        <SecondFactorSection />
      </Card>
      {session.person?.role === 'brand_manager' && (
        <Card>
          <RequireSecondFactor brandId={null} />
        </Card>
      )}
    </Suspense>
  );
}
