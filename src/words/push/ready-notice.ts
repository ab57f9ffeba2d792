/** Builds the notification of ready contacts: how many, without a person's name. */
import type { Language } from '#contract/core/common.ts';
import { plural } from '#words/core/format.ts';

/** The text of the notification. `count` is at least 1. */
export function readyNotice(language: Language, count: number): string {
  return plural(language, count, SENTENCES[language])(count);
}

const SENTENCES: Readonly<Record<Language, Readonly<Record<'one' | 'other', (n: number) => string>>>> = {
  'pt-BR': { one: () => 'Você tem 1 mensagem para enviar.', other: (n) => `Você tem ${n} mensagens para enviar.` },
  en: { one: () => 'You have 1 message to send.', other: (n) => `You have ${n} messages to send.` },
  es: { one: () => 'Tienes 1 mensaje para enviar.', other: (n) => `Tienes ${n} mensajes para enviar.` },
};
