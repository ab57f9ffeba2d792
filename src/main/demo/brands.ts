/** The demo's three brands: one with quiet hours, one without the plan for them, one with rules for weekdays and dates. */
import type { Plan } from '#rules/policy/plan.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';

export interface DemoPerson {
  readonly name: string;
  readonly role: 'seller' | 'store_manager';
  readonly pin: string;
  /** The e-mail of the person's own account, for a sign-in away from the store. */
  readonly email?: string;
  /** On one afternoon so many days ago, the person writes to many customers within minutes. */
  readonly burstDaysAgo?: number;
}

export interface DemoStore {
  readonly name: string;
  readonly email: string;
  readonly city: string;
  readonly state: string;
  readonly zone: string;
  readonly areaCode: string;
  /** Opening and closing minutes from Monday to Saturday, and on Sunday; null: closed. */
  readonly hours: { readonly weekdays: readonly [number, number]; readonly sunday: readonly [number, number] | null };
  readonly customers: number;
  /** The people of the store often write late, and seldom turn back at a warning. */
  readonly worksLate?: true;
  readonly people: readonly DemoPerson[];
}

export interface DemoBrand {
  readonly slug: string;
  readonly name: string;
  readonly article: 'a' | 'o';
  readonly plan: Plan;
  readonly password: string;
  readonly manager: { readonly name: string; readonly email: string };
  /** The policy as support would publish it; null: the brand has no quiet hours. */
  readonly policy: unknown;
  /** Other hours that the brand tried for a time, before it took the first ones again; null: never. */
  readonly trial: {
    readonly policy: unknown;
    readonly fromDaysAgo: number;
    readonly untilDaysAgo: number;
    readonly reason: string;
    readonly backReason: string;
  } | null;
  /** The minutes, on the store's clock, for which support once suspended the quiet hours; null: never. */
  readonly pause: {
    readonly daysAgo: number;
    readonly startMinute: number;
    readonly endMinute: number;
    readonly reason: string;
  } | null;
  readonly stores: readonly DemoStore[];
}

const at = (hour: number) => hour * 60;
const MALL = { weekdays: [at(10), at(22)], sunday: [at(14), at(20)] } as const;
const STREET = { weekdays: [at(9), at(19)], sunday: null } as const;

