/**
 * `npm run verify -- <folder> [position:hash ...]`: reckons an export anew. It needs nothing but Node and this folder: no database, no
 * package and none of the platform's code, so that an auditor can read all of it. Checkpoints of the audit chain that were kept elsewhere
 * may be given. Ends with 0 where all fits, with 1 at the first thing that does not, named in words.
 */
import { check } from './check.mjs';

const [folder, ...points] = process.argv.slice(2).filter((word) => word !== '--');
const kept = new Map(points.map((point) => /** @type {[string, string]} */ (point.split(':'))));
if (!folder || [...kept].some(([position, hash]) => !/^\d+$/.test(position) || !/^[0-9a-f]{64}$/.test(hash ?? ''))) {
  console.error('npm run verify -- <folder> [position:hash ...]');
  process.exit(2);
}
const verdict = await check(folder, { kept, log: console.log });
if (verdict.ok) console.log('Everything fits.');
else {
  console.error(`BROKEN  ${verdict.broken}`);
  process.exitCode = 1;
}
