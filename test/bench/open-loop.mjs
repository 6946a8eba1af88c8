/**
 * Requests at a steady pace, whatever the answers do: `node open-loop.mjs '{"port","perSecond","seconds","paths"}'`. Time counts
 * from when a request was due, so a server that falls behind cannot hide it.
 */
import { requestText, Wire } from './wire.mjs';

const { port, perSecond, seconds, paths } = JSON.parse(process.argv[2] ?? '{}');
const warm = perSecond * 2;
/** @type {Wire[]} */
const idle = [];
/** @type {number[]} */
const took = [];
const begun = performance.now();

const one = async (/** @type {number} */ nth) => {
  const due = begun + (nth * 1000) / perSecond;
  await new Promise((done) => setTimeout(done, Math.max(0, due - performance.now())));
  const wire = idle.pop() ?? new Wire(port);
  const { status, body } = await wire.ask(
    requestText('GET', paths[nth % paths.length], { accept: 'application/json' }),
  );
  if (status >= 300) throw new Error(`answered ${status}: ${body.toString('utf8').slice(0, 300)}`);
  idle.push(wire);
  if (nth >= warm) took.push(performance.now() - due);
};

await Promise.all(Array.from({ length: warm + perSecond * seconds }, (_, nth) => one(nth)));
for (const wire of idle) wire.close();
took.sort((left, right) => left - right);
const at = (/** @type {number} */ share) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
console.log(JSON.stringify({ done: took.length, perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99) }));
