/** The screen of the store's attempts, for its manager: who contacted whom, and what was put off. */

import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { AttemptsList } from './attempts-list.tsx';
import { useAttemptsScope } from './attempts-scope.ts';
import { useAttemptsWords } from './attempts-words.ts';

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
