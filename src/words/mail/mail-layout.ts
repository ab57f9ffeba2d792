/** Lays a mail out as plain text and as simple HTML. */
import type { Language } from '#contract/core/common.ts';

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailParts {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly url: string;
  readonly after: string;
  /** The last line with a link of its own, such as the one that switches such mails off. */
  readonly off?: { readonly text: string; readonly url: string } | null;
}

export function writeMail(language: Language, { subject, lines, button, url, after, off }: MailParts): WrittenMail {
  const text = [...lines, `${button}:\n${url}`, after, ...(off ? [`${off.text}:\n${off.url}`] : [])].join('\n\n');
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; color: #211e1a; max-width: 34rem">
${paragraphs}
<p><a href="${escaped(url)}" style="display: inline-block; padding: 12px 20px; border-radius: 12px; background: #1b7350; color: #ffffff; text-decoration: none">${escaped(button)}</a></p>
<p style="${SMALL}">${escaped(after)}</p>
<p style="${SMALL}">${escaped(url)}</p>
${off ? `<p style="${SMALL}"><a href="${escaped(off.url)}" style="color: #5c544a">${escaped(off.text)}</a></p>\n` : ''}</body>
</html>
`;
  return { subject, text, html };
}

const SMALL = 'font-size: 14px; color: #5c544a';

/** Returns the text as HTML shows it: a name with signs of HTML stays a name. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
