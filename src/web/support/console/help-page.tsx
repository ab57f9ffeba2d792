/** Shows the ratings of the help article: how many readers it helped, and what was missing. */
import { usePages, useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { consoleNow, consoleZone } from '#web/shell/support/brand-queries.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { type Ratings, readRatings } from '#web/support/help/help-api.ts';
import { useHelpWords } from '#web/support/help/help-words.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { when } from '#words/core/format.ts';
import styles from './help-page.module.css';

export function HelpPage() {
  const t = useHelpWords();
  const s = useWords();
  const ratings = useRead('support/help/ratings', (signal) => readRatings(null, signal));
  return (
    <>
      <ScreenHead title={t.ratings} beside={<ButtonLink href="/suporte/ajuda/artigo">{t.seeArticle}</ButtonLink>} />
      {ratings.data === undefined ? (
        ratings.error === null ? (
          <Skeleton label={s.loading} rows={3} />
        ) : (
          <Unread error={ratings.error} onAgain={() => void ratings.again()} />
        )
      ) : (
        <>
          <Versions versions={ratings.data.versions} />
          <Comments />
        </>
      )}
    </>
  );
}

function Versions({ versions }: Pick<Ratings, 'versions'>) {
  const t = useHelpWords();
  const language = useLanguage();
  if (versions.length === 0) return <EmptyState icon={<ChatIcon size={26} />} title={t.noRatings} />;
  return (
    <Card>
      {versions.map(({ version, helpful, notHelpful }) => {
        const all = helpful + notHelpful;
        const share = (helpful / all).toLocaleString(language, { style: 'percent' });
        return (
          <p key={version}>
            <b>{t.version(version)}</b> · {t.helped(share, helpful, all)}
          </p>
        );
      })}
    </Card>
  );
}

function Comments() {
  const t = useHelpWords();
  const language = useLanguage();
  const { data, more, readingMore } = usePages(
    'support/help/comments',
    async (cursor, signal) => (await readRatings(cursor, signal)).comments,
  );
  if (data === undefined) return null;
  return (
    <section className={styles.comments}>
      <h2>{t.comments}</h2>
      {data.items.length === 0 && <p>{t.noComments}</p>}
      <List label={t.comments}>
        {data.items.map(({ at, comment, helpful, language: of, version }) => (
          <ListItem
            key={`${at} ${comment}`}
            title={comment}
            meta={
              <>
                {t.commentMeta(
                  when(language, Date.parse(at), consoleNow() ?? Date.parse(at), consoleZone()),
                  t.languages[of],
                  version,
                )}{' '}
                <Tag tone={helpful ? 'good' : 'warn'}>{helpful ? t.found : t.notFound}</Tag>
              </>
            }
          />
        ))}
      </List>
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </section>
  );
}
