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
  /** Bits a length. */
  narrow?: 4 | 8 | 16;
}

const NAME = 'GoPro AVC';
/** A maker, and of a picture the name of an encoder behind 42 bytes. */
const entryOf = (codec: string, encoder: string) =>
  box(codec, u32(0, 1, 0), 'GoPr', Buffer.alloc(26, 'how to read it'), encoder.padEnd(32, '.'), 'and further on');
const lengths = (sizes: number[], narrow: number) =>
  Buffer.from(
    sizes
      .map((size) => size.toString(16).padStart(narrow / 4, '0'))
      .join('')
      .padEnd(8, '0'),
    'hex',
  );

function track({ kind, codec, at = 32, sizes = [8], wide = false, narrow }: Track): Buffer {
  const isOne = typeof sizes === 'number';
  const stbl = box(
    'stbl',
    box('stsd', u32(0, 1), entryOf(codec, kind === 'vide' ? NAME : '')),
    table('stsc', 1, 1, isOne ? 2 : sizes.length, 1),
    isOne
      ? box('stsz', u32(0, sizes, 2))
      : narrow
        ? box('stz2', u32(0, narrow, sizes.length), lengths(sizes, narrow))
        : box('stsz', u32(0, 0, sizes.length, ...sizes)),
    wide ? table('co64', 1, 0, at) : table('stco', 1, at),
  );
  return box(
    'trak',
    box('tkhd', heads(0)),
    box('udta', box('\xa9xyz', PLACE)),
    box('mdia', box('mdhd', heads(1)), box('hdlr', u32(0, 0), kind, 'appl', u32(0, 0), `${NAME}\0`), box('minf', stbl)),
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
    const sent = film([FILM, { kind: 'soun', codec: 'mp4a', at: 40 }], {
      beside: [box('uuid', 'xmp ', PLACE), box('free', PLACE)],
    });
    const before = Buffer.from(sent);
    const { bytes, mediaType } = cleaned(sent);
    expect([mediaType, bytes.length, bytes.subarray(32, 56).toString('latin1')]).toEqual([
      ...['video/mp4', sent.length, 'picture.sound...'.padEnd(24, '\0')],
    ]);
    for (const word of [PLACE, 'Phone', 'location', u32(MADE_AT), 'N34', 'GoPro', 'GoPr', 'appl']) {
      expect([sent.includes(word), bytes.includes(word)]).toEqual([true, false]);
    }
    for (const word of ['how to read it', 'and further on', 'vide', 'soun']) {
      expect(bytes.indexOf(word)).toBe(sent.indexOf(word));
    }
    expect(sent.equals(before)).toBe(true);
    expect(cleaned(bytes).bytes.equals(bytes)).toBe(true);
  });

  it.each<[string, Partial<Track>]>([
    ['samples of many lengths', { sizes: [3, 5] }],
    ['samples of one length', { sizes: 4 }],
    ['addresses of eight bytes', { wide: true }],
    ['lengths of four bits', { sizes: [1, 2, 5], narrow: 4 }],
    ['lengths of a byte', { sizes: [3, 5], narrow: 8 }],
    ['lengths of two', { sizes: [3, 5], narrow: 16 }],
  ])('loses a track that is neither, with what it holds: %s', (_what, how) => {
    const sent = film([
      { ...FILM, ...how },
      { kind: 'meta', codec: 'gpmd', at: 48, ...how },
    ]);
    const { bytes } = cleaned(sent);
    expect(bytes.subarray(32, 56).toString('latin1')).toBe('picture.'.padEnd(24, '\0'));
    expect(bytes.includes('gpmd')).toBe(false);
    expect(bytes.includes('avc1')).toBe(true);
  });

  it('in pieces keeps what each piece tells of, however it tells it', () => {
    const moov = box('moov', track({ ...FILM, sizes: [] }), box('mvex', box('trex', u32(0, 1, 1, 0, 2, 0))));
    const start = 24 + moov.length;
    const traf = (head: Buffer, ...runs: Buffer[]) =>
      box('traf', box('tfhd', head), ...runs.map((run) => box('trun', run)));
    // Counted from the piece, from the file, and from where the track before it ends.
    const moof = (address: number, offset: number) =>
      box(
        'moof',
        traf(u32(0x02000a, 1, 1, 9), u32(0x1, 2, offset)),
        traf(u32(0x000019, 2, 0, address, 9, 3), u32(0x305, 2, 4, 0, 9, 1, 9, 1), u32(0, 1)),
        traf(u32(0x000010, 3, 1), u32(0, 2)),
      );
    const { length } = moof(0, 0);
    const store = start + length + 8;
    const told = Buffer.concat([ftyp(), moov, moof(store, length + 8), box('mdat', 'ONE.AABBBCC.N34 E108')]);
    expect(told.subarray(store - 8 - length + 4, store - length).toString()).toBe('moof');
    expect(cleaned(told).bytes.subarray(store).toString('latin1')).toBe('ONE.AABBBCC'.padEnd(20, '\0'));
    const outside = Buffer.concat([ftyp(), moov, moof(store, length + 80), box('mdat', 'ONE.AABBBCC.N34 E108')]);
    expect(cleanVideo(outside)).toBe('damaged');
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
    ['samples outside of the store', film([{ ...FILM, at: 0 }]), 'damaged'],
    ['a store of more than there is', film([{ ...FILM, sizes: 0x7fffffff }]), 'damaged'],
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
