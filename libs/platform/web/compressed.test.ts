import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressed } from './compressed';

const text = '西货 '.repeat(500);

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
])('%s is answered with %s', async (accepted, encoding, open) => {
  const { body, headers } = await compressed(text, accepted);
  expect(headers).toEqual({ 'content-encoding': encoding });
  expect(open(body as Buffer).toString()).toBe(text);
});

test.each([undefined, '', 'identity', 'brotli', 'gzip;q=0'])('%p is answered as it is', async (accepted) => {
  expect(await compressed(text, accepted)).toEqual({ body: text, headers: {} });
});
