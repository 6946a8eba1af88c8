import { cleanVideo, isVideo, MOST_VIDEO_BYTES, type CleanVideo } from './clean-video';

const u32 = (...numbers: number[]) =>
  Buffer.concat(numbers.map((one) => Buffer.from([one >>> 24, one >>> 16, one >>> 8, one])));
const box = (type: string, ...content: (Buffer | string)[]) => {
  const body = Buffer.concat(content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
};
const table = (type: string, rows: number, ...numbers: number[]) => box(type, u32(0, rows, ...numbers));

const MADE_AT = 0x5a5aa5a5;
const PLACE = '+34.2600+108.9500+412/';
const heads = (version: 0 | 1) =>
  version === 0 ? u32(0, MADE_AT, MADE_AT, 600, 6000) : u32(0x01000000, MADE_AT, MADE_AT, MADE_AT, MADE_AT, 600);

interface Track {
  kind: 'vide' | 'soun' | 'meta';
  codec: string;
  at?: number;
  sizes?: number[] | number;
  wide?: boolean;
}

function track({ kind, codec, at = 0, sizes = [8], wide = false }: Track): Buffer {
  const isOne = typeof sizes === 'number';
  const stbl = box(
    'stbl',
    box('stsd', u32(0, 1), box(codec, 'how to read it')),
    table('stsc', 1, 1, isOne ? 2 : sizes.length, 1),
    isOne ? box('stsz', u32(0, sizes, 2)) : box('stsz', u32(0, 0, sizes.length, ...sizes)),
    wide ? table('co64', 1, 0, at) : table('stco', 1, at),
  );
  return box(
    'trak',
    box('tkhd', heads(0)),
    box('udta', box('\xa9xyz', PLACE)),
    box('mdia', box('mdhd', heads(1)), box('hdlr', u32(0, 0), kind, u32(0, 0, 0)), box('minf', stbl)),
  );
}

const ftyp = (brand = 'isom') => box('ftyp', brand, u32(512), brand, 'mp42');
const FILM: Track = { kind: 'vide', codec: 'avc1' };

/** A film whose store lies first: behind 24 bytes of kind and 8 of its own head, its samples begin at 32. */
function film(
  tracks: Track[],
  { brand = 'isom', beside = [] as Buffer[], store = 'picture.sound...N34 E108' } = {},
): Buffer {
  return Buffer.concat([
    ftyp(brand),
    box('mdat', store),
    box(
      'moov',
      box('mvhd', heads(0)),
      ...tracks.map(track),
      box('meta', box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', PLACE)),
      box('udta', box('\xa9xyz', PLACE), box('\xa9mak', 'Phone')),
    ),
    ...beside,
  ]);
}

const cleaned = (bytes: Buffer) => cleanVideo(bytes) as CleanVideo;

describe('an MP4', () => {
  it('keeps every byte of picture and sound at its place, and nothing of where, when and by what it was taken', () => {
    const sent = film([FILM, { kind: 'soun', codec: 'mp4a' }], {
      beside: [box('uuid', 'xmp ', PLACE), box('free', PLACE)],
    });
    const before = Buffer.from(sent);
    const { bytes, mediaType } = cleaned(sent);
    expect([mediaType, bytes.length, bytes.subarray(32, 56).toString('latin1')]).toEqual([
      ...['video/mp4', sent.length, 'picture.sound...N34 E108'],
    ]);
    for (const word of [PLACE, 'Phone', 'location', u32(MADE_AT)]) {
      expect([sent.includes(word), bytes.includes(word)]).toEqual([true, false]);
    }
    expect(bytes.includes('how to read it')).toBe(true);
    expect(sent.equals(before)).toBe(true);
    expect(cleaned(bytes).bytes.equals(bytes)).toBe(true);
  });

  it.each<[string, Partial<Track>]>([
    ['samples of many lengths', { sizes: [3, 5] }],
    ['samples of one length', { sizes: 4 }],
    ['addresses of eight bytes', { wide: true }],
  ])('loses a track that is neither, with what it holds: %s', (_what, how) => {
    const sent = film([FILM, { kind: 'meta', codec: 'gpmd', at: 48, ...how }]);
    const { bytes } = cleaned(sent);
    expect(bytes.subarray(32, 56)).toEqual(Buffer.from('picture.sound...'.padEnd(24, '\0')));
    expect(bytes.includes('gpmd')).toBe(false);
    expect(bytes.includes('avc1')).toBe(true);
  });

  it('of a telephone is called what browsers try', () => {
    expect(cleaned(film([FILM], { brand: 'qt  ' })).bytes.toString('latin1', 4, 12)).toBe('ftypisom');
  });

  it.each<[string, Buffer, string]>([
    ['a codec that not every browser has', film([{ ...FILM, codec: 'hvc1' }]), 'codec'],
    ['sound alone', film([{ kind: 'soun', codec: 'mp4a' }]), 'kind'],
    ['data in pieces', film([FILM, { kind: 'meta', codec: 'gpmd', at: 48 }], { beside: [box('moof')] }), 'kind'],
    ['no description', Buffer.concat([ftyp(), box('mdat', 'picture')]), 'damaged'],
    ['broken off', film([FILM]).subarray(0, -9), 'damaged'],
    ['samples outside of the store', film([FILM, { kind: 'meta', codec: 'gpmd', at: 0 }]), 'damaged'],
    [
      'a store of more than there is',
      film([FILM, { kind: 'meta', codec: 'gpmd', at: 48, sizes: 0x7fffffff }]),
      'damaged',
    ],
    [
      'boxes and nothing in them',
      Buffer.concat([ftyp(), ...Array.from({ length: 20_001 }, () => box('free'))]),
      'damaged',
    ],
    ['a photograph', Buffer.concat([box('ftyp', 'heic', u32(0))]), 'kind'],
    ['nothing', Buffer.alloc(0), 'kind'],
    ['too much of it', Buffer.concat([film([FILM]), Buffer.alloc(MOST_VIDEO_BYTES)]), 'tooLarge'],
  ])('%s is not taken', (_what, bytes, fault) => {
    expect(cleanVideo(bytes)).toBe(fault);
  });
});

const OPEN = Buffer.from('01ffffffffffffff', 'hex');
const element = (id: string, content: Buffer | string, isOpen = false) => {
  const body = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const size = Buffer.from([0x10 | (body.length >>> 24), body.length >>> 16, body.length >>> 8, body.length]);
  return Buffer.concat([Buffer.from(id, 'hex'), isOpen ? OPEN : size, body]);
};
const joined = (...parts: Buffer[]) => Buffer.concat(parts);
const head = (docType = 'webm') => element('1a45dfa3', element('4282', docType));
const entry = (type: number, codec: string) =>
  element('ae', joined(element('83', Buffer.from([type])), element('86', codec), element('536e', 'Zhang San')));
const cluster = (isOpen: boolean, words: string) => element('1f43b675', element('a3', words), isOpen);

function recording(entries: Buffer[], { isOpen = false, docType = 'webm' } = {}): Buffer {
  const info = joined(
    element('2ad7b1', 'unit'),
    element('4461', 'day of it'),
    element('7ba9', 'Title'),
    element('5741', 'Chrome'),
  );
  const parts = joined(
    element('1549a966', info),
    element('1654ae6b', joined(...entries)),
    cluster(isOpen, 'first piece'),
    cluster(isOpen, 'second piece'),
    element('1254c367', `LOCATION ${PLACE} ${'.'.repeat(200)}`),
    element('1941a469', 'x'),
  );
  return joined(head(docType), element('18538067', parts, isOpen));
}

describe('a WebM', () => {
  it.each([false, true])('keeps its pieces and nothing beside them, as it was recorded (open: %s)', (isOpen) => {
    const sent = recording([entry(1, 'V_VP9'), entry(2, 'A_OPUS')], { isOpen });
    const { bytes, mediaType } = cleaned(sent);
    expect([mediaType, bytes.length]).toEqual(['video/webm', sent.length]);
    for (const word of ['first piece', 'second piece', 'V_VP9', 'unit', 'Chrome']) {
      expect([word, bytes.indexOf(word)]).toEqual([word, sent.indexOf(word)]);
    }
    for (const word of [PLACE, 'LOCATION', 'day of it', 'Title', 'Zhang San']) {
      expect([sent.includes(word), bytes.includes(word)]).toEqual([true, false]);
    }
    expect(cleaned(bytes).bytes.equals(bytes)).toBe(true);
  });

  it.each<[string, Buffer, string]>([
    ['a codec that no browser has', recording([entry(1, 'V_MPEGH/ISO/HEVC')]), 'codec'],
    ['sound alone', recording([entry(2, 'A_OPUS')]), 'kind'],
    ['words beside it', recording([entry(1, 'V_VP8'), entry(17, 'D_WEBVTT')]), 'kind'],
    ['of a kind that is more', recording([entry(1, 'V_VP8')], { docType: 'matroska' }), 'kind'],
    ['nothing behind its head', head(), 'damaged'],
    ['broken off', recording([entry(1, 'V_VP8')]).subarray(0, -3), 'damaged'],
  ])('%s is not taken', (_what, bytes, fault) => {
    expect(cleanVideo(bytes)).toBe(fault);
  });
});

it('tells a film by how it begins', () => {
  expect([film([FILM]), recording([]), Buffer.from('%PDF-'), Buffer.alloc(3)].map(isVideo)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
