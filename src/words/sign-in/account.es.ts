/** The sentences of the screen of one's own account and of the warnings about wrong passwords, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { AccountWords } from './account.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: AccountWords = {
  mine: 'Mi cuenta',
  ofStore: 'Cuenta de la tienda',
  back: 'Inicio',
  loading: 'Abriendo la cuenta…',
  unread: 'No pudimos abrir la cuenta.',
  unreached: 'El servidor no responde. Inténtalo de nuevo cuando vuelva internet.',
  again: 'Intentar de nuevo',
  code: (code) => `Código para soporte: ${code}`,
  name: 'Nombre',
  email: 'Correo electrónico',
  toStore: 'Datos y horario de la tienda',

  password: 'Contraseña',
  passwordLead: 'Al cambiar la contraseña, la cuenta se cierra en todos los demás dispositivos.',
  current: 'Contraseña actual',
  next: 'Nueva contraseña',
  rules: 'De 10 a 128 caracteres, como quieras. Las frases valen. Las contraseñas más comunes no sirven.',
  tooShort: (missing) => many(missing, 'Falta 1 carácter.', `Faltan ${missing} caracteres.`),
  tooLong: 'La contraseña tiene 128 caracteres como máximo.',
  show: 'Mostrar las contraseñas',
  hide: 'Ocultar las contraseñas',
  change: 'Cambiar la contraseña',
  changed: 'Contraseña cambiada. La cuenta se cerró en los demás dispositivos.',
  wait: (seconds) => many(seconds, 'Espera 1 segundo.', `Espera ${seconds} segundos.`),

  sessions: 'Dónde está abierta la cuenta',
  here: 'este dispositivo',
  lastUsed: (when) => `Último uso: ${when}`,
  began: (when) => `Abierta: ${when}`,
  end: 'Cerrar',
  endOf: (device) => ` la sesión de ${device}`,
  ended: (device) => `Sesión cerrada: ${device}.`,
  onlyHere: 'En ningún otro dispositivo.',
  endOthers: 'Cerrar las otras',
  othersEnded: 'Las otras sesiones se cerraron.',
  endAll: 'Cerrar todas, también esta',
  endAllTitle: '¿Cerrar todas las sesiones?',
  endAllText:
    'La cuenta se cierra en todos los dispositivos, también en este. Los datos y los textos guardados salen de aquí.',
  stay: 'Quedarse',

  wrong: (n, since) =>
    many(
      n,
      `Hubo 1 intento con contraseña incorrecta desde ${since}.`,
      `Hubo ${n} intentos con contraseña incorrecta desde ${since}.`,
    ),
  wrongMore: 'Si no fuiste tú, cambia la contraseña.',
  toAccount: 'Abrir la cuenta',
  close: 'Cerrar',
  guessing: (account) => `Alguien puede estar intentando adivinar la contraseña de la cuenta ${account}.`,
  guessingMore: (n, since) =>
    many(n, `1 contraseña incorrecta desde ${since}.`, `${n} contraseñas incorrectas desde ${since}.`),
  guessingAsk: 'Confírmalo con quien usa la cuenta.',
};
