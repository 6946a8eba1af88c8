const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** What spreadsheets on Chinese Windows write as "CSV"; it holds GBK and GB 2312. */
const GB18030 = new TextDecoder('gb18030', { fatal: true });
const UTF16_LE = new TextDecoder('utf-16le', { fatal: true });
const UTF16_BE = new TextDecoder('utf-16be', { fatal: true });

/**
 * The text of a file whose encoding nobody told us: what its mark says, else UTF-8 where that fits (Chinese in GB 18030 is
 * almost never valid UTF-8), else GB 18030. Null where it is no text.
 */
export function decodeText(bytes: Buffer): string | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? [UTF16_LE] : first === 0xfe && second === 0xff ? [UTF16_BE] : null;
  for (const decoder of marked ?? [UTF8, GB18030]) {
    const text = decoded(decoder, bytes);
    if (text !== null) return /[\u0000-\u0008\u000e-\u001a\ufffe]/.test(text) ? null : text;
  }
  return null;
}

function decoded(decoder: TextDecoder, bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
