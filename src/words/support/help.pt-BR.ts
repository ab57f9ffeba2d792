/**
 * The text of the help article and the sentences of its rating, in Portuguese, the source. A new text needs a new
 * number in `ARTICLES`.
 */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  help: 'Ajuda',
  read: 'Ler a ajuda',
  back: 'Voltar',
  loading: 'Carregando',

  title: 'Horário de Silêncio',
  lead: 'O período do dia em que a marca não inicia conversas com clientes pelo WhatsApp.',
  yourHours: (sentence: string) => `Na sua marca: ${sentence}`,
  noHours: 'Na sua marca, nenhum horário está em vigor agora.',

  howTitle: 'Como funciona',
  how: [
    'A marca escolhe um horário, por exemplo das 20:00 às 08:00. Ele é o mesmo em todas as lojas.',
    'Vale o relógio de cada loja: 20:00 em Manaus é quando o relógio de Manaus marca 20:00.',
    'O sistema confere no momento do envio. Uma tela aberta às 19:58 e usada às 20:01 já encontra o silêncio.',
    'Quando o silêncio termina, tudo volta sozinho. Não é preciso fazer nada.',
  ],
  ringCaption: 'O anel é o dia inteiro: meia-noite em cima, meio-dia embaixo. A parte grossa é o silêncio.',

  changesTitle: 'O que muda no aplicativo',
  refusedTitle: 'Nas sugestões: adiado',
  refused:
    'Um contato que vem da sua lista de sugestões é adiado. O aplicativo diz por quê e a partir de que horas dá para falar. A sugestão continua na lista, e o texto que você escreveu fica guardado.',
  warnedTitle: 'No perfil do cliente: um aviso',
  warned:
    'Quem abre a conversa pelo perfil do cliente recebe um aviso. Voltar é a primeira opção. Se for mesmo preciso, dá para enviar: o envio fica no histórico, visível para você e para a gerência. Algumas marcas pedem o motivo, em um toque.',
  repliesTitle: 'Nas respostas: nada',
  replies:
    'Se o cliente escreveu para você, responda à vontade, direto na conversa do WhatsApp. Responder não é iniciar contato.',
  picture: {
    refused: ['Agora é Horário de Silêncio', 'A partir de amanhã, 08:00 dá para falar com Marina.', 'Voltar à lista'],
    warned: ['Este horário não é recomendado', 'São 22:14. Uma mensagem agora pode incomodar.', 'Voltar'],
  },
  refusedCaption: 'A resposta a uma sugestão às 21:00: por quê, até quando, e nada se perde.',
  warnedCaption: 'A resposta a um contato pelo perfil: voltar primeiro, seguir se for preciso.',

  benefitsTitle: 'Por que vale a pena',
  benefits: [
    'Clientes ficam em paz à noite. Quem se incomoda com uma mensagem tarde costuma bloquear o número.',
    'Um número pouco bloqueado e pouco denunciado continua entregando mensagens.',
    'Quem vende não é puxado para o trabalho depois do expediente.',
    'Os contatos se espalham pelo dia, em vez de saírem todos de uma vez, o que parece spam.',
  ],

  activationTitle: 'Como ativar, mudar ou desativar',
  activation: [
    'O Horário de Silêncio faz parte dos planos Growth e Enterprise.',
    'A gestão da marca pede em um chamado, com início, fim e motivo, na página Política.',
    'O suporte do Oto confere os horários das lojas, mostra o que mudaria e publica. A resposta chega no chamado.',
    'Marcas no Starter falam com o time do Oto pela mesma página.',
  ],

  wishesTitle: 'O que o cliente pediu',
  wishes: [
    'Silêncio a pedido: no perfil, anote “só depois das 14:00”, “só em dias úteis” ou “até 10 jan”. Vale para toda a marca, a qualquer hora do dia: sugestões são adiadas, o perfil avisa e mensagens guardadas mudam de horário.',
    'Também dá para anotar no aviso e na pergunta “Você enviou?”. Quem anotou e quando fica no perfil. Se o cliente mudar de ideia, toque em “Encerrar”.',
    'Quarentena: a marca pode pedir alguns dias entre um contato e o próximo com o mesmo número, feito por qualquer pessoa.',
    'Sem resposta: depois de alguns contatos que ficaram sem resposta, o número descansa até uma resposta ou uma compra.',
    'Um texto nas anotações não vale como pedido. Use os campos próprios.',
    'A mesma pessoa tem dois cadastros? No perfil, toque em “Juntar com outro cadastro”. Os pedidos dos dois continuam valendo, e dá para desfazer por um dia.',
  ],

  accountsTitle: 'Sua conta e a entrada',
  accounts: [
    'Na loja: a conta da loja fica aberta no aparelho, e cada pessoa entra com o próprio PIN. Esqueceu o PIN? A gerência dá outro, que vale uma vez e por sete dias.',
    'Com conta própria (gestão e suporte): o convite é um link que vale por 24 horas e uma só vez. Venceu? Quem convidou manda outro.',
    'Esqueceu a senha? Toque em “Esqueci minha senha” na entrada. O link chega por e-mail; se não chegar, peça um ao suporte.',
    'Verificação em duas etapas: além da senha, um código do aplicativo autenticador do celular. Sem o celular, entre com um código de recuperação; cada um vale uma vez. Sem os dois, o suporte remove a verificação.',
    'Em “Minha conta”, no menu da pessoa, você troca a senha e vê onde a conta está aberta. Dá para encerrar um aparelho ou todos.',
    'Resumo da semana: a gestão com conta própria recebe por e-mail, na segunda de manhã, três números da semana e um ponto para olhar. Dá para desligar no próprio e-mail ou em “Minha conta”.',
  ],

  setupTitle: 'Para a gestão: lojas, equipe e planilhas',
  setup: [
    'Em “Lojas”, cada loja tem endereço, fuso, horário de funcionamento e datas com outro horário. Antes de salvar, a tela diz quantas mensagens guardadas mudam de horário. A senha da loja aparece uma única vez.',
    'Em “Equipe”, você adiciona pessoas, muda o nome, a loja ou a função, tira e devolve o acesso e dá um PIN novo. A folha de PINs sai pronta para imprimir e recortar.',
    'Na página de cada pessoa, em “Carteira e folgas”, a carteira vai para um colega ou é dividida entre quem vende na loja; dá para desfazer por 24 horas. Numa folga, as sugestões e as mensagens guardadas podem ficar com colegas, e o que não for usado volta no fim.',
    'Em “Importar”, a gestão da marca traz lojas, equipe, clientes e compras de um arquivo CSV. Nada muda antes de você conferir, e as linhas recusadas vêm com o motivo. Dá para desfazer por um dia, enquanto ninguém usar o que entrou.',
    'Em “Agendados”, o quadro “Como será amanhã” mostra o que fica pronto em cada minuto e para quem, quem está de folga e o que passa para outro dia. Dá para deixar as últimas para depois, ou passar para um colega.',
    'Em “Campanhas”, a gestão da marca diz quem sugerir, com que texto e em que ordem. A tela estima na hora quantos clientes são e mostra o texto para três deles. O que já está guardado de uma campanha encerrada segue, a não ser que a gestão cancele.',
    'O “Panorama” conta o que aconteceu com os contatos. Cada número abre a lista, que se baixa como planilha. “Antes e depois” compara semanas e só conclui com contatos suficientes. “Após o aviso” mostra o que seguiu e o que veio depois; “Distribuição”, se o dia foi uniforme.',
    'A gestão da marca cuida de todas as lojas. A gerência de uma loja cuida da própria loja e de quem vende nela.',
  ],

  privacyTitle: 'Para a gestão: dados dos clientes',
  privacy: [
    'Se um cliente pedir uma cópia do que a marca guarda, a gerência baixa no perfil, em “Dados deste cliente”: uma página para ler ou um arquivo.',
    'Se pedir para sair, a gestão da marca apaga no perfil, em “Apagar para sempre”. Some tudo o que diz quem é, sem volta. O pedido de não receber mensagens continua valendo para o número.',
    'Em “Minha conta”, a gestão da marca escolhe por quantos dias ficam os textos, os que não foram enviados e o registro das decisões. O que passa do prazo é apagado todo dia.',
    'A lista “Não me ligue” guarda só um código de cada número: ninguém consegue ler os números de volta.',
    'Na página Política, “Ver cópias e exclusões” mostra quem baixou ou apagou dados, quando e por quê.',
  ],

  questionsTitle: 'Perguntas',
  questions: [
    {
      ask: 'Posso enviar uma mensagem urgente à noite?',
      answer:
        'Pelo perfil do cliente, sim: depois do aviso, toque em “Enviar mesmo assim”. Use com cuidado; o envio fica no histórico.',
    },
    {
      ask: 'Perdi o texto que estava escrevendo?',
      answer:
        'Não. O texto fica guardado neste aparelho, mesmo que o envio seja adiado, a internet caia ou a tela bloqueie.',
    },
    {
      ask: 'Minha loja fica aberta até as 22:00. Por que o silêncio começa antes?',
      answer:
        'O horário é um só para a marca inteira. Se ele não combina com a sua loja, fale com a gerência: a marca pode pedir uma mudança ao suporte.',
    },
    {
      ask: 'E quem pediu para não receber mensagens?',
      answer: 'Respeitamos a qualquer hora, de dia também. Só a própria pessoa pode voltar atrás.',
    },
    {
      ask: 'O que é a lista Não me ligue?',
      answer:
        'São números de quem não quer contatos de vendas, que a marca traz em “Importar”. Sugestões a esses números não saem, e o perfil avisa. Se o cliente disser sim, anote na ficha com a data: isso libera.',
    },
    {
      ask: 'O relógio do meu celular faz diferença?',
      answer: 'Não. Vale a hora do sistema, no fuso da loja.',
    },
    {
      ask: 'Vale para fins de semana e feriados?',
      answer: 'Vale todos os dias em que a marca quis. Ela pode ter regras por dia da semana e datas especiais.',
    },
  ],

  useful: 'Este artigo foi útil?',
  yes: 'Sim',
  no: 'Não',
  thanks: 'Que bom! Obrigado pelo seu feedback.',
  sorry: 'Desculpe! Não conseguimos ajudar você.',
  missing: 'O que faltou?',
  missingEmpty: 'Conte em poucas palavras o que faltou.',
  send: 'Enviar',
  sent: 'Feedback enviado. Agradecemos seu esforço e tentaremos corrigir o artigo.',
  change: 'Mudar a resposta',
  unsent: 'Não conseguimos guardar sua resposta. Tente de novo.',

  ratings: 'Avaliações da ajuda',
  seeArticle: 'Ver o artigo',
  version: (n: number) => `Texto ${n}`,
  helped: (share: string, helpful: number, all: number) =>
    `${share} acharam útil: ${helpful} de ${many(all, '1 resposta', `${all} respostas`)}`,
  noRatings: 'Ninguém avaliou o artigo ainda.',
  comments: 'Comentários',
  noComments: 'Nenhum comentário ainda.',
  commentMeta: (when: string, language: string, version: number) => `${when} · ${language} · texto ${version}`,
  languages: { 'pt-BR': 'português', en: 'inglês', es: 'espanhol' },
  found: 'útil',
  notFound: 'não ajudou',
  more: 'Mostrar mais',
};
export type HelpWords = typeof words;
