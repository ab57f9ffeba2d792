/** Returns the text that the demo prints at its start: the sign-ins, and a command that moves the clock. */
import type { Instant } from '#rules/time/interval.ts';
import { dateOn } from '#words/core/format.ts';
import { DEMO_BRANDS, DEMO_SUPPORT } from './brands.ts';

/** `address`: the server's address. `now`: the demo's clock, for an example on the same evening. */
export function demoSignIns(address: string, now: Instant): string {
  return [
    'Demo sign-ins / acessos de demonstração',
    ...DEMO_BRANDS.flatMap(({ name, plan, password, manager, stores }) => [
      '',
      `  ${name} (${plan})`,
      ...stores.map(({ name, email, people }) => {
        const pins = people.map((person) => `${person.pin} ${person.name.split(' ')[0]}`).join(', ');
        return line(`loja ${name}`, email, password, `PIN ${pins}`);
      }),
      ...stores.flatMap(({ people }) =>
        people.filter(({ email }) => email !== undefined).map((p) => line('gerente', p.email ?? '', password)),
      ),
      line('gestão', manager.email, password),
    ]),
    '',
    line('suporte', DEMO_SUPPORT.email, DEMO_SUPPORT.password),
    '',
    'Open the address: its bar signs you in and moves the clock. / Abra o endereço: a barra entra e move o relógio.',
    'By command, this evening at nine / por comando, hoje às 21:00:',
    `  curl -X PUT -H 'content-type: application/json' -d '{"now":"${dateOn(now, ZONE)}T21:00:00-03:00"}' ${address}/api/v1/demo/clock`,
  ].join('\n');
}

/** The zone of the São Paulo store, whose offset has been −03:00 since 2019. */
const ZONE = 'America/Sao_Paulo';

function line(what: string, email: string, password: string, more = ''): string {
  return `  ${what.padEnd(24)} ${email.padEnd(30)} ${password.padEnd(12)} ${more}`.trimEnd();
}
