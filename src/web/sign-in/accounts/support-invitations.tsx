/** The part of the team's page that invites people to support, and lists those who have not accepted yet. */
import { AccountList } from './account-list.tsx';
import { useAccountWords } from './account-words.ts';
import { useSupportInvitations } from './accounts-api.ts';

export function SupportInvitations() {
  const t = useAccountWords();
  const entries = useSupportInvitations();
  return (
    <section>
      <h2>{t.invitations}</h2>
      <AccountList label={t.invitations} entries={entries} brand={null} />
    </section>
  );
}
