/** The catalogue of sentences in Portuguese, the source. The other languages must have the same type. */
import type { ProblemCode } from '#contract/core/problem.ts';
import type { Reason } from '#rules/contact/decision.ts';
import type { PolicyFault } from '#rules/policy/policy.ts';
import { type BrandName, sentenceStart, theBrand } from '#words/core/brand.ts';
import { count, daysAway, onDay, plural } from '#words/core/format.ts';
import { type FieldParams, fixedText, type ProblemParams, type Say } from '#words/core/text.ts';
import { reasons } from './reasons.pt-BR.ts';

const language = 'pt-BR';

const problems: Problems = {
  invalid: fixedText('Confira os dados', 'Há algo a ajustar no que foi enviado. Cada ponto está em “faults”.'),
  key_missing: fixedText(
    'Falta a chave do envio',
    'Envie o cabeçalho Idempotency-Key com um UUID, novo a cada toque e igual a cada repetição.',
  ),
  bad_json: fixedText(
    'Não deu para ler o pedido',
    'O corpo precisa ser JSON, com o cabeçalho Content-Type: application/json.',
  ),
  bad_path: fixedText(
    'Não deu para ler o endereço',
    'O endereço do pedido tem algo que não dá para ler. Confira o caminho e a codificação com %.',
  ),
  malformed: fixedText(
    'Não deu para ler o pedido',
    'O endereço ou os cabeçalhos estão malformados. Confira e tente de novo.',
  ),
  too_slow: fixedText('O pedido demorou demais para chegar', 'Nada foi feito. Confira sua conexão e tente de novo.'),
  too_large: fixedText('É grande demais', 'O pedido passa do tamanho que recebemos. Divida em partes menores.'),
  uri_too_long: fixedText('O endereço é longo demais', 'Encurte o endereço ou a busca e tente de novo.'),
  headers_too_large: fixedText(
    'Os cabeçalhos são grandes demais',
    'Limpe os cookies deste site no navegador e tente de novo.',
  ),
  wrong_credentials: fixedText('E-mail ou senha não conferem', 'Confira e tente de novo.'),
  signed_out: fixedText('Vamos entrar de novo', 'Sua sessão terminou. Entre para continuar.'),
  turn_needed: fixedText('Sessão em pausa', 'Digite seu PIN para continuar. Seu texto está guardado.'),
  wrong_pin: ({ left, minutes }) => ({
    title: 'Esse PIN não confere',
    detail: left == null ? 'Tente de novo.' : left === 0 ? pinPause(minutes) : attemptsLeft(Number(left)),
  }),
  pin_locked: ({ minutes }) => ({
    title: 'Vamos fazer uma pausa',
    detail:
      minutes == null
        ? 'Seu PIN está em pausa. Peça à gerência para liberar.'
        : `Tente de novo em ${minutes} min ou peça à gerência para liberar.`,
  }),
  pin_slow: ({ seconds }) => ({
    title: 'Um momento',
    detail: seconds == null ? 'Aguarde um pouco e tente de novo.' : `Aguarde ${seconds} s e tente de novo.`,
  }),
  name_needed: fixedText('Escolha seu nome', 'Por segurança, nesta loja o PIN agora vale junto com o nome.'),
  new_pin_needed: ({ shortest }) => ({
    title: 'Seu novo PIN',
    detail: `Escolha um PIN só seu, de ${shortest ?? 4} a 8 números.`,
  }),
  pin_short: ({ shortest }) => ({
    title: 'Escolha um PIN mais longo',
    detail: `O PIN da gerência tem de ${shortest ?? 6} a 8 números.`,
  }),
  new_password_needed: fixedText('Sua nova senha', 'Escolha uma senha só sua para continuar.'),
  pin_taken: fixedText('Escolha outro PIN', 'Esse não está livre nesta loja. Escolha um só seu, de 4 a 8 números.'),
  pin_weak: fixedText('Escolha outro PIN', 'Esse é fácil de adivinhar. Evite números repetidos ou em sequência.'),
  password_weak: fixedText(
    'Escolha outra senha',
    'Essa é fácil de adivinhar. Use uma mais longa, que só você conheça.',
  ),
  wrong_password: fixedText('A senha atual não confere', 'Confira a senha com que você entra e tente de novo.'),
  password_kept: fixedText(
    'As senhas da demonstração não mudam',
    'Assim todos que abrem a demonstração conseguem entrar. Fora dela, a senha se troca aqui.',
  ),
  one_time_password_expired: fixedText(
    'Esta senha de uso único venceu',
    'Ela valia por 7 dias. Peça outra a quem deu esta a você.',
  ),
  one_time_pin_expired: fixedText(
    'Este PIN de uso único venceu',
    'Ele valia por 7 dias. Peça outro a quem deu este a você.',
  ),
  wrong_code: fixedText('Esse código não confere', 'Confira o aplicativo e digite o código que aparece agora.'),
  code_expired: fixedText(
    'Vamos começar de novo',
    'O tempo para digitar o código passou. Entre de novo com sua senha.',
  ),
  second_factor_needed: fixedText(
    'Falta a verificação em duas etapas',
    'Sua conta precisa dela. Configure com um aplicativo autenticador para continuar.',
  ),
  confirmation_needed: fixedText('Confirme que é você', 'Digite sua senha ou um código para continuar.'),
  second_factor_on: fixedText(
    'A verificação em duas etapas já está ativa',
    'Para trocar de celular, desative e configure de novo.',
  ),
  second_factor_off: fixedText('A verificação em duas etapas não está ativa', 'Não há nada a fazer aqui.'),
  second_factor_required: fixedText(
    'Sua conta precisa da verificação',
    'Para trocar de celular, peça ao suporte para remover a atual.',
  ),
  second_factor_in_demo: fixedText(
    'Na demonstração não há segunda etapa',
    'As contas da demonstração entram com um toque. Na sua instalação, configure aqui.',
  ),
  mail_link_unknown: fixedText(
    'Este link não funciona',
    'Ele pode estar incompleto. Abra de novo o link inteiro do e-mail, ou escolha em Minha conta quais e-mails quer receber.',
  ),
  link_over: fixedText(
    'Este link não vale mais',
    'Ele já foi usado, passou do prazo ou foi trocado por outro. Peça um link novo a quem enviou.',
  ),
  email_taken: fixedText('Este e-mail já tem conta', 'Use outro e-mail, ou peça uma senha nova para essa conta.'),
  not_in_demo: fixedText(
    'Na demonstração isso não muda',
    'As senhas da demonstração ficam como estão, para todas as pessoas.',
  ),
  support_kept_in_demo: fixedText(
    'Na demonstração esta conta fica ativa',
    'Com ela, qualquer pessoa entra no suporte da demonstração. Convide outra pessoa e desative essa.',
  ),
  account_inactive: ({ account }) => ({
    title: 'Esta conta está inativa',
    detail:
      account === 'support'
        ? 'Peça a outra pessoa do suporte para reativar em Equipe do suporte.'
        : account === 'person'
          ? 'Fale com a gestão da marca.'
          : 'Fale com a gerência da loja.',
  }),
  forbidden: fixedText(
    'Esta parte é de outra equipe',
    'Sua conta não inclui esta ação. Se precisar dela, fale com a gerência.',
  ),
  wrong_origin: fixedText(
    'Este pedido veio de outro endereço',
    'Abra o aplicativo pelo endereço dele e tente de novo.',
  ),
  not_in_portfolio: ({ customer, seller }) => ({
    title: 'Outra carteira',
    detail: `${customer || 'Cliente'} está na carteira de ${seller || 'outra pessoa da equipe'}.`,
  }),
  other_store: ({ customer }) => ({
    title: 'Cliente de outra loja',
    detail: `${customer || 'Cliente'} tem cadastro em outra loja da marca, e é ela quem inicia a conversa.`,
  }),
  not_found: fixedText('Não encontramos', 'Isto não existe mais ou mudou de lugar. Volte à lista e tente de novo.'),
  method_not_allowed: fixedText('Este endereço não faz isso', 'Confira o método do pedido na documentação, em /docs.'),
  in_progress: fixedText('Estamos confirmando este envio', 'Não precisa tocar de novo.'),
  key_reused: fixedText(
    'Este envio já tem outro conteúdo',
    'A mesma Idempotency-Key já serviu a um pedido diferente. Use uma chave nova.',
  ),
  suggestion_closed: fixedText(
    'Esta sugestão já foi concluída',
    'Esta tela estava antiga; atualizamos. Confira e toque de novo.',
  ),
  attempt_closed: fixedText(
    'Este contato já foi concluído',
    'Esta tela estava antiga; atualizamos. Confira e toque de novo.',
  ),
  already_held: ({ customer, seller, opens, state }) =>
    seller
      ? { title: 'Uma por vez', detail: `${seller} já tem uma mensagem guardada para ${customer || 'cliente'}.` }
      : {
          title: 'Já está guardada',
          detail: `${customer || 'Cliente'} já tem uma mensagem ${state === 'ready' ? 'pronta para enviar' : `guardada${opens == null ? '' : ` para ${opens}`}`}.`,
        },
  not_held: fixedText(
    'Esta mensagem não está mais guardada',
    'Esta tela estava antiga; atualizamos. Confira e toque de novo.',
  ),
  time_past: fixedText('Essa hora já passou', 'Escolha um horário a partir de agora. Seu texto está guardado.'),
  time_too_far: fixedText('Ainda falta muito', 'Escolha um horário nos próximos 30 dias. Seu texto está guardado.'),
  time_quiet: ({ opens }) => ({
    title: 'Esse horário é de silêncio',
    detail: `Esse horário é de silêncio. ${nextFree(opens)}`,
  }),
  other_seller: fixedText(
    'Escolha alguém desta loja',
    'A mensagem só pode passar para quem está na equipe da mesma loja, com a conta ativa.',
  ),
  not_in_team: fixedText(
    'Escolha alguém desta loja',
    'Só dá para passar para quem está na equipe da mesma loja, com a conta ativa.',
  ),
  nobody_there: fixedText(
    'Não há com quem dividir',
    'Nenhuma outra pessoa de vendas desta loja está disponível. Escolha alguém pelo nome ou inclua mais gente na equipe.',
  ),
  portfolio_empty: fixedText('A carteira está vazia', 'Não há clientes para passar. Nada mudou.'),
  move_running: fixedText(
    'Uma mudança está em andamento',
    'Os clientes desta carteira estão mudando agora. Espere alguns segundos e tente de novo.',
  ),
  move_undone: fixedText(
    'Já foi desfeito',
    'Essa mudança de carteira já foi desfeita. Atualize a tela para ver como ficou.',
  ),
  undo_over: fixedText(
    'Já passou um dia',
    'Dá para desfazer uma mudança de carteira por 24 horas. Se precisar, passe os clientes de novo.',
  ),
  absence_overlaps: fixedText(
    'Já há uma folga nesses dias',
    'Essa pessoa já tem uma folga que inclui um desses dias. Escolha outros ou encerre a que existe.',
  ),
  absence_over: fixedText('A folga já terminou', 'Nada mudou. Atualize a tela para ver como ficou.'),
  absence_coming: fixedText(
    'A folga ainda não começou',
    'Dá para passar mensagens e sugestões a partir do primeiro dia.',
  ),
  absence_passed: fixedText(
    'Já passou',
    'As mensagens e sugestões desta folga já foram passadas. Atualize a tela para ver com quem estão.',
  ),
  nothing_to_pass: fixedText('Não há o que passar', 'Essa pessoa não tem mensagens guardadas nem sugestões em aberto.'),
  plan_required: ({ plan }) => ({
    title: 'Faz parte de outros planos',
    detail: `O Horário de Silêncio faz parte dos planos Growth e Enterprise.${plan == null ? '' : ` A marca está no plano ${planName(plan)}: em “Falar com o time do Oto”, conte o que deseja e por onde responder.`}`,
  }),
  already_in_plan: fixedText(
    'Já faz parte do plano',
    'O Horário de Silêncio já faz parte do plano da marca. Abra um chamado em “Pedir ativação”, e o suporte cuida do resto.',
  ),
  not_suspended: fixedText(
    'Não há pausa',
    'O Horário de Silêncio desta marca não está em pausa: não há o que retomar.',
  ),
  import_running: fixedText(
    'Outra importação está em andamento',
    'Uma marca importa um arquivo de cada vez. Nada deste arquivo foi gravado: tente de novo quando a outra terminar.',
  ),
  import_unreadable: ({ why }) => ({
    title: 'Não deu para ler o arquivo',
    detail: why == null ? 'Nada foi gravado. Confira o arquivo e envie de novo.' : `Nada foi gravado: ${why}.`,
  }),
  import_too_large: fixedText(
    'O arquivo é grande demais',
    'Nada foi gravado. O limite é de 50 MB: divida o arquivo em partes, cada uma com o cabeçalho.',
  ),
  import_rows_refused: ({ count }) => ({
    title: 'Há linhas recusadas',
    detail: `Nada foi gravado${count == null ? '' : `: linhas recusadas, ${count}`}. Corrija o arquivo e envie de novo, ou importe só as linhas boas.`,
  }),
  import_changed: fixedText('Esta importação já mudou', 'Nada foi feito agora. Veja de novo como ela está.'),
  import_built_on: ({ why }) => ({
    title: 'Não dá mais para desfazer',
    detail: why == null ? 'Nada foi desfeito.' : `Nada foi desfeito: ${why}.`,
  }),
  upload_incomplete: fixedText(
    'O arquivo não chegou inteiro',
    'Nada foi gravado. Confira a conexão e envie de novo; o pedido precisa trazer “kind” e “file”.',
  ),
  no_policy: fixedText(
    'Ainda não há Horário de Silêncio',
    'Esta marca não tem uma versão publicada. Publique a primeira.',
  ),
  effective_in_past: fixedText('Essa hora já passou', 'Escolha um momento a partir de agora.'),
  lints_unconfirmed: fixedText(
    'Há pontos a conferir',
    'Nada foi publicado. Leia cada ponto e confirme os que são mesmo o que a marca quer.',
  ),
  slug_taken: fixedText('Escolha outro endereço', 'Outra marca já usa este endereço.'),
  store_code_taken: fixedText('Escolha outro código', 'Outra loja da marca já usa este código.'),
  store_in_use: fixedText(
    'Ainda há o que mover',
    'A loja continua aberta. Mova antes as pessoas, os clientes e as mensagens guardadas.',
  ),
  store_closed: fixedText('Esta loja foi fechada de vez', 'Nada foi mudado. Uma loja fechada só pode ser lida.'),
  last_support_person: fixedText(
    'É a última pessoa do suporte',
    'Sem ela ninguém entraria no suporte. Ative outra pessoa antes.',
  ),
  last_store_manager: fixedText(
    'É a única gerência da loja',
    'Sem essa pessoa, ninguém liberaria PINs nem veria a equipe da loja. Passe antes outra pessoa da loja para a gerência.',
  ),
  last_brand_manager: fixedText(
    'É a última na gestão da marca',
    'Sem ela ninguém cuidaria da marca. Convide antes outra pessoa para a gestão.',
  ),
  own_person: fixedText(
    'Este é o seu próprio acesso',
    'Outra pessoa da gestão pode fazer esta mudança por você. Seu nome você mesmo pode mudar.',
  ),
  role_fixed: fixedText(
    'Esta função não muda aqui',
    'A gestão da marca entra com e-mail e senha, e a loja com PIN. Para mudar, adicione a pessoa na outra função e desative este cadastro.',
  ),
  erasure_waits: fixedText(
    'Há uma importação em andamento',
    'Nada foi apagado, para que a importação não traga o cadastro de volta. Tente de novo quando ela terminar.',
  ),
  customer_exists: ({ name }) =>
    name
      ? {
          title: `Este número já é de ${name}`,
          detail: 'Abra o cadastro que já existe, ou confira o número. O que você digitou continua aqui.',
        }
      : {
          title: 'Este número já está na marca',
          detail:
            'O cadastro é de outra loja. A gestão da marca pode usar o mesmo cadastro nas duas. O que você digitou continua aqui.',
        },
  silences_full: fixedText('Já há oito pedidos de silêncio', 'Encerre um que não vale mais e anote este de novo.'),
  same_customer: fixedText('É o mesmo cadastro', 'Escolha outro cadastro para juntar com este.'),
  already_merged: fixedText(
    'Um dos cadastros já foi juntado',
    'Alguém juntou este cadastro antes. Atualize a tela para ver como ficou.',
  ),
  unmerge_none: fixedText(
    'Não há o que desfazer',
    'Este cadastro não está junto com outro, ou já foi separado. Atualize a tela para ver como ficou.',
  ),
  unmerge_over: fixedText(
    'Já passou um dia',
    'Dá para separar cadastros por 24 horas depois de juntar. Se precisar, crie um cadastro novo.',
  ),
  unmerge_later_first: fixedText(
    'Estes cadastros já foram juntados com mais um',
    'Desfaça primeiro a junção mais recente. Nada mudou.',
  ),
  unmerge_number_taken: fixedText(
    'O número já é de outro cadastro',
    'Desde a junção, o número do cadastro que voltaria passou para outro. Mude ou apague esse número e tente de novo.',
  ),
  customer_changed: fixedText(
    'Este cadastro mudou enquanto você editava',
    'Veja o que mudou e escolha o que fica. O que você digitou continua aqui.',
  ),
  name_taken: fixedText('Já há esse nome na loja', 'Na entrada cada um se acha pelo nome. Acrescente o sobrenome.'),
  campaign_impossible: ({ reason, canServe, wanted }) => ({
    title: reason === 'too_large' ? 'É gente demais para o período' : 'Assim a campanha não chegaria a ninguém',
    detail: impossibleText(reason, { canServe, wanted }),
  }),
  campaign_incomplete: fixedText(
    'Falta pouco para começar',
    'O rascunho está salvo. Acerte os pontos indicados e coloque a campanha no ar.',
  ),
  campaign_running: fixedText(
    'Esta campanha já está no ar',
    'Nada foi mudado. Para mudar o texto ou o público, edite a campanha.',
  ),
  campaign_not_running: fixedText('Esta campanha não está no ar', 'Só uma campanha no ar pode ser pausada.'),
  campaign_ended: fixedText(
    'Esta campanha já foi encerrada',
    'Nada foi mudado. Para repetir, crie uma campanha nova a partir desta.',
  ),
  campaign_changed: fixedText(
    'Esta campanha mudou enquanto você editava',
    'Nada foi gravado, e o que você escreveu continua aqui. Veja a versão nova e salve de novo.',
  ),
  campaign_name_taken: fixedText(
    'Já há uma campanha com este nome',
    'Escolha outro nome. O que você escreveu continua aqui.',
  ),
  person_inactive: fixedText('Esta pessoa está inativa', 'Reative a pessoa antes de dar um PIN.'),
  person_without_pin: fixedText(
    'Sem PIN para esta função',
    'A gestão da marca entra com e-mail e senha. Para uma senha nova, use “Esqueci a senha” na entrada.',
  ),
  people_of_stores: fixedText('Uma loja por vez', 'Escolha pessoas de uma loja só. Nenhum PIN mudou.'),
  too_many_decisions: ({ seconds }) => ({
    title: 'Um respiro',
    detail: `Foram muitos contatos em um minuto. ${seconds == null ? 'Aguarde um pouco' : `Aguarde ${seconds} s`} e tente de novo; seu texto está guardado.`,
  }),
  too_many_requests: fixedText('Um momento', 'Foram muitos pedidos em pouco tempo. Aguarde um pouco e tente de novo.'),
  busy: fixedText('Muito movimento agora', 'Nada foi enviado. Tente de novo em alguns segundos.'),
  failed: fixedText(
    'Algo falhou do nosso lado',
    'Nada foi enviado e seu texto está guardado. Tente de novo em instantes.',
  ),
};

