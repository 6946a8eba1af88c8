import { exporting } from '@xihuo/platform';

export { shownIn } from './shown-in';
export const { encodeGb18030 } = exporting;

/** What may be handed in on this desk. */
export const PAPER_LIMITS = {
  documentMaxBytes: 200_000,
  documentMaxPages: 3,
  documentMaxPixels: 1_000_000,
  documentsMax: 4,
};

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
export const AS_PDF: Record<string, string> = { 'content-type': 'application/pdf' };

const box = (type: string, ...content: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part as string)));
  return Buffer.concat([Buffer.from([0, 0, (body.length + 8) >> 8, (body.length + 8) & 255]), Buffer.from(type), body]);
};
/** Of a telephone: an MP4 with nothing to see in it, and the words of its camera beside it (at most 200 bytes). */
export const film = (words = 'somewhere'): Buffer => {
  const table = (type: string, ...numbers: number[]) =>
    box(type, Buffer.from([0, ...numbers].flatMap((one) => [0, 0, 0, one])));
  // One sample of eight bytes, behind the kind and the head of the store.
  const samples = [table('stsc', 1, 1, 1, 1), table('stsz', 8, 1), table('stco', 1, 28)];
  const stbl = box('stbl', box('stsd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box('avc1')), ...samples);
  const mdia = box('mdia', box('hdlr', Buffer.alloc(8), 'vide'), box('minf', stbl));
  const moov = box('moov', box('trak', mdia), box('udta', words));
  return Buffer.concat([box('ftyp', 'isom', Buffer.alloc(4), 'mp42'), box('mdat', 'pictures'), moov]);
};

/** A form that lacks nothing, and that machines find nothing wrong with but the households. */
export const FORM = {
  subject: {
    kind: 'cooperative',
    nameZh: '示例苹果合作社',
    uscc: '93150125YY0001004B',
    countyCode: '610629',
    address: '示例村一组',
    legalRepresentative: '示例人',
    establishedOn: '2018-05-01',
    licenceWithoutTerm: true,
  },
  products: [{ name: '苹果', category: 'fruit' }],
  linkage: { models: ['contractPurchase'], description: '订单收购' },
  undertakings: { truthful: true, noPenalty: true, publication: true },
};
