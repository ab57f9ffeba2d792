/** The sentences of the demo bar, in Spanish. */
import type { DemoBarWords } from './demo.pt-BR.ts';

export const words: DemoBarWords = {
  bar: 'Demostración',
  enterAs: 'Entrar como',
  people: {
    ana: ['Ana', 'vendedora'],
    carla: ['Carla', 'gerente de la tienda'],
    gabriela: ['Gabriela', 'gestora de la marca'],
    sofia: ['Sofia', 'soporte'],
  },
  change: (name) => `${name}: entrar como otra persona`,
  clock: (time) => `Reloj de la demostración: ${time}`,
  now: 'ahora',
  tomorrow: (time) => `mañana ${time}`,
  other: 'Otra hora',
  day: 'Día',
  time: 'Hora',
  go: 'Ir a esta hora',
  skipped: 'El reloj de esta tienda se salta esa hora. Elige otra.',
  tries: 'Qué probar',
  lines: (morning) => [
    'Como Ana, a las 21:00, toca una sugerencia: la app aplaza el contacto y guarda el texto.',
    `Deja el mensaje listo y ve a ${morning}: espera en “Para enviar ahora”.`,
    'De noche, abre a alguien desde la cartera: la app avisa y deja seguir a quien insiste.',
  ],
  hide: 'Ocultar la barra de la demostración',
  show: 'Mostrar la barra de la demostración',
  failed: 'No funcionó ahora. Inténtalo de nuevo.',
};
