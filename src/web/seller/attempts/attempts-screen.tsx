/** The store's attempts, for its manager: who contacted whom, and what was put off. */
import { AttemptsList } from '#web/attempts/attempts-list.tsx';
import { useAttemptsWords } from '#web/attempts/attempts-words.ts';
import { useShop } from '#web/seller/shop.tsx';
import { PersonMenu } from '#web/session/person-menu.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { useAttemptsScope } from './scope.ts';

export function AttemptsScreen({ currentId }: { readonly currentId: string | null }) {
  const t = useAttemptsWords();
  const { session } = useShop();
  const scope = useAttemptsScope();
  return (
    <>
      <ScreenHead
        over={session.store?.name}
        title={t.attempts}
        beside={<PersonMenu session={session} place="head" />}
      />
      <AttemptsList scope={scope} currentId={currentId} />
    </>
  );
}
