import { adjustments } from './adjustments.mjs';
import { balances, replay } from './books.mjs';
import { chain } from './chain.mjs';
import { dues } from './dues.mjs';
import { lots } from './lots.mjs';
import { orders } from './orders.mjs';
import { payouts } from './payouts.mjs';
import { Break, Folder } from './read.mjs';
import { statements } from './statements.mjs';

/** What is said of each part that fits, in the order in which they are looked at. */
const FITS = /** @type {const} */ ({
  en: {
    /** @param {string} at @param {boolean} demo */
    export: (at, demo) => `Export of ${at}${demo ? ' (a demonstration: everybody in it is invented)' : ''}`,
    /** @param {number} count */
    balances: (count) => `${count} accounts are what their transfers say`,
    /** @param {number} closed @param {number} settled */
    orders: (closed, settled) =>
      `${closed} closed supplier orders leave nothing in clearing; ${settled} settled lines are fee, households and supplier`,
    /** @param {number} count */
    statements: (count) => `${count} statements are what their lines and the ledger say`,
    /** @param {number} count */
    dues: (count) => `${count} debts to households are paid, or open as the ledger says`,
    /** @param {number} count */
    payouts: (count) =>
      `${count} lines of payout lists moved what they say, and what is left is what was settled less what was paid`,
    /** @param {number} count */
    lots: (count) => `${count} lots balance`,
    /** @param {bigint} count */
    chain: (count) => `the audit chain is whole over ${count} entries`,
  },
  zh: {
    /** @param {string} at @param {boolean} demo */
    export: (at, demo) => `${at} 的导出${demo ? '（演示数据：其中人物和单位均为虚构）' : ''}`,
    /** @param {number} count */
    balances: (count) => `${count} 个账户的余额与其分录相符`,
    /** @param {number} closed @param {number} settled */
    orders: (closed, settled) =>
      `${closed} 个已了结的供应商订单在清算账户中没有余款；${settled} 条已结算明细等于服务费、农户和供应商之和`,
    /** @param {number} count */
    statements: (count) => `${count} 张结算单与其明细和账本相符`,
    /** @param {number} count */
    dues: (count) => `${count} 笔农户应得已付，或如账本所记尚未付`,
    /** @param {number} count */
    payouts: (count) => `${count} 条付款清单明细与账本相符，余款等于已结算减去已付`,
    /** @param {number} count */
    lots: (count) => `${count} 个批次进出平衡`,
    /** @param {bigint} count */
    chain: (count) => `审计链完整，共 ${count} 条`,
  },
});

/**
 * Reckons an export anew, from its files alone. Answers what was looked at, or the first thing that does not fit.
 * @param {string} path
 * @param {{ kept?: ReadonlyMap<string, string>, log?: (line: string) => void, language?: 'en' | 'zh' }} [options] checkpoints that were
 *   kept elsewhere, hash by position; the language of what is logged
 * @returns {Promise<{ ok: true } | { ok: false, broken: string, brokenZh: string }>}
 */
export async function check(path, { kept = new Map(), log = () => {}, language = 'en' } = {}) {
  const words = FITS[language];
  /** @param {string} line */
  const fits = (line) => log(`ok  ${line}`);
  try {
    const folder = new Folder(path);
    const { at, demo } = folder.manifest;
    log(words.export(at, demo));
    const books = await replay(folder);
    fits(words.balances(balances(books)));
    const changed = await adjustments(folder, books);
    const { closed, settled, bySupplier } = await orders(folder, books, changed.lateOfPart);
    fits(words.orders(closed, settled));
    fits(words.statements(await statements(folder, books, { lines: bySupplier, ...changed })));
    fits(words.dues(await dues(folder, books)));
    fits(words.payouts(await payouts(folder, books)));
    fits(words.lots(await lots(folder)));
    fits(words.chain(await chain(folder, kept)));
    return { ok: true };
  } catch (error) {
    if (error instanceof Break) return { ok: false, broken: error.message, brokenZh: error.zh };
    throw error;
  }
}
