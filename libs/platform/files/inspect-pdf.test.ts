import { deflateSync } from 'node:zlib';
import { inspectPdf } from './inspect-pdf';

/** The least a PDF can be, with these objects in it. */
const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((one, at) => [Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(one), Buffer.from('\nendobj\n')]),
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);

const page = '<< /Type /Page /Parent 2 0 R >>';
const packed = (text: string | Buffer, filter = '/Filter /FlateDecode') =>
  Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 4 ${filter} >>\nstream\n`),
    filter === '' ? Buffer.from(text) : deflateSync(text),
    Buffer.from('\nendstream'),
  ]);

it.each([
  ['one page', pdf('<< /Type /Catalog >>', '<< /Type /Pages /Count 1 >>', page), { pages: 1 }],
  ['three pages, two of them packed away', pdf(page, packed(`${page} ${page}`)), { pages: 3 }],
  ['packed without a filter', pdf(packed(page, '')), { pages: 1 }],
  ['names with escapes', pdf('<< /Typ#65 /P#61ge >>'), { pages: 1 }],
  [
    'a picture that holds the letters of a page',
    pdf(page, '<< /Subtype /Image >>\nstream\n/Type /Page\nendstream'),
    { pages: 1 },
  ],
  ['no page', pdf('<< /Type /Catalog >>'), 'damaged'],
  ['one cut short', pdf(page).subarray(0, -8), 'damaged'],
  ['another file behind its end', Buffer.concat([pdf(page), Buffer.from('PK\x03\x04')]), 'damaged'],
  ['a password', pdf(page, '<< /Encrypt 5 0 R >>'), 'encrypted'],
  ['a script', pdf(page, '<< /S /JavaScript /JS (app.alert(1)) >>'), 'active'],
  ['a script under an escaped name', pdf(page, '<< /S /Java#53cript >>'), 'active'],
  ['a script packed away', pdf(page, packed('<< /S /JavaScript >>')), 'active'],
  [
    'a script between words that look like a stream',
    pdf(page, '(stream\n)', '<< /S /JavaScript >>', '(endstream)'),
    'active',
  ],
  ['a program to start', pdf(page, '<< /S /Launch /F (cmd.exe) >>'), 'active'],
  ['an attachment', pdf(page, '<< /Type /EmbeddedFile >>'), 'active'],
  ['objects packed twice over', pdf(page, packed(page, '/Filter [/ASCII85Decode /FlateDecode]')), 'damaged'],
  [
    'packed objects that are none',
    pdf(page, '<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnonsense\nendstream'),
    'damaged',
  ],
  ['a bomb', pdf(page, packed(Buffer.alloc(65 * 1024 * 1024, ' '))), 'bomb'],
])('%s', (_, bytes, found) => {
  expect(inspectPdf(bytes)).toEqual(found);
});
