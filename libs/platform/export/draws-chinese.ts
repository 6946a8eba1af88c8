import sharp from 'sharp';
import { CHINESE_FONTS } from './draw-sheet';

/** One stroke; a box stands in its place where the machine has no Chinese. */
const ONE_STROKE = '一';
let chinese: Promise<boolean> | undefined;

/**
 * Whether this machine draws Chinese. No font is shipped with us: the few that hold all signs weigh more than the rest of the house.
 * Asked once, by drawing the sign that is a single stroke: where there is no font, what is drawn is as high as it is wide.
 */
export function drawsChinese(): Promise<boolean> {
  chinese ??= strokeIsFlat().catch(() => false);
  return chinese;
}

async function strokeIsFlat(): Promise<boolean> {
  const { info } = await sharp(wordsSvg(ONE_STROKE, 200, 200))
    .trim()
    .png()
    .toBuffer({ resolveWithObject: true });
  return info.width > 3 * info.height;
}

/** Words on one line as a picture to be drawn, `width` by `height` pixels, in the machine's own font. */
export const wordsSvg = (text: string, width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="0" y="${height * 0.8}" font-family="${CHINESE_FONTS}" ` +
      `font-size="${height * 0.8}">${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</text></svg>`,
  );
