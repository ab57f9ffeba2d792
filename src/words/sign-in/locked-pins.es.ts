/** The sentences of the list of locked PINs, which managers read, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { LockedPinsWords } from './locked-pins.pt-BR.ts';

const minutes = (n: number) => plural('es', n, { one: '1 minuto más', other: `${n} minutos más` });

export const words: LockedPinsWords = {
  title: 'PIN en pausa',
  lead: 'Después de varios PIN incorrectos seguidos. Confirma con la persona antes de liberarlo.',
  forMinutes: (n) => `por ${minutes(n)}`,
  untilFreed: 'hasta que la gerencia lo libere',
  free: 'Liberar',
  freeOf: (name) => ` el PIN de ${name}`,
  freed: (name) => `Listo. ${name} puede intentarlo de nuevo.`,
  nobody:
    'Ningún PIN en pausa. Quien escriba cinco PIN incorrectos aparece arriba en esta pantalla, para que lo liberes.',
  unreached: 'El servidor no responde. Inténtalo de nuevo cuando vuelva internet.',
};
