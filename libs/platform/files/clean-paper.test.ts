import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { cleanPaper, type CleanPaper } from './clean-paper';

const LIMITS = { mostBytes: 5_000_000, mostPages: 2, mostPixels: 1_000_000 };
const clean = (bytes: Buffer) => cleanPaper(bytes, LIMITS);

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } }).composite([
    {
      input: Buffer.from(
        `<svg width="${width / 2}" height="${height}"><rect width="100%" height="100%" fill="#00c"/></svg>`,
      ),
      left: 0,
      top: 0,
    },
  ]);

it('draws a photograph anew: upright, without place, camera and words, and smaller tricks behind its end gone', async () => {
  const taken = await picture()
    .withExif({
      IFD0: { Make: 'Huawei', Copyright: 'Zhang San' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const sent = Buffer.concat([taken, Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
  for (const word of ['Huawei', 'Zhang San']) expect(sent.includes(word)).toBe(true);
  expect((await sharp(sent).metadata()).orientation).toBe(6);
  const { bytes, mediaType, pages } = (await clean(sent)) as CleanPaper;
  expect([mediaType, pages]).toEqual(['image/jpeg', 1]);
  const { width, height, exif, icc, xmp, orientation } = await sharp(bytes).metadata();
  expect({ width, height, exif, icc, xmp, orientation }).toEqual({
    width: 20,
    height: 40,
    exif: undefined,
    icc: undefined,
    xmp: undefined,
    orientation: undefined,
  });
  for (const word of ['Huawei', 'Zhang San', 'script', 'GPS', 'PK\x03\x04']) expect(bytes.includes(word)).toBe(false);
});

it('keeps a PNG a PNG, without its text', async () => {
  const sent = await picture()
    .withExif({ IFD0: { Copyright: 'Zhang' } })
    .png()
    .toBuffer();
  expect(sent.includes('Zhang')).toBe(true);
  const { bytes, mediaType } = (await clean(sent)) as CleanPaper;
  expect(mediaType).toBe('image/png');
  expect(bytes.includes('Zhang')).toBe(false);
});

it.each([
  ['a picture that is not what it begins as', Buffer.from('\xff\xd8\xff\xe0<html>', 'latin1'), 'damaged'],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'kind'],
  ['a page that calls itself a picture', Buffer.from('<!doctype html>'), 'kind'],
  ['the test virus', Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), 'kind'],
  ['nothing', Buffer.alloc(0), 'kind'],
  ['too many bytes', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000_000)]), 'tooLarge'],
  ['too many pages', Buffer.from(`%PDF-1.7\n${'<< /Type /Page >>\n'.repeat(3)}%%EOF`), 'tooManyPages'],
  ['a small file that says it is fifty thousand pixels wide and high', hugePng(50_000, 50_000), 'tooManyPixels'],
])('%s: not taken', async (_, bytes, fault) => {
  expect(await clean(bytes)).toBe(fault);
});

it('a picture cut off in the middle is not taken', async () => {
  const whole = await picture(400, 400).jpeg().toBuffer();
  expect(await clean(whole.subarray(0, whole.length - 200))).toBe('damaged');
});

/** The head of a PNG of this size and a few of its bytes. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
