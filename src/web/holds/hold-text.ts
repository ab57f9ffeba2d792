/** Describes a hold in the few words of a list: ready, or until when. */
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';

/** Whether the message was handed over and its seller said that nothing was sent (D14). */
export function isUnsent({ attempt, ended }: Pick<HoldBody, 'attempt' | 'ended'>): boolean {
  return ended?.reason === 'seller' && attempt.state === 'abandoned';
}

export function useHoldText() {
  const h = useHoldWords();
  const say = useTimeText();
  const when = (text: string | null) => (text === null ? '' : say.when(instantOf(text)));
  return {
    /** Returns "Pronta para amanhã, 10:07", "Pronta para enviar" or "cancelada ontem, 18:20". */
    state: ({ attempt, state, heldUntil, ended }: HoldBody): string => {
      // A hand-over does not mean that the message was sent: only the seller can say so.
      const opened = ended?.as === 'sent' && attempt.state === 'handed_over';
      const how = isUnsent({ attempt, ended }) ? 'unsent' : opened ? 'opened' : ended?.as;
      if (ended !== null && how !== undefined) return `${h.list.as[how]} · ${when(ended.at)}`;
      return state === 'ready' ? h.list.toBeSent : h.list.at(when(heldUntil));
    },
    /** Returns what the hold's seller has not been told yet. For a ready hold `heldUntil` is its last minute, which its sentence names. */
    news: ({ news, state, heldUntil, passedBy, sentence }: HoldBody): string => {
      if (state === 'ready') return news === 'passed_on' ? h.news.passedOnReady(passedBy) : sentence;
      if (news === 'moved') return h.news.moved(when(heldUntil));
      if (news === 'did_not_fit') return h.news.didNotFit(when(heldUntil));
      if (news === 'returned') return h.news.returned(when(heldUntil));
      if (news === 'passed_on') return h.news.passedOn(passedBy, when(heldUntil));
      return sentence;
    },
  };
}
