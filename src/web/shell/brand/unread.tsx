/** A page of the brand's that could not be read. */
import { UnreadState, type UnreadStateProps } from '#web/shell/unread-state.tsx';
import { useBrandWords } from './brand-words.ts';

export function Unread(props: Omit<UnreadStateProps, 'words'>) {
  return <UnreadState words={useBrandWords()} {...props} />;
}