export const DEMO_BRANDS: readonly DemoBrand[] = [
  {
    slug: 'aurora',
    name: 'Aurora',
    article: 'a',
    plan: 'growth',
    password: 'aurora-demo',
    manager: { name: 'Gabriela Paz', email: 'gestao@aurora.example' },
    policy: {},
    trial: {
      policy: { windows: [{ days: WEEKDAYS, start: '22:00', end: '08:00' }] },
      fromDaysAgo: 100,
      untilDaysAgo: 45,
      reason: 'Pedido da marca: testar o silêncio só a partir das 22:00, quando os shoppings fecham',
      backReason: 'Pedido da marca: voltar às 20:00, porque clientes reclamaram das mensagens à noite',
    },
    pause: null,
    stores: [
      {
        name: 'Paulista',
        email: 'paulista@aurora.example',
        city: 'São Paulo',
        state: 'SP',
        zone: 'America/Sao_Paulo',
        areaCode: '11',
        hours: MALL,
        customers: 180,
        people: [
          { name: 'Ana Lima', role: 'seller', pin: '1111' },
          { name: 'Bruno Reis', role: 'seller', pin: '2222', burstDaysAgo: 9 },
          { name: 'Carla Dias', role: 'store_manager', pin: '9999', email: 'carla@aurora.example' },
        ],
      },
      {
        name: 'Adrianópolis',
        email: 'adrianopolis@aurora.example',
        city: 'Manaus',
        state: 'AM',
        zone: 'America/Manaus',
        areaCode: '92',
        hours: MALL,
        customers: 150,
        worksLate: true,
        people: [
          { name: 'Davi Nunes', role: 'seller', pin: '1111' },
          { name: 'Elisa Farias', role: 'seller', pin: '2222' },
          { name: 'Fátima Leão', role: 'store_manager', pin: '9999', email: 'fatima@aurora.example' },
        ],
      },
      {
        name: 'Bosque',
        email: 'bosque@aurora.example',
        city: 'Rio Branco',
        state: 'AC',
        zone: 'America/Rio_Branco',
        areaCode: '68',
        hours: { weekdays: [at(9), at(21)], sunday: [at(12), at(20)] },
        customers: 130,
        people: [
          { name: 'Glória Assis', role: 'seller', pin: '1111' },
          { name: 'Hugo Paiva', role: 'seller', pin: '2222' },
          { name: 'Inês Prado', role: 'store_manager', pin: '9999' },
        ],
      },
      {
        name: 'Vila dos Remédios',
        email: 'remedios@aurora.example',
        city: 'Fernando de Noronha',
        state: 'PE',
        zone: 'America/Noronha',
        areaCode: '81',
        hours: { weekdays: [at(9), at(20)], sunday: [at(10), at(18)] },
        customers: 130,
        people: [
          { name: 'Jorge Matos', role: 'seller', pin: '1111' },
          { name: 'Kátia Rêgo', role: 'seller', pin: '2222' },
          { name: 'Lúcio Bastos', role: 'store_manager', pin: '9999' },
        ],
      },
    ],
  },
  {
    slug: 'brisa',
    name: 'Brisa',
    article: 'a',
    plan: 'starter',
    password: 'brisa-demo',
    manager: { name: 'Marcos Teles', email: 'gestao@brisa.example' },
    policy: null,
    trial: null,
    pause: null,
    stores: [
      {
        name: 'Boa Viagem',
        email: 'loja@brisa.example',
        city: 'Recife',
        state: 'PE',
        zone: 'America/Recife',
        areaCode: '81',
        hours: STREET,
        customers: 130,
        people: [
          { name: 'Nina Sales', role: 'seller', pin: '1111' },
          { name: 'Olga Braga', role: 'store_manager', pin: '9999' },
        ],
      },
    ],
  },
  {
    slug: 'cais',
    name: 'Cais',
    article: 'o',
    plan: 'enterprise',
    password: 'cais-demo',
    manager: { name: 'Paulo Brandão', email: 'gestao@cais.example' },
    policy: {
      windows: [
        { days: ['mon', 'tue', 'wed', 'thu', 'sun'], start: '20:00', end: '08:00' },
        { days: ['fri', 'sat'], start: '22:00', end: '09:00' },
        { days: ['sun'], start: '12:00', end: '14:00' },
      ],
      exceptions: [
        {
          date: '2026-09-07',
          windows: [
            { start: '00:00', end: '24:00' },
            { start: '20:00', end: '08:00' },
          ],
          label: 'Independência',
        },
        {
          date: '2026-10-12',
          windows: [
            { start: '00:00', end: '24:00' },
            { start: '20:00', end: '08:00' },
          ],
          label: 'Nossa Senhora Aparecida',
        },
        {
          date: '2026-11-02',
          windows: [
            { start: '00:00', end: '24:00' },
            { start: '20:00', end: '08:00' },
          ],
          label: 'Finados',
        },
        { date: '2026-11-27', windows: [{ start: '23:00', end: '08:00' }], label: 'Black Friday' },
        {
          date: '2026-12-25',
          windows: [
            { start: '00:00', end: '24:00' },
            { start: '20:00', end: '08:00' },
          ],
          label: 'Natal',
        },
        {
          date: '2027-01-01',
          windows: [
            { start: '00:00', end: '24:00' },
            { start: '20:00', end: '08:00' },
          ],
          label: 'Confraternização Universal',
        },
      ],
      clocks: 'store-and-customer',
      actions: { profile: 'warn-with-reason' },
    },
    trial: null,
    pause: {
      daysAgo: 20,
      startMinute: at(20),
      endMinute: at(21),
      reason: 'Pedido da marca: noite de lançamento na loja',
    },
    stores: [
      {
        name: 'Mucuripe',
        email: 'loja@cais.example',
        city: 'Fortaleza',
        state: 'CE',
        zone: 'America/Fortaleza',
        areaCode: '85',
        hours: MALL,
        customers: 140,
        people: [
          { name: 'Quitéria Luz', role: 'seller', pin: '1111' },
          { name: 'Raul Mesquita', role: 'store_manager', pin: '9999' },
        ],
      },
    ],
  },
];

export const DEMO_SUPPORT = { name: 'Sofia Lacerda', email: 'suporte@oto.example', password: 'suporte-demo' } as const;
