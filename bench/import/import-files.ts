/** Generates import files as a till exports them, with the same rows for the same count. */

const FIRST_NAMES =
  'Ana Bruna Carla Daniela Elisa Fabiana Gabriela Helena Isabela Juliana Larissa Marina Paula Rita'.split(' ');
const LAST_NAMES =
  'Alves Barbosa Cardoso Dias Esteves Farias Gomes Lima Moraes Nunes Oliveira Prado Queiroz Souza'.split(' ');
const STORES = 60;
const SELLERS = 600;

export function storesFile(): string {
  const rows = Array.from({ length: STORES }, (_, n) => `L${n};Loja ${n};São Paulo;SP;10:00;22:00`);
  return `codigo;nome;cidade;uf;abre;fecha\n${rows.join('\n')}\n`;
}

export function sellersFile(): string {
  const rows = Array.from({ length: SELLERS }, (_, n) => `V${n};${nameOf(n)};L${n % STORES};sim`);
  return `codigo;nome;loja;ativo\n${rows.join('\n')}\n`;
}

/** Returns a file of customers. `round` changes the name and the note of each row. One row in twenty has no permission. */
export function customersFile(count: number, round: number): string {
  const rows = Array.from({ length: count }, (_, n) => customerRow(n, round));
  return `${CUSTOMER_HEADER}${rows.join('')}`;
}

/** Yields the same file in parts of a thousand rows, without making the whole file. */
export async function* customerChunks(count: number, round: number): AsyncGenerator<Buffer> {
  yield Buffer.from(CUSTOMER_HEADER);
  for (let from = 0; from < count; from += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, count - from) }, (_, n) => customerRow(from + n, round));
    yield Buffer.from(rows.join(''));
  }
}

const CUSTOMER_HEADER = 'codigo;nome;telefone;loja;vendedor;permite_whatsapp;cidade;uf;email;observacao\n';

function customerRow(n: number, round: number): string {
  const seller = n % SELLERS;
  const phone = `+55119${String(10_000_000 + n * 7)}`;
  const permission = n % 20 === 0 ? 'não' : 'sim';
  return `C${n};${nameOf(n + round)};${phone};L${seller % STORES};V${seller};${permission};São Paulo;SP;c${n}@cliente.example;rodada ${round}\n`;
}

export function purchasesFile(count: number, customers: number): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const seller = n % SELLERS;
    const day = String((n % 28) + 1).padStart(2, '0');
    return `C${n % customers};${day}/07/2026;L${seller % STORES};V${seller};${(n % 900) + 10},90;Vestido ${n};R${n}`;
  });
  return `cliente;data;loja;vendedor;valor;itens;cupom\n${rows.join('\n')}\n`;
}

function nameOf(n: number): string {
  return `${FIRST_NAMES[n % FIRST_NAMES.length]} ${LAST_NAMES[Math.floor(n / 14) % LAST_NAMES.length]}`;
}
