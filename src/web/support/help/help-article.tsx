/** The help article: what quiet hours are, with drawings of the app, and the question whether it helped. */
import { type ReactNode, use } from 'react';
import styles from './help-article.module.css';
import { helpWords, useHelpWords } from './help-words.ts';
import { RatingBox } from './rating-box.tsx';

export interface HelpArticleProps {
  /** The ring of the reader's own brand; absent where no hours are in force. */
  readonly ring?: ReactNode;
  /** Those hours in a sentence; null where none are in force; undefined for a reader without a brand. */
  readonly sentence?: string | null | undefined;
}

const wordsReady = helpWords.ready();

export function HelpArticle({ ring, sentence }: HelpArticleProps) {
  use(wordsReady);
  const t = useHelpWords();
  return (
    <article className={styles.article}>
      <p className={styles.lead}>{t.lead}</p>
      {sentence !== undefined && (
        <p className={styles.yours}>{sentence === null ? t.noHours : t.yourHours(sentence)}</p>
      )}
      <section>
        <h2>{t.howTitle}</h2>
        <Points points={t.how} />
        {ring && (
          <figure className={styles.figure}>
            {ring}
            <figcaption>{t.ringCaption}</figcaption>
          </figure>
        )}
      </section>
      <section>
        <h2>{t.changesTitle}</h2>
        <h3>{t.refusedTitle}</h3>
        <p>{t.refused}</p>
        <Drawn lines={t.picture.refused} caption={t.refusedCaption} />
        <h3>{t.warnedTitle}</h3>
        <p>{t.warned}</p>
        <Drawn lines={t.picture.warned} caption={t.warnedCaption} />
        <h3>{t.repliesTitle}</h3>
        <p>{t.replies}</p>
      </section>
      <section>
        <h2>{t.benefitsTitle}</h2>
        <Points points={t.benefits} />
      </section>
      <section>
        <h2>{t.activationTitle}</h2>
        <Points points={t.activation} />
      </section>
      <section>
        <h2>{t.wishesTitle}</h2>
        <Points points={t.wishes} />
      </section>
      <section>
        <h2>{t.accountsTitle}</h2>
        <Points points={t.accounts} />
      </section>
      <section>
        <h2>{t.setupTitle}</h2>
        <Points points={t.setup} />
        <h2>{t.privacyTitle}</h2>
        <Points points={t.privacy} />
      </section>
      <section>
        <h2>{t.questionsTitle}</h2>
        {t.questions.map(({ ask, answer }) => (
          <details key={ask} className={styles.question}>
            <summary>{ask}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </section>
      <RatingBox />
    </article>
  );
}

function Points({ points }: { readonly points: readonly string[] }) {
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

/** Draws a sheet of the app as a picture: the text beside it says the same words, so that screen readers skip it. */
function Drawn({ lines, caption }: { readonly lines: readonly string[]; readonly caption: string }) {
  const [title, text, button] = lines;
  return (
    <figure className={styles.figure}>
      <div className={styles.phone} aria-hidden="true">
        <div className={styles.sheet}>
          <b>{title}</b>
          <span>{text}</span>
          <i>{button}</i>
        </div>
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
