/** The page of the console that lists the people of support, and invites further ones. */
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { AccountList } from './account-list.tsx';
import { useAccountWords } from './account-words.ts';
import { useSupportPeople } from './accounts-api.ts';

export function SupportPeoplePage() {
  const t = useAccountWords();
  const entries = useSupportPeople();
  return (
    <>
      <ScreenHead title={t.team} />
      <p>{t.teamLead}</p>
      <AccountList label={t.team} entries={entries} brand={null} />
    </>
  );
}
