/** Decodes the single-byte encodings of tills and old spreadsheets, and encodes text again where double encoding is undone. */

export type SingleByte = 'windows-1252' | 'cp850' | 'macintosh';

/**
 * The characters of code page 850 from 0x80 to 0xff in order. DOS tills of Western Europe and Brazil write it, and
 * `TextDecoder` does not know it.
 */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The characters of the bytes from 0x80 on, for each encoding. */
const UPPER_CHARACTERS: Readonly<Record<SingleByte, string>> = {
  'windows-1252': upperCharactersOf('windows-1252'),
  cp850: CP850,
  macintosh: upperCharactersOf('macintosh'),
};

const BYTES: Readonly<Record<'windows-1252' | 'cp850', ReadonlyMap<string, number>>> = {
  'windows-1252': bytesOf(UPPER_CHARACTERS['windows-1252']),
  cp850: bytesOf(CP850),
};

export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  const upper = UPPER_CHARACTERS[encoding];
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\xff]/g, (character) => upper[character.charCodeAt(0) - 0x80] as string);
}

/** Encodes a text. Returns null where a character has no byte in the encoding. */
export function encodeSingleByte(text: string, encoding: 'windows-1252' | 'cp850'): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 ? code : BYTES[encoding].get(text[index] as string);
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  return bytes;
}

function upperCharactersOf(label: string): string {
  return new TextDecoder(label).decode(Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index));
}

function bytesOf(upper: string): ReadonlyMap<string, number> {
  return new Map([...upper].map((character, index) => [character, 0x80 + index]));
}
