/** The columns of each kind of file, with the names that tills and spreadsheets give them. */
import type { ImportField } from '#contract/import/import-report.ts';
import {
  isPermissionColumn,
  isPermissionDateColumn,
  isPossibleRefusalColumn,
  isRefusalColumn,
} from './permission-columns.ts';
import type { Column } from './read-table.ts';

/** Makes a column. `names` are plain words joined by `_`, as `headerName` makes them; the first one is the recommended name. */
function column(names: string, how: Omit<Column, 'names'> = {}): Column {
  return { names: names.split(' '), ...how };
}

export const STORE_COLUMNS = {
  code: column('codigo cod id loja codigo_loja cod_loja filial store code', { needed: true, code: true }),
  name: column('nome nome_loja nome_da_loja name', { needed: true }),
  city: column('cidade municipio city', { needed: true }),
  state: column('uf estado state', { needed: true }),
  zone: column('fuso fuso_horario timezone zone'),
  opens: column('abre abertura hora_abertura opens'),
  closes: column('fecha fechamento hora_fechamento closes'),
  opensSaturday: column('abre_sabado abertura_sabado'),
  closesSaturday: column('fecha_sabado fechamento_sabado'),
  opensSunday: column('abre_domingo abertura_domingo'),
  closesSunday: column('fecha_domingo fechamento_domingo'),
} as const satisfies Partial<Record<ImportField, Column>>;
export type StoreField = keyof typeof STORE_COLUMNS;

export const SELLER_COLUMNS = {
  code: column('codigo cod id matricula codigo_vendedor cod_vendedor vendedor code', { needed: true, code: true }),
  name: column('nome nome_vendedor name', { needed: true }),
  store: column('loja codigo_loja cod_loja filial store', { needed: true, code: true }),
  role: column('papel cargo funcao perfil role'),
  active: column('ativo ativa situacao status active'),
} as const satisfies Partial<Record<ImportField, Column>>;
export type SellerField = keyof typeof SELLER_COLUMNS;

export const CUSTOMER_COLUMNS = {
  code: column('codigo cod id codigo_cliente cod_cliente id_cliente cliente customer_id code', { code: true }),
  name: column('nome nome_completo nome_cliente nome_do_cliente name', { needed: true }),
  phone: column(
    'telefone celular whatsapp fone tel telefone_1 telefone1 telefone_2 telefone2 telefone_celular phone mobile',
    {
      several: true,
    },
  ),
  areaCode: column('ddd ddd_celular ddd_telefone area_code', { several: true }),
  countryCode: column('ddi ddi_celular ddi_telefone codigo_pais codigo_do_pais country_code', { several: true }),
  email: column('email e_mail'),
  store: column('loja codigo_loja cod_loja filial store', { needed: true, code: true }),
  seller: column('vendedor vendedora codigo_vendedor cod_vendedor consultor consultora seller', { code: true }),
  born: column('nascimento data_nascimento data_de_nascimento dt_nascimento dt_nasc aniversario birthdate'),
  permission: column('permite_whatsapp permissao', { several: true, matches: isPermissionColumn }),
  refusal: column('opt_out', { several: true, matches: isRefusalColumn }),
  possibleRefusal: column('lgpd', { several: true, matches: isPossibleRefusalColumn }),
  permissionOn: column(
    'data_permissao data_da_permissao permissao_em data_consentimento consentimento_em data_opt_in',
    {
      several: true,
      matches: isPermissionDateColumn,
    },
  ),
  city: column('cidade municipio city'),
  state: column('uf estado state'),
  since: column('cliente_desde data_cadastro data_de_cadastro cadastro desde'),
  note: column('observacoes observacao obs notas nota anotacoes notes note'),
} as const satisfies Partial<Record<ImportField, Column>>;
export type CustomerField = keyof typeof CUSTOMER_COLUMNS;

export const PURCHASE_COLUMNS = {
  customer: column('cliente codigo_cliente cod_cliente id_cliente customer', { needed: true, code: true }),
  store: column('loja codigo_loja cod_loja filial store', { needed: true, code: true }),
  seller: column('vendedor vendedora codigo_vendedor cod_vendedor seller', { code: true }),
  on: column('data data_compra data_da_compra data_venda data_da_venda date', { needed: true }),
  total: column('total valor valor_total total_compra amount', { needed: true }),
  items: column('itens item produtos produto descricao items'),
  receipt: column('pedido numero_pedido numero_do_pedido cupom nota_fiscal nf venda id_venda', { code: true }),
} as const satisfies Partial<Record<ImportField, Column>>;
export type PurchaseField = keyof typeof PURCHASE_COLUMNS;
