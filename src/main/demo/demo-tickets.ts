/** Writes the demo's tickets and leads, and the ratings of the help article. */
import type { Database, Tx } from '#db/core/db.ts';
import { upsertHelpAnswer, VENDOR } from '#db/support/help-answers.ts';
import { insertLead } from '#db/support/leads.ts';
import { insertTicketMessage, markTicketSeen } from '#db/support/ticket-messages.ts';
import { insertTicket, updateTicketState } from '#db/support/tickets.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { DEMO_SUPPORT, type DemoBrand } from './brands.ts';
import { ACTIVATED } from './policy-log.ts';
import type { Seeded } from './seeded-random.ts';
import { seeded } from './seeded-random.ts';

/** Writes Aurora's closed ticket for quiet hours, Aurora's open ticket for later ones, and Brisa's lead. `today`: UTC midnight. */
export function writeTickets(tx: Tx, { slug, manager }: DemoBrand, of: TicketAuthor, today: Instant): void {
  if (slug === 'aurora') {
    writeActivation(tx, manager.name, of);
    writeChange(tx, manager.name, of, today);
  }
  if (slug === 'brisa') writeLead(tx, manager.name, of, today);
}

export interface TicketAuthor {
  readonly brandId: string;
  readonly managerId: string;
  readonly chance: Seeded;
}

function writeActivation(tx: Tx, openedName: string, { brandId, managerId, chance }: TicketAuthor): void {
  const openedAt = ACTIVATED - 25 * HOUR_MS - 8 * MINUTE_MS;
  const id = chance.id(openedAt);
  tx.send(insertTicket, {
    ...{ brandId, id, kind: 'activate', start: '20:00', end: '08:00', openedBy: managerId, openedName, at: openedAt },
    reason: 'Clientes reclamaram de mensagem tarde da noite. Queremos começar o ano com silêncio das 20:00 às 08:00.',
  });
  tx.send(insertTicketMessage, {
    ...{ brandId, id: chance.id(ACTIVATED), ticketId: id, at: ACTIVATED, side: 'support', version: 1 },
    ...{ authorId: 'demo', authorName: DEMO_SUPPORT.name },
    text: 'Oi, Gabriela! Publicado: todos os dias, das 20:00 às 08:00, no relógio de cada loja, a partir de 1º de janeiro.',
  });
  tx.send(updateTicketState, { brandId, id, state: 'closed', version: 1, at: ACTIVATED });
  tx.send(markTicketSeen, { brandId, ticketId: id, personId: managerId, seenAt: ACTIVATED + 2 * HOUR_MS });
}

function writeChange(tx: Tx, openedName: string, { brandId, managerId, chance }: TicketAuthor, today: Instant): void {
  const openedAt = today - 2 * DAY_MS + 17 * HOUR_MS + 37 * MINUTE_MS;
  tx.send(insertTicket, {
    ...{ brandId, id: chance.id(openedAt), kind: 'change', start: '21:00', end: '08:00' },
    ...{ openedBy: managerId, openedName, at: openedAt },
    reason:
      'Nossas lojas de shopping ficam abertas até as 22:00 e a equipe perde a última hora boa de contato. ' +
      'Podemos começar o silêncio às 21:00 em vez de 20:00?',
  });
}

function writeLead(tx: Tx, personName: string, { brandId, managerId, chance }: TicketAuthor, today: Instant): void {
  const leftAt = today - 4 * DAY_MS + 13 * HOUR_MS + 52 * MINUTE_MS;
  tx.send(insertLead, {
    ...{ brandId, id: chance.id(leftAt), personId: managerId, personName, at: leftAt },
    contact: '(81) 90000-4321, de manhã',
    wish: 'Queria evitar mensagem depois que a loja fecha. Uma cliente reclamou na semana passada.',
  });
}

/** Writes the ratings as the vendor's data. A start that repeats an interrupted one writes no rating twice. */
export function writeRatings(db: Database, today: Instant): Promise<void> {
  const chance = seeded('article');
  return db.inBrand(VENDOR, async (tx) => {
    for (const [i, [helpful, comment]] of RATINGS.entries()) {
      const at = today - (3 + 5 * i) * DAY_MS + (12 + chance.below(9)) * HOUR_MS + chance.below(60) * MINUTE_MS;
      const readerId = chance.id();
      const answer = {
        brandId: VENDOR,
        article: 'horario-de-silencio',
        version: 1,
        language: 'pt-BR',
        helpful,
        comment,
      } as const;
      tx.send(upsertHelpAnswer, { ...answer, readerId, at });
    }
  });
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const RATINGS: readonly (readonly [helpful: boolean, comment: string | null])[] = [
  [true, null],
  [true, 'Agora entendi por que o perfil avisa e a sugestão espera.'],
  [false, 'Não achei como pedir um horário diferente só para o sábado.'],
  [true, null],
  [true, null],
  [true, null],
  [false, null],
  [true, 'Mostrei para a equipe na reunião de segunda, ajudou bastante.'],
  [true, null],
  [true, null],
  [true, null],
  [true, null],
];
