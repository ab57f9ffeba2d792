/** How to get into the demo, as printed when it starts. */
import { DEMO_BRANDS, DEMO_SUPPORT } from './brands.ts';

/** `address`: where this server is reached. */
export function demoSignIns(address: string): string {
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
    'Move the clock / mova o relógio:',
    `  curl -X PUT -H 'content-type: application/json' -d '{"now":"2026-11-23T21:00:00-03:00"}' ${address}/api/v1/demo/clock`,
  ].join('\n');
}

function line(what: string, email: string, password: string, more = ''): string {
  return `  ${what.padEnd(24)} ${email.padEnd(30)} ${password.padEnd(12)} ${more}`.trimEnd();
}
