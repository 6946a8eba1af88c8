import { adjustments } from './adjustments.mjs';
import { balances, replay } from './books.mjs';
import { chain } from './chain.mjs';
import { dues } from './dues.mjs';
import { lots } from './lots.mjs';
import { orders } from './orders.mjs';
import { payouts } from './payouts.mjs';
import { Break, Folder } from './read.mjs';
import { statements } from './statements.mjs';

/**
 * Reckons an export anew, from its files alone. Answers what was looked at, or the first thing that does not fit.
 * @param {string} path
 * @param {{ kept?: ReadonlyMap<string, string>, log?: (line: string) => void }} [options] checkpoints that were kept elsewhere, hash by position
 * @returns {Promise<{ ok: true } | { ok: false, broken: string }>}
 */
export async function check(path, { kept = new Map(), log = () => {} } = {}) {
  try {
    const folder = new Folder(path);
    const { at, demo } = folder.manifest;
    log(`Export of ${at}${demo ? ' (a demonstration: everybody in it is invented)' : ''}`);
    const books = await replay(folder);
    log(`ok  ${balances(books)} accounts are what their transfers say`);
    const changed = await adjustments(folder, books);
    const { closed, settled, bySupplier } = await orders(folder, books, changed.lateOfPart);
    log(
      `ok  ${closed} closed supplier orders leave nothing in clearing; ${settled} settled lines are fee, households and supplier`,
    );
    log(
      `ok  ${await statements(folder, books, { lines: bySupplier, ...changed })} statements are what their lines and the ledger say`,
    );
    log(`ok  ${await dues(folder, books)} debts to households are paid, or open as the ledger says`);
    log(
      `ok  ${await payouts(folder, books)} lines of payout lists moved what they say, and what is left is what was settled less what was paid`,
    );
    log(`ok  ${await lots(folder)} lots balance`);
    log(`ok  the audit chain is whole over ${await chain(folder, kept)} entries`);
    return { ok: true };
  } catch (error) {
    if (error instanceof Break) return { ok: false, broken: error.message };
    throw error;
  }
}
