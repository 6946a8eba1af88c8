import qrcode from 'qrcode-generator';
import sharp from 'sharp';

/** Light modules around the code: less, and scanners do not find it. */
const QUIET = 4;

/** Which modules of the code are dark, row by row. Level M: a smudge on the pack may cover a seventh of it. */
function qrModules(text: string): boolean[][] {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => code.isDark(row, column)),
  );
}

/** One path of squares: sharp at any size. */
export function qrSvg(text: string, pixels = 512): string {
  const modules = qrModules(text);
  const side = modules.length + 2 * QUIET;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  );
}

export async function qrPng(text: string, pixels = 768): Promise<Buffer> {
  return sharp(Buffer.from(qrSvg(text, pixels)))
    .png({ palette: true, colours: 2 })
    .toBuffer();
}
