import type { CleanPaper } from '@xihuo/platform';
import sharp from 'sharp';

const TOP = 760;
const LEADING = 24;

/**
 * A page that stands for a paper of an invented supplier, and says so across its head. Latin letters alone: they need no font in
 * the file.
 */
export function specimen(title: string, lines: readonly string[]): CleanPaper {
  return { bytes: drawn(title, lines), mediaType: 'application/pdf', pages: 1 };
}

/** The same as somebody would photograph it: what buyers may look at has to be a picture. */
export async function photographed(title: string, lines: readonly string[]): Promise<CleanPaper> {
  const line = (size: number, y: number, words: string, ink = '#1f1b15') =>
    `<text x="90" y="${y}" font-size="${size}" font-family="Helvetica, Arial, sans-serif" fill="${ink}">${marked(words)}</text>`;
  const page = [
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1270"><rect width="900" height="1270" fill="#fdfbf4" />',
    '<rect x="40" y="40" width="820" height="1190" fill="none" stroke="#a8864a" stroke-width="6" />',
    line(20, 96, 'SPECIMEN - invented for a demonstration, proves nothing', '#ad2e1c'),
    line(34, 190, title),
    '<path d="M90 220H810" stroke="#a8864a" stroke-width="2" />',
    ...lines.map((words, at) => line(26, 290 + at * 56, words)),
    '<circle cx="690" cy="1050" r="92" fill="none" stroke="#ad2e1c" stroke-width="7" opacity="0.75" /></svg>',
  ].join('');
  const bytes = await sharp(Buffer.from(page)).jpeg({ quality: 80 }).toBuffer();
  return { bytes, mediaType: 'image/jpeg', pages: 1 };
}

const marked = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function drawn(title: string, lines: readonly string[]): Buffer {
  const text = (size: number, y: number, words: string) => `BT /F1 ${size} Tf 72 ${y} Td (${escaped(words)}) Tj ET`;
  const page = [
    '0.75 0.2 0.15 rg',
    text(11, TOP + 34, 'SPECIMEN - invented for a demonstration, proves nothing'),
    '0.1 g',
    text(22, TOP - 6, title),
    '0.8 G 72 740 m 523 740 l S',
    ...lines.map((line, at) => text(12, TOP - 60 - at * LEADING, line)),
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(page)} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return assembled(objects);
}

/** Objects in order, with the table that says where each begins. */
function assembled(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = Buffer.byteLength(file);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const start = Buffer.byteLength(file);
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
}

function escaped(words: string): string {
  return words.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
}
