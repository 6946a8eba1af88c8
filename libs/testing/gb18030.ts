/** For tests: Node reads GB 18030 and does not write it. The two-byte part of the code, read once backwards. */
const bytesOf = new Map<string, readonly number[]>();

export function encodeGb18030(text: string): Buffer {
  if (bytesOf.size === 0) readBackwards();
  const bytes = [...text].flatMap((sign) => {
    const found = sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : bytesOf.get(sign);
    if (!found) throw new Error(`${sign} is not among the two-byte signs`);
    return found;
  });
  return Buffer.from(bytes);
}

function readBackwards(): void {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = trail === 0x7f ? '' : decoder.decode(Buffer.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\ufffd') bytesOf.set(sign, [lead, trail]);
    }
  }
}
