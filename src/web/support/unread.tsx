/** A page of support's that could not be read. */
import { UnreadState, type UnreadStateProps } from '#web/ui/unread.tsx';
import { useWords } from './support-words.ts';

export function Unread(props: Omit<UnreadStateProps, 'words'>) {
  return <UnreadState words={useWords()} {...props} />;
}
