import { fail } from '@xihuo/contract';
import { exporting, type Database, type DownloadedFile, type Files } from '@xihuo/platform';
import sharp from 'sharp';
import { pictureOfCertificate } from '../../store/register/certificate-picture.sql';

/** Long side in pixels: enough to read it on a screen, too little to print it as one's own. */
const LONG_SIDE = 1_400;
const QUALITY = 72;
/** Of what a paper shows to be looked at here: everything else it would be of use for is written across it. */
const PURPOSE = { zh: '西货 · 仅供展示', en: 'Xihuo · for display only' };

/**
 * The paper of a verified certificate that is public by rule, drawn smaller and marked all over with the name of the platform, what it
 * is shown for and the day.
 *
 * @throws ProblemError NOT_FOUND where there is none, it is no picture, or it is not for everybody
 */
export async function certificatePicture(
  { database, files }: { database: Database; files: Files },
  id: string,
): Promise<DownloadedFile> {
  const [row] = await database.read(pictureOfCertificate, [id]);
  const file = row ? await files.read(database, row.file_id) : null;
  if (!row || !file) throw fail('NOT_FOUND');
  const invented = await exporting.markOf(database);
  return {
    bytes: await marked(file.bytes, await wordsOn(row.today, invented)),
    ...{ mediaType: 'image/jpeg', name: `certificate-${id.slice(-6)}.jpg`, inline: true },
  };
}

async function wordsOn(day: string, invented: string): Promise<string> {
  const chinese = await exporting.drawsChinese();
  // Where a machine draws no Chinese there would be boxes.
  return [...(chinese ? [PURPOSE.zh, PURPOSE.en] : [PURPOSE.en]), day, ...(invented && chinese ? [invented] : [])].join(
    '  ',
  );
}

/** A picture with words across all of it, slanting. */
async function marked(bytes: Buffer, words: string): Promise<Buffer> {
  const { data, info } = await sharp(bytes)
    .rotate()
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  // So large that a line of it is read on a photograph of any size, and small enough to stand there several times.
  const size = Math.max(12, Math.round(Math.max(width, height) / 44));
  const [across, down] = [size * (words.length * 0.72 + 4), size * 6];
  const mark =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>` +
    `<pattern id="mark" width="${across}" height="${down}" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">` +
    `<text x="0" y="${size * 2}" font-size="${size}" font-family="${exporting.CHINESE_FONTS}" fill="#9c2f1f">${words}</text></pattern></defs>` +
    `<rect width="${width}" height="${height}" fill="url(#mark)" opacity="0.38"/></svg>`;
  return sharp(data)
    .composite([{ input: Buffer.from(mark) }])
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
