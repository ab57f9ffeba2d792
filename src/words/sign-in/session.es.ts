/** The sentences for freeing a PIN, the person's menu and signing out, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { SessionWords } from './session.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: SessionWords = {
  pin: {
    whichManager: '¿Quién de la gerencia lo libera?',
    noManager: 'Esta tienda todavía no tiene gerencia con PIN. Habla con la gestión de la marca.',
    guessing: (store) => `Alguien puede estar intentando adivinar PIN en la tienda ${store}.`,
    guessingNames: (names) => `Errores seguidos: ${names}. Confirma con el equipo y libera a quien lo necesite.`,
    guessingNameless: 'Hubo muchos PIN incorrectos. Confirma con el equipo; quien sabe su PIN entra con su nombre.',
    freeTitle: (name) => `Liberar el PIN de ${name}`,
    freeLead: 'Gerencia: escribe tu propio PIN.',
    managers: 'PIN de la gerencia',
    freeNow: 'Liberar',
    freeOwnLead: 'Escribe la contraseña de la tienda y tu PIN.',
    storePassword: 'Contraseña de la tienda',
    freed: (name) => `Listo. ${name} puede intentar de nuevo.`,
    notManager: 'Solo la gerencia de la tienda puede liberarlo.',
  },

  person: {
    swapHint: 'Otra persona usa este dispositivo',
    pins: 'Liberar un PIN',
    pinsNone: 'Nadie en pausa ahora',
    pinsHint: (names) => `En pausa: ${names}`,
    account: 'Mi cuenta',
    accountOfStore: 'Cuenta de la tienda',
    accountHint: 'Contraseña y dispositivos',
    secondFactorHint: 'Contraseña, dos pasos y dispositivos',
    help: 'Ayuda',
    helpHint: 'Cómo funciona el Horario de Silencio',
    settingsHint: 'Luz e idioma',
    settingsHintPush: 'Luz, idioma y notificaciones',
    leaveHint: 'Quita la tienda de este dispositivo',
    leaveTitle: '¿Salir?',
    leaveText: 'Los datos de los clientes salen de este dispositivo.',
    leaveDrafts: (n) => many(n, '1 texto guardado también sale.', `${n} textos guardados también salen.`),
    stay: 'Quedarme',
    leaveOffline: 'Sin internet, la sesión termina solo en este dispositivo. Aun así, los datos salen de él ahora.',
  },
};
