/** The sentences with which support invites people and hands over links, in Spanish. */
import type { AccountWords } from './accounts.pt-BR.ts';

export const words: AccountWords = {
  invite: 'Invitar',
  inviteAgain: 'Invitar de nuevo',
  newPassword: 'Enlace de contraseña nueva',
  invitations: 'Invitaciones',
  noInvitations: 'No hay invitaciones pendientes.',
  managers: 'Acceso a la marca',
  managersLead: 'Quién tiene cuenta propia en esta marca, y quién fue invitado.',
  none: 'Nadie tiene cuenta propia todavía.',
  loading: 'Cargando',
  states: {
    active: 'tiene cuenta',
    inactive: 'inactiva',
    invited: 'invitada',
    invitation_over: 'invitación vencida',
  },

  inviteSupport: 'Invitar al soporte',
  inviteManager: (brand) => `Invitar a la gestión: ${brand}`,
  inviteLead: 'La persona recibe un enlace que vale por 24 horas y una sola vez, y elige su contraseña.',
  name: 'Nombre',
  email: 'Correo',
  language: 'Idioma del correo',
  languages: { 'pt-BR': 'Portugués', en: 'Inglés', es: 'Español' },
  send: 'Invitar',
  back: 'Volver',
  sent: (email) => `Invitación enviada a ${email}.`,
  resetSent: (name) => `Enlace de contraseña nueva enviado a ${name}.`,
  unreached: 'Sin respuesta del servidor. Intenta de nuevo cuando vuelva la conexión.',

  linkTitle: (name) => `Enlace para ${name}`,
  linkLead: 'Entrega este enlace solo a esa persona. Aparece una única vez, y vale por 24 horas.',
  link: 'Enlace',
  copy: 'Copiar',
  copied: 'Copiado.',
  selected: 'El navegador no dejó copiar. El enlace está seleccionado: cópialo aquí.',
  done: 'Listo',
};
