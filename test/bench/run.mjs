/**
 * `npm run bench [-- start | list | order | hot | cart | console | admission | ledger | lots | settle | statement | search | import | web ...]`: measures, prints what was measured for people and one JSON line a figure.
 * Fails when something could not be measured or the two sides did not do the same; a missed target is said, not hidden.
 */
import { admission } from './admission.mjs';
import { cart } from './cart.mjs';
import { consoles } from './console.mjs';
import { hot } from './hot.mjs';
import { imports } from './import.mjs';
import { ledger } from './ledger.mjs';
import { list } from './list.mjs';
import { lots } from './lots.mjs';
import { order } from './order.mjs';
import { search } from './search.mjs';
import { Report } from './report.mjs';
import { settle } from './settle.mjs';
import { start } from './start.mjs';
import { statement } from './statement.mjs';
import { web } from './web.mjs';

/** @type {Record<string, (report: Report) => Promise<void>>} */
const benches = {
  start,
  list,
  order,
  hot,
  cart,
  console: consoles,
  admission,
  ledger,
  lots,
  settle,
  statement,
  search,
  import: imports,
  web,
};

const names = process.argv.slice(2).filter((word) => word !== '--');
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
  try {
    await bench(new Report(name));
  } catch (error) {
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
