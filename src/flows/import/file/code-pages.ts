/** The single-byte encodings of tills and old spreadsheets: bytes to text, and back where double encoding is undone. */

export type SingleByte = 'windows-1252' | 'cp850' | 'macintosh';

/** DOS tills of Western Europe and Brazil; the runtime's decoder does not know it. 0x80 to 0xff in order. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** For each encoding the character of every byte from 0x80 on. */
const UPPER_HALVES: Readonly<Record<SingleByte, string>> = {
  'windows-1252': upperHalfOf('windows-1252'),
  cp850: CP850,
  macintosh: upperHalfOf('macintosh'),
};

const BYTES: Readonly<Record<'windows-1252' | 'cp850', ReadonlyMap<string, number>>> = {
  'windows-1252': bytesOf(UPPER_HALVES['windows-1252']),
  cp850: bytesOf(CP850),
};

export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  const upper = UPPER_HALVES[encoding];
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\xff]/g, (character) => upper[character.charCodeAt(0) - 0x80] as string);
}

/** Null where a character has no byte. */
export function encodeSingleByte(text: string, encoding: 'windows-1252' | 'cp850'): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    const byte = code < 0x80 ? code : BYTES[encoding].get(text[place] as string);
    if (byte === undefined) return null;
    bytes[place] = byte;
  }
  return bytes;
}

function upperHalfOf(label: string): string {
  return new TextDecoder(label).decode(Uint8Array.from({ length: 0x80 }, (_, place) => 0x80 + place));
}

function bytesOf(upper: string): ReadonlyMap<string, number> {
  return new Map([...upper].map((character, place) => [character, 0x80 + place]));
}
