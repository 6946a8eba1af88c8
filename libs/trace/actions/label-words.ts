import { exporting } from '@xihuo/platform';
import sharp from 'sharp';

export interface DrawnWords {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Words as a picture of the machine's own font; null where it has none for them. */
export async function drawWords(text: string): Promise<DrawnWords | null> {
  if (!(await exporting.drawsChinese())) return null;
  const { data, info } = await sharp(exporting.wordsSvg(text, 64 * (text.length + 2), 64))
    .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
