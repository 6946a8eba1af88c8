import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Quick rather than smallest: a page that is drawn anew for everybody is compressed as often. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

interface Compressed {
  body: string | Buffer;
  headers: Record<string, string>;
}

/** @param accepted the request's Accept-Encoding */
export async function compressed(text: string, accepted = ''): Promise<Compressed> {
  const takes = (name: string) =>
    new RegExp(`(^|[\\s,])${name}(?![a-z]|\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, 'i').test(accepted);
  if (takes('br')) return { body: await brotli(text, BROTLI), headers: { 'content-encoding': 'br' } };
  if (takes('gzip')) return { body: await zip(text), headers: { 'content-encoding': 'gzip' } };
  return { body: text, headers: {} };
}
