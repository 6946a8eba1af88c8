import { inflateSync } from 'node:zlib';

/** All that a paper shows, run after run, in Chinese as in Latin. */
export function shownIn(pdf: Buffer): string {
  const head = /\/Length (\d+)\/Filter\/FlateDecode>>stream\n/g;
  const text = pdf.toString('latin1');
  let shown = '';
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const from = match.index + match[0].length;
    const page = inflateSync(pdf.subarray(from, from + Number(match[1]))).toString('latin1');
    for (const [, latin, hex] of page.matchAll(/(?:\(((?:\\.|[^\\)])*)\)|<([0-9a-f]+)>) Tj/g))
      shown += hex === undefined ? latin! : Buffer.from(hex, 'hex').swap16().toString('utf16le');
  }
  return shown;
}
