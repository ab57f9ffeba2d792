/** The screen of a contact that begins at the profile: a free text, and the server's decision about the hour. */

import { CustomerWarnings } from '#web/customers/customer-warnings.tsx';
import { readProfile } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { BackLink } from '#web/shell/back-link.tsx';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Unread } from '#web/shell/unread.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import styles from './compose.module.css';
import { LastPurchases } from './last-purchases.tsx';
import { MessageForm } from './message-form.tsx';
import { ReplacedHold } from './replaced-hold.tsx';

export function ProfileMessageScreen({ customerId }: { readonly customerId: string }) {
  const t = useWords();
  const c = useContactWords();
  const [, navigate] = useLocation();
  const profile = useRead(keys.profile(customerId), (signal) => readProfile(customerId, signal));
  const home = `/cliente/${customerId}`;
  const back = <BackLink href={home} place={c.profile.label} />;
  const { data } = profile;

  if (data === undefined)
    return (
      <>
        <ScreenHead back={back} title={c.profile.talk} />
        {profile.error ? <Unread error={profile.error} onRetry={profile.again} /> : <Skeleton label={t.app.loading} />}
      </>
    );
  return (
    <>
      <ScreenHead back={back} over={c.profile.talk} title={data.name} beside={<Avatar name={data.name} />} />
      <Card>
        <div className={styles.about}>
          <CustomerWarnings customer={data} />
          {data.note && <p className={styles.note}>{c.refused.note(data.note)}</p>}
          <ReplacedHold profile={data} />
        </div>
        <MessageForm
          key={customerId}
          customerId={customerId}
          customerName={data.name}
          profile={data}
          suggestion={null}
          onLeave={() => navigate(home)}
        />
      </Card>
      <LastPurchases profile={data} />
    </>
  );
}
