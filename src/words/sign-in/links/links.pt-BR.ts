/** The sentences of the screens that a one-time link opens, and of a forgotten password, in Portuguese, the source. */
export const words = {
  opening: 'Abrindo o link',
  language: 'Idioma',
  toSignIn: 'Ir para a entrada',
  again: 'Tentar de novo',
  unreached: 'Não conseguimos falar com o servidor. Confira a internet e tente de novo.',
  incompleteTitle: 'O link está incompleto',
  incomplete: 'Abra de novo o link inteiro, como você o recebeu.',
  wait: (seconds: number) => `Aguarde ${seconds} s e tente de novo.`,

  name: 'Seu nome',
  email: 'E-mail',
  password: 'Senha',
  newPassword: 'Senha nova',
  rules: 'Pelo menos 10 caracteres. Uma frase fácil de lembrar serve bem.',
  short: (missing: number) => (missing === 1 ? 'Falta 1 caractere.' : `Faltam ${missing} caracteres.`),
  show: 'Mostrar senha',
  hide: 'Ocultar senha',

  welcome: {
    title: 'Boas-vindas ao Oto',
    first: 'Você vai ser a primeira pessoa do suporte. Diga quem é e escolha uma senha.',
    invited: (name: string) => `${name}, escolha uma senha para entrar.`,
    enter: 'Guardar e entrar',
    readyTitle: 'Sua conta está pronta',
    ready: 'Entre com o e-mail e a senha que você escolheu.',
    signIn: 'Entrar',
  },

  reset: {
    title: 'Escolha uma senha nova',
    lead: 'Ao guardar, esta conta sai de todos os aparelhos.',
    save: 'Guardar a senha',
    doneTitle: 'Senha guardada',
    done: 'A conta saiu de todos os aparelhos. Entre com a senha nova.',
    signIn: 'Entrar',
  },

  forgot: {
    title: 'Esqueceu a senha?',
    lead: 'Diga o e-mail da conta. Se ela existir, enviamos um link para escolher uma senha nova.',
    unmailed: 'Aqui não há envio de e-mails. Para uma conta sua, peça um link de senha nova ao suporte.',
    unmailedStore: 'Para a conta da loja, peça uma senha nova à gestão da marca.',
    send: 'Enviar o link',
    sentTitle: 'Veja o seu e-mail',
    sent: (email: string) => `Se houver uma conta com ${email}, o link chega em alguns minutos e vale por 24 horas.`,
    notCome: 'Não chegou? Veja o spam, ou peça um link ao suporte.',
    back: 'Voltar para a entrada',
  },
};
export type LinkWords = typeof words;