const policyFaults: Record<PolicyFault['code'], string> = {
  time_malformed: 'Use um horário entre 00:00 e 23:59, com dois números de cada lado; no fim, também 24:00.',
  start_is_24: 'O dia termina às 24:00, mas não começa nesse horário: para começar, use 00:00.',
  equal_times: 'Início e fim são iguais. Para o dia inteiro, use de 00:00 a 24:00.',
  not_an_object: 'Aqui cabe um objeto.',
  not_a_list: 'Aqui cabe uma lista.',
  not_a_text: 'Aqui cabe um texto.',
  not_a_whole_number: 'Aqui cabe um número inteiro.',
  out_of_range: 'Este número fica fora dos limites.',
  not_a_choice: 'Esta opção não existe.',
  missing_field: 'Falta este campo.',
  unknown_field: 'Não conhecemos este campo.',
  no_days: 'Escolha ao menos um dia da semana.',
  not_a_day: 'Este não é um dia da semana.',
  not_a_date: 'Esta data não existe no calendário.',
  date_twice: 'Esta data aparece duas vezes.',
  label_too_long: 'O nome desta data é longo demais.',
  too_many_windows: 'São no máximo 8 períodos por dia.',
  too_many_exceptions: 'São no máximo 100 datas.',
};

export const ptBR = {
  reasons,
  problems,
  policyFaults,

  fields: {
    invalid_type: () => 'Falta este campo, ou ele é de outro tipo.',
    invalid_format: () => 'O formato é outro: confira a documentação, em /docs.',
    invalid_value: () => 'Este valor não está entre os aceitos.',
    invalid_union: () => 'Este valor não está entre os aceitos.',
    invalid_key: () => 'Há um nome de campo que não esperamos.',
    invalid_element: () => 'Há um item da lista a ajustar.',
    not_multiple_of: () => 'Use um número inteiro.',
    too_big: ({ most }: FieldParams) => (most === null ? 'Passa do máximo.' : `Passa do máximo, que é ${most}.`),
    too_small: ({ least }: FieldParams) =>
      least === null ? 'Fica abaixo do mínimo.' : `Fica abaixo do mínimo, que é ${least}.`,
    unrecognized_keys: ({ names }: FieldParams) =>
      names === null ? 'Há um campo que não conhecemos.' : `Há algo que não conhecemos: ${names}.`,
    custom: () => 'Este valor precisa de um ajuste.',
    file_empty: () => 'O arquivo está vazio. Escolha outro arquivo.',
    bad_text: () => 'Há um caractere que não dá para guardar como foi digitado. Apague-o e escreva de novo.',
    too_deep: () => 'Há listas ou objetos demais, um dentro do outro.',
    instant_range: () => 'Use um instante a partir de 1970-01-01T00:00:00Z e antes de 2200-01-01T00:00:00Z.',
    date_range: () => 'Use uma data de 1970-01-01 a 2199-12-31.',
    bad_cursor: () => 'Esta marca de página não é nossa: comece a lista de novo.',
    which_brand: () => 'Diga de qual marca.',
    slug_malformed: () => 'Use de 2 a 41 letras minúsculas sem acento, números e hifens; o primeiro não é hífen.',
    slug_reserved: () => 'Este endereço é o de uma página do suporte: escolha outro.',
    zone_undecided: () => 'Só a cidade não basta para saber o fuso: escolha um.',
    required: () => 'Preencha este campo.',
    twice: () => 'Há um dia repetido: deixe cada um uma vez só.',
    zone_unknown: () => 'Não conhecemos este fuso: use um como America/Sao_Paulo.',
    name_missing: () => 'Escreva um nome, com ao menos uma letra.',
    email_malformed: () => 'Confira o e-mail: falta o @ ou a parte depois dele.',
    days_missing: () => 'Escolha pelo menos um dia.',
    time_malformed: () => 'Use um horário como 14:00.',
    equal_times: () => 'O começo e o fim precisam ser diferentes. Para o dia inteiro, use 00:00 a 24:00.',
    date_malformed: () => 'Use uma data que existe no calendário.',
    until_past: () => 'Essa data já passou. Escolha hoje ou um dia depois.',
    until_too_far: () =>
      'Escolha uma data em até um ano. Para não receber mensagens nunca mais, anote que pediu para parar.',
    birth_date_out_of_range: () => 'Confira a data de nascimento: ninguém nasceu nesse dia.',
    phone_without_area_code: () => 'Falta o DDD: escreva como (11) 90000-0000.',
    phone_invalid: () => 'Este número não existe. Confira os dígitos e o DDD.',
    phone_several: () => 'Aqui cabe um número só: deixe o do WhatsApp.',
    tag_malformed: () => 'Uma etiqueta tem letras ou números, até 30.',
    tags_too_many: () => 'São no máximo 20 etiquetas.',
    list_too_large: () => 'O arquivo passa de 10 MB. Divida em partes e adicione uma de cada vez.',
    list_without_numbers: () => 'Não há um número de telefone que dê para ler neste arquivo.',
    list_date_missing: () => 'Diga de que dia é a lista.',
    date_in_future: () => 'Esse dia ainda não chegou: escolha hoje ou antes.',
    consent_before_stop: () =>
      'Houve um pedido para parar nesse dia ou depois dele. Anote o dia em que o cliente voltou a autorizar.',
    consent_withdrawn: () => 'O que já se sabe não se desfaz: marque se autoriza ou não.',
    seller_unknown: () => 'Escolha alguém da equipe desta loja.',
    store_unknown: () => 'Escolha uma loja da marca.',
    missing: () => 'Falta este horário.',
    not_for_deactivate: () => 'Para desativar não há horário: deixe este campo de fora.',
    absence_dates_swapped: () => 'O último dia vem antes do primeiro: confira as duas datas.',
    absence_past: () => 'Esse dia já passou na loja: escolha hoje ou depois.',
    unknown_variable: ({ names }: FieldParams) =>
      `Não conhecemos ${names ?? 'esta variável'}. Use, entre chaves: primeiro_nome, nome, vendedor, loja, marca, ultimo_item ou dias_sem_comprar.`,
    fallback_missing: ({ names }: FieldParams) =>
      `Em ${names ?? 'uma variável'} falta a palavra depois da barra: escreva como em “ultimo_item|sua compra”.`,
    lone_brace: () => 'Há uma chave sozinha no texto: apague, ou feche a variável com outra chave.',
    period_swapped: () => 'O último dia vem antes do primeiro: confira as duas datas.',
    campaign_name_taken: () => 'Já há uma campanha com este nome: escolha outro.',
    spent_days_missing: () => 'Diga também em quantos dias esse valor foi gasto.',
    out_of_range: ({ least, most }: FieldParams) => `Use um número de ${least ?? 'menos'} a ${most ?? 'mais'}.`,
    absence_too_long: () => 'Uma folga tem no máximo um ano. Para quem saiu, passe a carteira.',
  },

  notices: {
    firstDay: ({ text, everyDay }: { text: string; everyDay: boolean }, brand: BrandName, start: NoticeStart) => {
      const news = start.paused || start.from !== null ? `Novidade, ${startText(start)}` : 'Novidade';
      return everyDay
        ? `${news}: ${text}, ${theBrand(language, brand)} não inicia conversas. Responder clientes continua possível.`
        : `${news}: ${theBrand(language, brand)} não inicia conversas nestes horários: ${text}. Responder clientes continua possível.`;
    },
    changed: (hours: string, start: NoticeStart) => {
      if (start.paused)
        return `O Horário de Silêncio mudou e está em pausa. ${sentenceStart(startText(start))}: ${hours}.`;
      if (start.from !== null) return `O Horário de Silêncio muda ${startText(start)}: ${hours}.`;
      return `O Horário de Silêncio mudou: agora ${hours}.`;
    },
    suspended: (until: string | null) =>
      until === null ? 'O Horário de Silêncio está em pausa.' : `O Horário de Silêncio está em pausa até ${until}.`,
    ended: (hours: string, from: string | null) =>
      from === null
        ? `A pausa terminou. O Horário de Silêncio está de volta: ${hours}.`
        : `A pausa terminou. O Horário de Silêncio vale a partir de ${from}: ${hours}.`,
  },

  suggestions: {
    birthday: (on: string, todayOn: string) =>
      `Aniversário ${on < todayOn ? daysAway(language, on, todayOn) : onDay(language, on, todayOn)}`,
    inactiveDays: (days: number) =>
      days < 1
        ? 'Hora de retomar o contato'
        : plural(language, days, {
            one: 'Faz 1 dia que não compra',
            other: `Faz ${count(language, days)} dias que não compra`,
          }),
    newArrival: (item: string) => `Novidade: ${item}`,
    afterPurchase: (item: string, on: string, todayOn: string) =>
      on > todayOn ? `Comprou ${item}` : `Comprou ${item} ${daysAway(language, on, todayOn)}`,
    cashback: (on: string, todayOn: string) =>
      `${on < todayOn ? 'Cashback venceu' : 'Cashback vence'} ${onDay(language, on, todayOn)}`,
    welcome: 'Boas-vindas: acabou de chegar à loja',
    tagged: (tag: string) => `Na lista “${tag}”`,
    neverContacted: 'Ninguém da loja escreveu ainda',
    chosen: 'Faz parte desta campanha',
  },
};

