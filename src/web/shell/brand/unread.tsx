/** Shows that a page of the brand's app could not be read. */
import { UnreadState, type UnreadStateProps } from '#web/shell/unread-state.tsx';
import { useBrandWords } from './brand-words.ts';

export function Unread(props: Omit<UnreadStateProps, 'words'>) {
  return <UnreadState words={useBrandWords()} {...props} />;
}
