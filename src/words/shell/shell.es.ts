/** The sentences around every screen, in Spanish. */
import type { ShellWords } from './shell.pt-BR.ts';

export const words: ShellWords = {
  skip: 'Ir al contenido',
  offline: 'Sin internet. Ves lo que ya estaba aquí; para enviar hace falta conexión.',
  back: (time) => `De vuelta. Actualizado a las ${time}.`,
  newVersion: 'Hay una versión nueva de la app. Tu texto sigue guardado.',
  update: 'Actualizar',
  notHere: 'Esta parte de la app aún no está en este dispositivo. Vuelve a ella cuando tengas internet.',
  stumbled: 'Algo falló de nuestro lado. Tu texto está guardado.',
  again: 'Intentar de nuevo',
  settings: 'Ajustes',
  close: 'Cerrar',
  light: 'Luz de la pantalla',
  lights: { follow: 'Acompañar el silencio', clara: 'Clara', escura: 'Oscura' },
  lightHint: 'Solo en este dispositivo.',
  language: 'Idioma',
  languageFailed: 'Sin internet para buscar este idioma. Inténtalo de nuevo en un momento.',
};
