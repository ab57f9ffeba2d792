/** The sentences about support's own people, in Spanish. */
import type { TeamWords } from './team.pt-BR.ts';

export const words: TeamWords = {
  title: 'Equipo de soporte',
  lead: 'Quienes entran en soporte y ven todas las marcas.',
  active: 'Pueden entrar',
  inactive: 'Sin acceso',
  you: 'tú',
  since: (date) => `desde el ${date}`,
  lastUse: (when) => `último uso ${when}`,
  neverUsed: 'aún no entró',
  alone: 'Solo tú por ahora',
  aloneMore: 'Una segunda persona evita que soporte se quede sin nadie.',
  deactivate: 'Desactivar',
  lostPhone: 'Perdió el celular',
  reactivate: 'Reactivar',
  deactivateTitle: (name) => `¿Desactivar a ${name}?`,
  deactivateLead: 'La persona sale al instante de todos los dispositivos y ya no entra. Se puede reactivar después.',
  reactivateTitle: (name) => `¿Reactivar a ${name}?`,
  reactivateLead: 'La persona vuelve a entrar con la contraseña que tenía y a ver todas las marcas.',
  deactivated: (name) => `${name} ya no entra.`,
  reactivated: (name) => `${name} puede entrar de nuevo.`,
  wait: (seconds) => `Espera ${seconds} s e inténtalo de nuevo.`,
  back: 'Volver',
};
