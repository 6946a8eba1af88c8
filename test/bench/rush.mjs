/**
 * Everybody at once: `node rush.mjs '{"port","connections","offersFile"}'` opens so many connections, then each orders one pack, once.
 * Prints how many answers of each kind came, by status and problem code.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { orderText, singles } from './basket.mjs';
import { Wire } from './wire.mjs';

/** @type {import('./load.mjs').Load} */
const { port, connections, offersFile } = JSON.parse(process.argv[2] ?? '{}');
const next = singles(JSON.parse(readFileSync(String(offersFile), 'utf8')), 1);
const wires = Array.from({ length: connections }, () => new Wire(port));
await Promise.all(wires.map((wire) => wire.connected));
const answers = await Promise.all(wires.map((wire) => wire.ask(orderText(next(), randomUUID()))));
for (const wire of wires) wire.close();

/** @type {Record<string, number>} */
const kinds = {};
for (const { status, body } of answers) {
  const kind = status < 300 ? String(status) : `${status} ${JSON.parse(body.toString('utf8')).code}`;
  kinds[kind] = (kinds[kind] ?? 0) + 1;
}
console.log(JSON.stringify(kinds));
