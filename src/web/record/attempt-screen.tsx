/** The screen of one attempt of the store, for the store's manager. */

import { BackLink } from '#web/shell/back-link.tsx';
import { AttemptStory } from './attempt-story.tsx';
import { useAttemptsScope } from './attempts-scope.ts';
import { useAttemptsWords } from './attempts-words.ts';

export function AttemptScreen({ id }: { readonly id: string }) {
  const t = useAttemptsWords();
  const scope = useAttemptsScope();
  return <AttemptStory scope={scope} id={id} back={<BackLink href={scope.href} place={t.attempts} />} />;
}
