/**
 * The sentences for freeing a PIN, the person's menu and signing out, in Portuguese, the source. The first screens do
 * not need them.
 */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  pin: {
    whichManager: 'Quem da gerência libera?',
    noManager: 'Esta loja ainda não tem gerência com PIN. Fale com a gestão da marca.',
    guessing: (store: string) => `Alguém pode estar tentando adivinhar PINs na loja ${store}.`,
    guessingNames: (names: string) => `Erros seguidos: ${names}. Confirme com a equipe e libere quem precisar.`,
    guessingNameless: 'Houve muitos PINs errados. Confirme com a equipe; quem sabe o próprio PIN entra pelo nome.',
    freeTitle: (name: string) => `Liberar o PIN de ${name}`,
    freeLead: 'Gerência: digite o seu próprio PIN.',
    managers: 'PIN da gerência',
    freeNow: 'Liberar',
    freeOwnLead: 'Digite a senha da loja e o seu PIN.',
    storePassword: 'Senha da loja',
    freed: (name: string) => `Pronto. ${name} pode tentar de novo.`,
    notManager: 'Só a gerência da loja pode liberar.',
  },

  person: {
    swapHint: 'Outra pessoa usa este aparelho',
    pins: 'Liberar um PIN',
    pinsNone: 'Ninguém em pausa agora',
    pinsHint: (names: string) => `Em pausa: ${names}`,
    account: 'Minha conta',
    accountOfStore: 'Conta da loja',
    accountHint: 'Senha e aparelhos',
    secondFactorHint: 'Senha, duas etapas e aparelhos',
    help: 'Ajuda',
    helpHint: 'Como funciona o Horário de Silêncio',
    settingsHint: 'Luz e idioma',
    settingsHintPush: 'Luz, idioma e notificações',
    leaveHint: 'Tira a loja deste aparelho',
    leaveTitle: 'Sair?',
    leaveText: 'Os dados dos clientes saem deste aparelho.',
    leaveDrafts: (n: number) => many(n, '1 texto guardado também sai.', `${n} textos guardados também saem.`),
    stay: 'Ficar',
    leaveOffline: 'Sem internet, a sessão termina só neste aparelho. Mesmo assim, os dados saem dele agora.',
  },
};
export type SessionWords = typeof words;
