/**
 * The signs of GB 18030 that are written in one or two bytes (all of GBK): what banks' systems know. Node reads that code and does
 * not write it, so its table is read once backwards. Signs of four bytes are left out on purpose: they are whole in the file and
 * question marks on the other side.
 */
const bytesOf = new Map<string, number>();

function table(): ReadonlyMap<string, number> {
  if (bytesOf.size > 0) return bytesOf;
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = trail === 0x7f ? '' : decoder.decode(Buffer.of(lead, trail));
      // Places nobody has given a sign to are read as signs for private use.
      if ([...sign].length === 1 && sign !== '\ufffd' && !/\p{Co}/u.test(sign)) bytesOf.set(sign, lead * 256 + trail);
    }
  }
  return bytesOf;
}

/** Whether a sign can be written. */
export function knowsGb18030(sign: string): boolean {
  return sign.charCodeAt(0) < 0x80 || table().has(sign);
}

/** @throws Error at a sign that is not known: whoever writes asks first */
export function encodeGb18030(text: string): Buffer {
  const known = table();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.charCodeAt(0) < 0x80 ? sign.charCodeAt(0) : known.get(sign);
    if (code === undefined) throw new Error(`${sign} is not among the signs of two bytes`);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}
