/** The sentences about support's own people, in Portuguese, the source. */

export const words = {
  title: 'Equipe do suporte',
  lead: 'Quem entra no suporte e vê todas as marcas.',
  active: 'Quem entra',
  inactive: 'Sem acesso',
  you: 'você',
  since: (date: string) => `desde ${date}`,
  lastUse: (when: string) => `último uso ${when}`,
  neverUsed: 'ainda não entrou',
  alone: 'Só você por enquanto',
  aloneMore: 'Uma segunda pessoa evita que o suporte fique sem ninguém.',
  deactivate: 'Desativar',
  lostPhone: 'Perdeu o celular',
  reactivate: 'Reativar',
  deactivateTitle: (name: string) => `Desativar ${name}?`,
  deactivateLead: 'A pessoa sai na hora de todos os aparelhos e não entra mais. Dá para reativar depois.',
  reactivateTitle: (name: string) => `Reativar ${name}?`,
  reactivateLead: 'A pessoa volta a entrar com a senha que tinha e a ver todas as marcas.',
  deactivated: (name: string) => `${name} não entra mais.`,
  reactivated: (name: string) => `${name} pode entrar de novo.`,
  wait: (seconds: number) => `Aguarde ${seconds} s e tente de novo.`,
  back: 'Voltar',
};
export type TeamWords = typeof words;
