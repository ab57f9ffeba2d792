/** One attempt of the store, told to its manager. */
import { AttemptStory } from '#web/attempts/attempt-story.tsx';
import { useAttemptsWords } from '#web/attempts/attempts-words.ts';
import { BackLink } from '#web/seller/back-link.tsx';
import { useAttemptsScope } from './scope.ts';

export function AttemptScreen({ id }: { readonly id: string }) {
  const t = useAttemptsWords();
  const scope = useAttemptsScope();
  return <AttemptStory scope={scope} id={id} back={<BackLink href={scope.href} place={t.attempts} />} />;
}
