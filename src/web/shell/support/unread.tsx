/** Shows that a page of the console could not be read. */
import { UnreadState, type UnreadStateProps } from '#web/shell/unread-state.tsx';
import { useWords } from './support-words.ts';

export function Unread(props: Omit<UnreadStateProps, 'words'>) {
  return <UnreadState words={useWords()} {...props} />;
}
