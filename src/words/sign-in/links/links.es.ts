/** The sentences of the screens that a one-time link opens, and of a forgotten password, in Spanish. */
import type { LinkWords } from './links.pt-BR.ts';

export const words: LinkWords = {
  opening: 'Abriendo el enlace',
  language: 'Idioma',
  toSignIn: 'Ir a la entrada',
  again: 'Intentar de nuevo',
  unreached: 'No pudimos hablar con el servidor. Revisa la conexión e intenta de nuevo.',
  incompleteTitle: 'El enlace está incompleto',
  incomplete: 'Abre de nuevo el enlace entero, como lo recibiste.',
  wait: (seconds) => `Espera ${seconds} s e intenta de nuevo.`,

  name: 'Tu nombre',
  email: 'Correo',
  password: 'Contraseña',
  newPassword: 'Contraseña nueva',
  rules: 'Al menos 10 caracteres. Una frase fácil de recordar sirve bien.',
  short: (missing) => (missing === 1 ? 'Falta 1 carácter.' : `Faltan ${missing} caracteres.`),
  show: 'Mostrar contraseña',
  hide: 'Ocultar contraseña',

  welcome: {
    title: 'Te damos la bienvenida a Oto',
    first: 'Vas a ser la primera persona del soporte. Di quién eres y elige una contraseña.',
    invited: (name) => `${name}, elige una contraseña para entrar.`,
    enter: 'Guardar y entrar',
    readyTitle: 'Tu cuenta está lista',
    ready: 'Entra con el correo y la contraseña que elegiste.',
    signIn: 'Entrar',
  },

  reset: {
    title: 'Elige una contraseña nueva',
    lead: 'Al guardar, esta cuenta sale de todos los dispositivos.',
    save: 'Guardar la contraseña',
    doneTitle: 'Contraseña guardada',
    done: 'La cuenta salió de todos los dispositivos. Entra con la contraseña nueva.',
    signIn: 'Entrar',
  },

  forgot: {
    title: '¿Olvidaste la contraseña?',
    lead: 'Di el correo de la cuenta. Si existe, enviamos un enlace para elegir una contraseña nueva.',
    unmailed: 'Aquí no se envían correos. Para una cuenta tuya, pide al soporte un enlace de contraseña nueva.',
    unmailedStore: 'Para la cuenta de la tienda, pide una contraseña nueva a la gestión de la marca.',
    send: 'Enviar el enlace',
    sentTitle: 'Mira tu correo',
    sent: (email) => `Si hay una cuenta con ${email}, el enlace llega en unos minutos y vale por 24 horas.`,
    notCome: '¿No llegó? Mira el spam, o pide un enlace al soporte.',
    back: 'Volver a la entrada',
  },
};
