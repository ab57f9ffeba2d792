/**
 * *Hoje* as it was last read, after a reload without network: the screen is read-only and shows nothing that depends on
 * the current time.
 */
import { useCallback } from 'react';
import { readDraft } from '#web/shell/drafts.ts';
import { forgetKeptDay, type KeptDay } from '#web/shell/offline/kept-day.ts';
import { useIdle } from '#web/shell/offline/use-idle.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { endTurnForNext } from '#web/shell/session/session-state.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { OfflineIcon } from '#web/ui/icons/icons.tsx';
import { SwapIcon } from '#web/ui/icons/more-icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { dateOn, shortDate, timeOn, weekday } from '#words/core/format.ts';
import styles from './kept-day-screen.module.css';
import { ReasonMark } from './reason-mark.tsx';

export interface KeptDayScreenProps {
  readonly day: KeptDay;
  /** The screen calls this when the kept day was deleted: the device was locked, or nobody touched it for five minutes. */
  readonly onGone: () => void;
}

export function KeptDayScreen({ day, onGone }: KeptDayScreenProps) {
  const t = useWords();
  const language = useLanguage();
  const { personId, store, zone, readAt, suggestions, holds } = day;
  const forget = useCallback(() => {
    void forgetKeptDay();
    onGone();
  }, [onGone]);
  useIdle(forget);
  const on = dateOn(readAt, zone);
  const lock = () => {
    endTurnForNext();
    onGone();
  };
  return (
    <main className={styles.page}>
      <ScreenHead over={store} title={t.app.today} />
      <Band tone="warn" picture={<OfflineIcon size={24} />} title={t.app.unreached}>
        {t.app.keptFrom(`${weekday(language, on)}, ${shortDate(language, on)}, ${timeOn(readAt, zone)}`)}
      </Band>
      {holds.length > 0 && (
        <>
          <h2>{t.app.held}</h2>
          <List label={t.app.held}>
            {holds.map(({ attemptId, name, text, until }) => (
              <ListItem
                key={attemptId}
                name={name}
                title={name}
                why={
                  until === null
                    ? t.today.heldReady
                    : t.today.heldFor(`${shortDate(language, dateOn(until, zone))}, ${timeOn(until, zone)}`)
                }
                meta={text}
              />
            ))}
          </List>
        </>
      )}
      <h2>{t.today.suggestions}</h2>
      <List label={t.today.suggestions}>
        {suggestions.map(({ id, customerId, name, reasonCode, reason, text }) => (
          <ListItem
            key={id}
            name={name}
            title={name}
            why={<ReasonMark code={reasonCode}>{reason}</ReasonMark>}
            meta={readDraft({ personId, customerId, suggestionId: id }).text ?? text}
          />
        ))}
      </List>
      <Button icon={<SwapIcon />} onClick={lock}>
        {t.person.swap}
      </Button>
    </main>
  );
}
