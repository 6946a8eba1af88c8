/**
 * Draws the picture that stands for the shop where a page is shared that has none of its own: the mountains and the seal of the
 * first page, 1200 to 630, as those who show shared links want it. Run by hand: node apps/storefront/pictures/draw-share.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const here = dirname(fileURLToPath(import.meta.url));
const seal = readFileSync(join(here, '../frame/seal.svg'), 'utf8')
  .replace(/^<svg[^>]*>/, '<svg x="470" y="110" width="260" height="260" viewBox="0 0 64 64">')
  .trim();

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  <rect width="1200" height="630" fill="#faf6ed"/>
  <path d="M0 500 120 430l70 24 140-92 96 58 80-36 130 76 118-104 92 58 84-44 140-98 130 64v294H0z" fill="#1e5240" opacity=".14"/>
  <path d="M0 548 160 500l84 28 128-58 110 48 140-34 96 40 150-80 108 60 124-52 100 46v132H0z" fill="#1e5240" opacity=".28"/>
  <path d="M0 590 210 562l140 16 170-30 180 26 160-14 170-38 170 34v74H0z" fill="#143a2d" opacity=".9"/>
  ${seal}
</svg>`;

const png = await sharp(Buffer.from(picture)).png({ palette: true, colours: 128, effort: 10 }).toBuffer();
writeFileSync(join(here, 'share.png'), png);
console.log(`share.png: ${(png.length / 1000).toFixed(1)} kB`);
