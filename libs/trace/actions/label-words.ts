import { exporting } from '@xihuo/platform';
import sharp from 'sharp';

/** One stroke; a box stands in its place where the machine has no Chinese. */
const ONE_STROKE = '一';
let chinese: Promise<boolean> | undefined;

const svgOf = (text: string, width: number, height: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="0" y="${height * 0.8}" font-family="${exporting.CHINESE_FONTS}" ` +
      `font-size="${height * 0.8}">${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</text></svg>`,
  );

/**
 * Whether this machine draws Chinese. No font is shipped with us: the few that hold all signs weigh more than the rest of the house.
 * Asked once, by drawing the sign that is a single stroke: where there is no font, what is drawn is as high as it is wide.
 */
export function drawsChinese(): Promise<boolean> {
  chinese ??= strokeIsFlat().catch(() => false);
  return chinese;
}

async function strokeIsFlat(): Promise<boolean> {
  const { info } = await sharp(svgOf(ONE_STROKE, 200, 200))
    .trim()
    .png()
    .toBuffer({ resolveWithObject: true });
  return info.width > 3 * info.height;
}

export interface DrawnWords {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Words as a picture of the machine's own font; null where it has none for them. */
export async function drawWords(text: string): Promise<DrawnWords | null> {
  if (!(await drawsChinese())) return null;
  const { data, info } = await sharp(svgOf(text, 64 * (text.length + 2), 64))
    .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
