/** Recognises a field that was filled in with nothing. */
import { plainWords } from './plain-words.ts';

/** Tells whether a cell means nothing: empty, a dash, "n/a", "não tem". */
export function saysNothing(text: string): boolean {
  return NOTHING.has(plainWords(text).join(' '));
}

const NOTHING = new Set(
  ',n a,na,nd,null,none,nenhum,nenhuma,nao tem,sem,nao informado,nao informada,nao consta,desconhecido,vazio'.split(
    ',',
  ),
);
