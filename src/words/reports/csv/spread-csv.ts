/** The words of the exported distribution, in all three languages. */
import type { Language } from '#contract/core/common.ts';

interface SpreadCsvWords {
  readonly file: string;
  readonly header: readonly string[];
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `${hour}h`);

export const SPREAD_CSV: Readonly<Record<Language, SpreadCsvWords>> = {
  'pt-BR': {
    file: 'distribuicao',
    header: [
      ...['nome', 'contatos', 'adiados', 'após o aviso', 'guardados agora', 'uniformidade (0 a 1)'],
      ...['vezes acima do ritmo', 'máximo no tempo do ritmo', 'maior sequência', ...HOURS],
    ],
  },
  en: {
    file: 'spread',
    header: [
      ...['name', 'contacts', 'put off', 'after the warning', 'held now', 'evenness (0 to 1)'],
      ...['times above the pace', 'most in the time of the pace', 'longest run', ...HOURS],
    ],
  },
  es: {
    file: 'distribucion',
    header: [
      ...['nombre', 'contactos', 'aplazados', 'tras el aviso', 'guardados ahora', 'uniformidad (0 a 1)'],
      ...['veces sobre el ritmo', 'máximo en el tiempo del ritmo', 'mayor secuencia', ...HOURS],
    ],
  },
};
