/** Writes the mails that carry a one-time link, as plain text and as simple HTML, in the reader's language. */
import type { Language } from '#contract/core/common.ts';
import { type WrittenMail, writeMail } from '#words/mail/mail-layout.ts';

export interface InvitationMail {
  readonly name: string;
  /** The brand that the reader is going to manage; null: the reader joins support. */
  readonly brandName: string | null;
  /** The support person who invites. */
  readonly by: string;
  readonly url: string;
}

export interface ResetMail {
  readonly name: string;
  readonly url: string;
}

export function invitationMail(language: Language, { name, brandName, by, url }: InvitationMail): WrittenMail {
  const { invitation, hello } = WORDS[language];
  const { subject, text, button, after } = invitation;
  return writeMail(language, {
    subject: subject(brandName),
    lines: [hello(name), text(by, brandName)],
    button,
    url,
    after,
  });
}

export function resetMail(language: Language, { name, url }: ResetMail): WrittenMail {
  const { reset, hello } = WORDS[language];
  const { subject, text, button, after } = reset;
  return writeMail(language, { subject, lines: [hello(name), text], button, url, after });
}

interface MailWords {
  readonly hello: (name: string) => string;
  readonly invitation: {
    readonly subject: (brandName: string | null) => string;
    readonly text: (by: string, brandName: string | null) => string;
    readonly button: string;
    readonly after: string;
  };
  readonly reset: { readonly subject: string; readonly text: string; readonly button: string; readonly after: string };
}

const WORDS: Readonly<Record<Language, MailWords>> = {
  'pt-BR': {
    hello: (name) => `Olá, ${name}.`,
    invitation: {
      subject: (brandName) =>
        brandName === null ? 'Convite para o suporte do Oto' : `Convite para o Oto: ${brandName}`,
      text: (by, brandName) =>
        brandName === null
          ? `${by} convidou você para o suporte do Oto. Escolha uma senha para entrar.`
          : `${by}, do suporte do Oto, convidou você para a gestão da marca ${brandName}. Escolha uma senha para entrar.`,
      button: 'Aceitar o convite',
      after: 'O convite vale por 24 horas e uma só vez. Se você não esperava este e-mail, não precisa fazer nada.',
    },
    reset: {
      subject: 'Nova senha no Oto',
      text: 'Recebemos um pedido para trocar a senha da sua conta.',
      button: 'Escolher uma senha nova',
      after:
        'O link vale por 24 horas e uma só vez. Se não foi você, não precisa fazer nada: a senha de agora continua valendo.',
    },
  },
  en: {
    hello: (name) => `Hello ${name},`,
    invitation: {
      subject: (brandName) => (brandName === null ? 'Invitation to Oto support' : `Invitation to Oto: ${brandName}`),
      text: (by, brandName) =>
        brandName === null
          ? `${by} has invited you to Oto’s support. Choose a password to sign in.`
          : `${by} of Oto’s support has invited you to manage the brand ${brandName}. Choose a password to sign in.`,
      button: 'Accept the invitation',
      after:
        'The invitation is valid for 24 hours and works once. If you did not expect this mail, there is nothing to do.',
    },
    reset: {
      subject: 'New password for Oto',
      text: 'We were asked to change the password of your account.',
      button: 'Choose a new password',
      after:
        'The link is valid for 24 hours and works once. If it was not you, there is nothing to do: your present password stays valid.',
    },
  },
  es: {
    hello: (name) => `Hola, ${name}.`,
    invitation: {
      subject: (brandName) => (brandName === null ? 'Invitación al soporte de Oto' : `Invitación a Oto: ${brandName}`),
      text: (by, brandName) =>
        brandName === null
          ? `${by} te invitó al soporte de Oto. Elige una contraseña para entrar.`
          : `${by}, del soporte de Oto, te invitó a gestionar la marca ${brandName}. Elige una contraseña para entrar.`,
      button: 'Aceptar la invitación',
      after: 'La invitación vale por 24 horas y una sola vez. Si no esperabas este correo, no tienes que hacer nada.',
    },
    reset: {
      subject: 'Contraseña nueva en Oto',
      text: 'Recibimos un pedido para cambiar la contraseña de tu cuenta.',
      button: 'Elegir una contraseña nueva',
      after:
        'El enlace vale por 24 horas y una sola vez. Si no fuiste tú, no tienes que hacer nada: la contraseña de ahora sigue valiendo.',
    },
  },
};