export type Catalogue = typeof ptBR;

/**
 * When the hours in a notice take effect. `from`: in the reader's words; null: at once. `paused`: only after a
 * suspension without an end.
 */
export interface NoticeStart {
  readonly from: string | null;
  readonly paused: boolean;
}

export type Problems = Record<Exclude<ProblemCode, Reason | 'warned'>, Say>;

/** "a partir de hoje, 20:00"; "quando voltar" while a suspension without an end is in force. */
function startText({ from, paused }: NoticeStart): string {
  const since = from === null ? [] : [`a partir de ${from}`];
  return [...(paused ? ['quando voltar'] : []), ...since].join(', ');
}

function nextFree(opens: ProblemParams['opens']): string {
  return opens == null ? 'Escolha outro, por favor.' : `O próximo livre é ${opens}.`;
}

/** The sentence for the wrong PIN that locks the person's PIN. `minutes` null: only a manager can free it. */
function pinPause(minutes: ProblemParams['minutes']): string {
  return minutes == null
    ? 'Seu PIN está em pausa. Peça à gerência para liberar.'
    : `Vamos fazer uma pausa: tente de novo em ${minutes} min ou peça à gerência para liberar.`;
}

function attemptsLeft(left: number): string {
  return plural(language, left, { one: 'Falta 1 tentativa.', other: `Faltam ${left} tentativas.` });
}

function planName(plan: string | number): string {
  return sentenceStart(String(plan));
}

function impossibleText(
  reason: unknown,
  { canServe, wanted }: { readonly canServe: unknown; readonly wanted: unknown },
): string {
  switch (reason) {
    case 'filters_contradict':
      return 'Nenhum cliente atende a todos os filtros ao mesmo tempo. Confira os dias desde a última compra e o período do gasto.';
    case 'no_permission':
      return 'Quem ainda não autorizou contato não recebe sugestões. Troque o filtro de permissão.';
    case 'nobody_there':
      return 'Nas lojas e pessoas escolhidas ninguém trabalha agora. Escolha outras, ou ative alguém da equipe.';
    case 'period_over':
      return 'O último dia do período já passou. Escolha outras datas.';
    case 'quiet_period':
      return 'Em todo o período, as lojas só abrem dentro do Horário de Silêncio. Escolha outras datas.';
    case 'too_large':
      return `São ${String(wanted)} clientes, e no período a equipe consegue atender ${String(canServe)}. Dê mais dias, aumente o limite por pessoa, ou comece mesmo assim: quem ficar de fora é contado todo dia.`;
    default:
      return 'Ninguém receberia sugestões desta campanha como ela está. Confira o período e o público.';
  }
}
