/**
 * `npm run verify -- <folder> [--lang zh] [position:hash ...]`: reckons an export anew. It needs nothing but Node and this folder: no
 * database, no package and none of the platform's code, so that an auditor can read all of it. Checkpoints of the audit chain that were
 * kept elsewhere may be given. Ends with 0 where all fits, with 1 at the first thing that does not, named in words: English ones, or
 * Chinese (`zh`), or both (`en,zh`), a line each.
 */
import { check } from './check.mjs';

const words = process.argv.slice(2).filter((word) => word !== '--');
const at = words.indexOf('--lang');
const lang = at < 0 ? 'en' : (words.splice(at, 2)[1] ?? '');
const [folder, ...points] = words;
const kept = new Map(points.map((point) => /** @type {[string, string]} */ (point.split(':'))));
if (
  !folder ||
  !/^(en|zh|en,zh)$/.test(lang) ||
  [...kept].some(([position, hash]) => !/^\d+$/.test(position) || !/^[0-9a-f]{64}$/.test(hash ?? ''))
) {
  console.error('npm run verify -- <folder> [--lang en|zh|en,zh] [position:hash ...]');
  process.exit(2);
}
const language = lang === 'zh' ? 'zh' : 'en';
const verdict = await check(folder, { kept, log: console.log, language });
if (verdict.ok) console.log(language === 'zh' ? '全部相符。' : 'Everything fits.');
else {
  if (lang !== 'zh') console.error(`BROKEN  ${verdict.broken}`);
  if (lang !== 'en') console.error(`不符  ${verdict.brokenZh}`);
  process.exitCode = 1;
}
