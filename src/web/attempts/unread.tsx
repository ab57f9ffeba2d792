/** Attempts that could not be read. */
import { UnreadState, type UnreadStateProps } from '#web/ui/unread.tsx';
import { useAttemptsWords } from './attempts-words.ts';

export function Unread(props: Omit<UnreadStateProps, 'words'>) {
  return <UnreadState words={useAttemptsWords()} {...props} />;
}
