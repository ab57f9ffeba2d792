/** The sentences of the screen of one's own account and of the warnings about wrong passwords, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  mine: 'Minha conta',
  ofStore: 'Conta da loja',
  back: 'Início',
  loading: 'Abrindo a conta…',
  unread: 'Não conseguimos abrir a conta.',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
  again: 'Tentar de novo',
  code: (code: string) => `Código para o suporte: ${code}`,
  name: 'Nome',
  email: 'E-mail',
  toStore: 'Dados e horário da loja',

  password: 'Senha',
  passwordLead: 'Ao trocar a senha, a conta sai de todos os outros aparelhos.',
  current: 'Senha atual',
  next: 'Nova senha',
  rules: 'De 10 a 128 caracteres, como você quiser. Frases valem. As senhas mais comuns não servem.',
  tooShort: (missing: number) => many(missing, 'Falta 1 caractere.', `Faltam ${missing} caracteres.`),
  tooLong: 'A senha tem no máximo 128 caracteres.',
  show: 'Mostrar as senhas',
  hide: 'Ocultar as senhas',
  change: 'Trocar a senha',
  changed: 'Senha trocada. Os outros aparelhos saíram da conta.',
  wait: (seconds: number) => many(seconds, 'Aguarde 1 segundo.', `Aguarde ${seconds} segundos.`),

  sessions: 'Onde a conta está aberta',
  here: 'este aparelho',
  lastUsed: (when: string) => `Último uso: ${when}`,
  began: (when: string) => `Aberta: ${when}`,
  end: 'Encerrar',
  endOf: (device: string) => ` a sessão de ${device}`,
  ended: (device: string) => `Sessão encerrada: ${device}.`,
  onlyHere: 'Em nenhum outro aparelho.',
  endOthers: 'Encerrar as outras',
  othersEnded: 'As outras sessões foram encerradas.',
  endAll: 'Encerrar todas, também esta',
  endAllTitle: 'Encerrar todas as sessões?',
  endAllText: 'A conta sai de todos os aparelhos, também deste. Os dados e os textos guardados saem daqui.',
  stay: 'Ficar',

  wrong: (n: number, since: string) =>
    many(
      n,
      `Houve 1 tentativa com senha errada desde ${since}.`,
      `Houve ${n} tentativas com senha errada desde ${since}.`,
    ),
  wrongMore: 'Se não foi você, troque a senha.',
  toAccount: 'Abrir a conta',
  close: 'Fechar',
  guessing: (account: string) => `Alguém pode estar tentando adivinhar a senha da conta ${account}.`,
  guessingMore: (n: number, since: string) =>
    many(n, `1 senha errada desde ${since}.`, `${n} senhas erradas desde ${since}.`),
  guessingAsk: 'Confirme com quem usa a conta.',
};
export type AccountWords = typeof words;
