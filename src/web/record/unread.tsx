/** Shows that attempts could not be read. */
import { UnreadState, type UnreadStateProps } from '#web/shell/unread-state.tsx';
import { useAttemptsWords } from './attempts-words.ts';

export function Unread(props: Omit<UnreadStateProps, 'words'>) {
  return <UnreadState words={useAttemptsWords()} {...props} />;
}
