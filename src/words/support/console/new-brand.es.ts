/** The sentences of the page where support creates a brand, in Spanish. */
import type { NewBrandWords } from './new-brand.pt-BR.ts';

export const words: NewBrandWords = {
  title: 'Nueva marca',
  lead: 'La marca empieza vacía: sin tiendas, sin equipo y sin Horario de Silencio.',
  name: 'Nombre',
  nameHint: 'Como el equipo y los clientes conocen la marca.',
  nameMissing: 'Escribe el nombre de la marca.',
  slug: 'Dirección',
  slugHint: 'Letras minúsculas sin acento, números y guiones. No cambia después.',
  slugMissing: 'Escribe la dirección de la marca.',
  article: 'En las frases en portugués',
  articleHint: 'Por ejemplo: “a Aurora não inicia conversas”, “o Cais não inicia conversas”.',
  articleMissing: 'Elige cómo aparece el nombre en las frases.',
  articles: { a: (name) => `a ${name}`, o: (name) => `o ${name}`, '': (name) => name },
  someName: 'Marca',
  plan: 'Plan',
  planMissing: 'Elige el plan.',
  zone: 'Huso horario de la marca',
  zoneHint: 'El reloj de la marca. Cada tienda sigue el de su ciudad.',
  zonesOfBrazil: 'Brasil',
  otherZones: 'Otros países',
  create: 'Crear marca',
  cancel: 'Cancelar',
  created: 'Marca creada.',
  notCreated: 'La marca no fue creada',
};
