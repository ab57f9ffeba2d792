/** The sentences about what a new brand still lacks, in Spanish. */
import { plural } from '#words/core/format.ts';
import type { BrandSetupWords } from './brand-setup.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const words: BrandSetupWords = {
  title: 'Lo que aún falta',
  lead: 'Cada punto sale de la lista cuando está listo.',
  parts: {
    stores: 'Tiendas',
    hours: 'Horario de las tiendas',
    people: 'Equipo',
    customers: 'Clientes',
    quiet_hours: 'Horario de Silencio',
  },
  state: {
    stores: () => 'Aún no hay tiendas.',
    hours: (stores) =>
      stores === null
        ? 'Aún no hay horario de atención.'
        : many(stores, '1 tienda no tiene horario de atención.', `${stores} tiendas no tienen horario de atención.`),
    people: (stores) =>
      stores === null
        ? 'Aún nadie vende con la aplicación.'
        : many(stores, 'En 1 tienda nadie puede entrar aún.', `En ${stores} tiendas nadie puede entrar aún.`),
    customers: () => 'Aún no hay clientes.',
    quiet_hours: () => 'Aún no se pidió.',
  },
  next: {
    stores: 'Crea cada tienda aquí: nombre, ciudad y horario. Si son muchas, importa la planilla.',
    hours: 'Abre cada tienda y di a qué hora abre y cierra.',
    people: 'Añade a quienes venden en cada tienda, o importa la planilla. Cada persona recibe un PIN.',
    customers: 'Importa la planilla de clientes: nombre, teléfono, tienda.',
    quiet_hours: 'Di el inicio y el fin en un ticket. Soporte lo configura.',
  },
  toImport: 'Importar desde una planilla',
  toStores: { stores: 'Crear la primera tienda', hours: 'Ver las tiendas' },
  openTeam: 'Abrir el equipo',
  ask: 'Ir a los tickets',
};
