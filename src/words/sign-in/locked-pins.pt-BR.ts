/** The sentences of the list of locked PINs, which managers read, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const minutes = (n: number) => plural('pt-BR', n, { one: '1 minuto', other: `${n} minutos` });

export const words = {
  title: 'PIN em pausa',
  lead: 'Depois de PINs errados em seguida. Confirme com a pessoa antes de liberar.',
  forMinutes: (n: number) => `por mais ${minutes(n)}`,
  untilFreed: 'até a gerência liberar',
  free: 'Liberar',
  freeOf: (name: string) => ` o PIN de ${name}`,
  freed: (name: string) => `Pronto. ${name} pode tentar de novo.`,
  nobody: 'Nenhum PIN em pausa. Quem errar o PIN cinco vezes aparece no alto desta tela, para você liberar.',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
};
export type LockedPinsWords = typeof words;
