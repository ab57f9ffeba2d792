/** Makes a valid example file of each kind, which a person can fill in and import. */
import type { ImportKind } from '#contract/import/import-report.ts';

export const SAMPLE_FILES: Readonly<Record<ImportKind, { readonly name: string; readonly lines: readonly string[] }>> =
  {
    stores: {
      name: 'lojas.csv',
      lines: [
        'codigo;nome;cidade;uf;abre;fecha;abre_domingo;fecha_domingo',
        'SP01;Paulista;São Paulo;SP;10:00;22:00;14:00;20:00',
        'AM01;Adrianópolis;Manaus;AM;10:00;22:00;;',
      ],
    },
    sellers: {
      name: 'equipe.csv',
      lines: ['codigo;nome;loja;papel;ativo', '101;Ana Lima;SP01;vendedora;sim', '102;Carla Dias;SP01;gerente;sim'],
    },
    customers: {
      name: 'clientes.csv',
      lines: [
        'codigo;nome;telefone;loja;vendedor;permite_whatsapp;data_permissao;nascimento;email',
        'C1;Marina Alves;(11) 91234-5678;SP01;101;sim;15/03/2026;22/08/1990;marina@cliente.example',
        'C2;Beatriz Souza;(11) 92345-6789;SP01;;não;;;',
      ],
    },
    purchases: {
      name: 'compras.csv',
      lines: ['cliente;loja;vendedor;data;total;itens;pedido', 'C1;SP01;101;20/06/2026;259,90;Vestido azul;1001'],
    },
  };

/** Saves the example of a kind. The mark makes Excel read the file as UTF-8. */
export function saveSample(kind: ImportKind): void {
  const { name, lines } = SAMPLE_FILES[kind];
  const address = URL.createObjectURL(new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
