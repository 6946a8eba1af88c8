/**
 * `npm run appoint -- --role reviewer --login lin --name 林某 --reason "..."`: gives somebody a role of the platform (operator, reviewer,
 * auditor, finance, mediator; `--region 620000` for an auditor or a reviewer of a province), and prints the first password and the secret of
 * the second factor, once. `--end` takes the role away, `--renew` gives new secrets to somebody who lost theirs. For whoever runs the server:
 * the first operators can be named by nobody in the house. Each stands in the audit chain with its reason. Ends with 0, with 1 where the
 * house refused, with 2 where it could not be asked.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { withHouse } from './open-house.mjs';

const USAGE = `npm run appoint -- --role operator|reviewer|auditor|finance|mediator --login LOGIN --name NAME --reason WHY [--region CODE]
npm run appoint -- --end --role ROLE --login LOGIN --reason WHY
npm run appoint -- --renew --login LOGIN --reason WHY`;

/** What was typed. @returns null where it is not complete */
function typed() {
  const text = /** @type {const} */ ({ type: 'string' });
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const options = { role: text, login: text, name: text, reason: text, region: text, end: flag, renew: flag };
  const { values } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  const { login, reason, role, renew } = values;
  return login && reason && (role || renew) ? { ...values, login, reason, role: role ?? '' } : null;
}

/** @param {NonNullable<ReturnType<typeof typed>>} wanted */
const main = ({ login, reason, role, name, region, end, renew }) =>
  withHouse('appoint', async ({ services: { database, vault }, require }) => {
    /** @type {typeof import('../../libs/platform/database/command')} */
    const { command } = require('../../libs/platform/database/command.ts');
    /** @type {typeof import('../../libs/identity/actions/appoint')} */
    const { appoint, dismiss, renewSecrets } = require('../../libs/identity/actions/appoint.ts');
    const as = /** @type {import('@xihuo/contract').Role} */ (role);
    const ask = /** @type {const} */ ({
      name: 'identity.appoint',
      actor: { kind: 'system', name: 'appoint' },
      requestId: randomUUID(),
    });
    const { view } = await command(database, ask, async (tx) => {
      if (renew) return renewSecrets(tx, vault, { login, reason });
      if (!end) return appoint(tx, vault, { login, name, role: as, regionCode: region, reason });
      await dismiss(tx, { login, role: as, reason });
      return null;
    });
    if (view?.password) console.log(`password     ${view.password}`);
    if (view?.totpSecret) console.log(`second factor  ${view.totpSecret}  (for an authenticator app)`);
    console.log(view?.password || view?.totpSecret ? 'Done. These are shown once.' : 'Done.');
    return 0;
  });

/** @param {unknown} error */
function refused(error) {
  const isProblem = error instanceof Error && 'code' in error && 'status' in error;
  const { message, errors = [] } = /** @type {Error & { errors?: { pointer: string, message: string }[] }} */ (error);
  console.error([message, ...errors.map((one) => `${one.pointer.replace('/body/', '--')}: ${one.message}`)].join('\n'));
  return isProblem ? 1 : 2;
}

/** @type {ReturnType<typeof typed>} */
let wanted = null;
try {
  wanted = typed();
} catch {
  // What cannot be read is told how it is written.
}
if (wanted) process.exitCode = await main(wanted).catch(refused);
else {
  console.error(USAGE);
  process.exitCode = 2;
}
