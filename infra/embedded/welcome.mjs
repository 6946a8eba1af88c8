// What a person sees once everything runs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ role: string, roleZh: string, login: string, password?: string, totpSecret?: string, note?: string }} DemoAccount
 *
 * @param {{ origin: string, sandbox: string | null, dataDir: string, stripe: boolean }} house
 */
export function welcome({ origin, sandbox, dataDir, stripe }) {
  const addresses = [
    ['商城 shop', `${origin}/`],
    ['工作台 console', `${origin}/console`],
    ['接口说明 api', `${origin}/api/openapi.json`],
    ...(sandbox
      ? [[stripe ? '短信邮件 mail and SMS' : '支付沙箱与短信邮件 sandbox, mail and SMS', `${sandbox}/`]]
      : []),
  ];
  const provider = stripe
    ? '支付走 Stripe。Stripe 不在中国大陆结算：人民币货款须经持牌机构。\nPayments go through Stripe, which does not settle in mainland China: sellers there need a licensed institution.'
    : '支付走本机沙箱，没有真钱；真正的 Stripe 也不在中国大陆结算。\nPayments go to the sandbox on this machine, no real money moves; the real Stripe does not settle in mainland China either.';
  const accounts = readDemoAccounts(dataDir);
  return [
    '',
    '西货 Xihuo 已启动 is running',
    '',
    ...columns(addresses),
    '',
    ...(accounts.length ? ['演示账户 demo accounts (虚构示例 invented)', '', ...columns(accounts.map(rowOf)), ''] : []),
    provider,
    '',
    '按 Ctrl-C 停止，数据保留。Ctrl-C stops everything; the data stays.',
    '',
  ].join('\n');
}

/** @param {string} dataDir @returns {DemoAccount[]} */
function readDemoAccounts(dataDir) {
  const path = join(dataDir, 'demo-accounts.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

/** @param {DemoAccount} account */
function rowOf({ role, roleZh, login, password, totpSecret, note }) {
  const more = [note, totpSecret && `TOTP ${totpSecret}`].filter(Boolean).join('; ');
  return [`${roleZh} ${role}`, login, password ?? '', more];
}

/** Chinese characters take two cells of a terminal. @param {string[][]} rows */
export function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  return rows.map((row) =>
    `  ${row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - cells(text))).join('  ')}`.trimEnd(),
  );
}

/** @param {string} text */
function cells(text) {
  return [...text].reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char)
        ? 2
        : 1),
    0,
  );
}
