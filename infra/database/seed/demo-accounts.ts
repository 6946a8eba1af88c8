import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';
import type { Vault } from '@xihuo/platform';
import { WRITES } from './newcomers';
import { STORY } from './season';

export interface DemoAccount {
  role: Role;
  roleZh: string;
  /** Name, or phone where the role comes in by SMS code. */
  login: string;
  password?: string;
  /** Base32, as an authenticator app takes it. */
  totpSecret?: string;
  note: string;
}

/** Who a demo account is, beside its role: references of the seed's files and region codes. */
export interface DemoPerson extends Pick<DemoAccount, 'role' | 'roleZh' | 'login' | 'note'> {
  displayName: string;
  organisation?: string;
  regionCode?: string;
}

/** The county whose potatoes the story is about, so that every account has something to see. */
const STORY_COUNTY = '621123';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { role: 'consumer', roleZh: '消费者', login: 'buyer', displayName: '示例顾客', note: '商城 shop' },
  {
    role: 'businessBuyer',
    roleZh: '单位采购',
    login: 'institution',
    displayName: '示例采购员',
    organisation: 'B038',
    note: '商城 shop /business：下单、验收、付款、管理',
  },
  {
    role: 'businessBuyer',
    roleZh: '连锁商超采购员',
    login: 'supermarket',
    displayName: '示例商超采购员',
    organisation: 'B060',
    note: '商城 shop /business：下单、验收、付款、管理',
  },
  {
    role: 'businessBuyer',
    roleZh: '连锁商超审批人',
    login: 'supermarket-2',
    displayName: '示例商超采购经理',
    organisation: 'B060',
    note: '商城 shop /business：一级审批',
  },
  {
    role: 'businessBuyer',
    roleZh: '连锁商超财务负责人',
    login: 'supermarket-3',
    displayName: '示例商超财务负责人',
    organisation: 'B060',
    note: '商城 shop /business：二级审批、付款对账',
  },
  {
    role: 'supplier',
    roleZh: '供应商',
    login: 'supplier',
    displayName: '示例发货员',
    organisation: STORY.supplier,
    note: '工作台 console',
  },
  {
    role: 'supplier',
    roleZh: '申请入驻',
    login: 'applicant',
    displayName: '示例经办人',
    organisation: WRITES,
    note: '工作台 console',
  },
  {
    role: 'countyAgriculture',
    roleZh: '县农业农村部门',
    login: 'county-farm',
    displayName: '示例县农业干部',
    regionCode: STORY_COUNTY,
    note: '工作台 console',
  },
  {
    role: 'countyRevitalisation',
    roleZh: '县乡村振兴部门',
    login: 'county-link',
    displayName: '示例县振兴干部',
    regionCode: STORY_COUNTY,
    note: '工作台 console',
  },
  {
    role: 'auditor',
    roleZh: '审计员',
    login: 'auditor',
    displayName: '示例省级审计员',
    regionCode: '620000',
    note: '工作台 console',
  },
  // Nobody checks what they did themselves: every review has a second reviewer, every objection or appeal a third.
  { role: 'reviewer', roleZh: '平台审核', login: 'reviewer', displayName: '示例审核员甲', note: '工作台 console' },
  { role: 'reviewer', roleZh: '平台审核', login: 'reviewer-2', displayName: '示例审核员乙', note: '工作台 console' },
  { role: 'reviewer', roleZh: '平台审核', login: 'reviewer-3', displayName: '示例审核员丙', note: '工作台 console' },
  { role: 'operator', roleZh: '运营', login: 'operator', displayName: '示例运营甲', note: '工作台 console' },
  { role: 'operator', roleZh: '运营', login: 'operator-2', displayName: '示例运营乙', note: '工作台 console' },
  { role: 'finance', roleZh: '财务', login: 'finance', displayName: '示例财务', note: '工作台 console' },
  { role: 'finance', roleZh: '财务', login: 'finance-2', displayName: '示例财务乙', note: '工作台 console' },
  { role: 'mediator', roleZh: '调解员', login: 'mediator', displayName: '示例调解员甲', note: '工作台 console' },
  { role: 'mediator', roleZh: '调解员', login: 'mediator-2', displayName: '示例调解员乙', note: '工作台 console' },
];

/** What those who buy for an organisation may do there. */
export const DEMO_BUYERS: readonly {
  login: string;
  organisation: string;
  duties: readonly ('order' | 'approve' | 'receive' | 'pay' | 'manage')[];
  limitFen: bigint;
  approvalLevel: number | null;
}[] = [
  {
    ...{ login: 'institution', organisation: 'B038', duties: ['order', 'receive', 'pay', 'manage'] },
    ...{ limitFen: 500_000n, approvalLevel: null },
  },
  {
    ...{ login: 'supermarket', organisation: 'B060', duties: ['order', 'receive', 'pay', 'manage'] },
    ...{ limitFen: 0n, approvalLevel: null },
  },
  { login: 'supermarket-2', organisation: 'B060', duties: ['approve'], limitFen: 0n, approvalLevel: 1 },
  { login: 'supermarket-3', organisation: 'B060', duties: ['approve', 'pay'], limitFen: 0n, approvalLevel: 2 },
];

/** A household of the story; its phone is shared with the next one, so that choosing who one is can be seen. */
export const DEMO_HOUSEHOLD = 'F01430';

/** The farmer stands after those who buy and sell. */
const APART = 7;

/** Every account, as the start of the demo prints it. */
export function demoAccounts(vault: Vault): DemoAccount[] {
  const people = DEMO_PEOPLE.map(({ role, roleZh, login, note }): DemoAccount => {
    const account = { role, roleZh, login, password: demoPassword(vault, login) };
    return SECOND_FACTOR_ROLES.includes(role)
      ? { ...account, totpSecret: demoTotpSecret(vault, login), note }
      : { ...account, note };
  });
  const farmer: DemoAccount = {
    role: 'farmer',
    roleZh: '农户',
    login: phoneOf(DEMO_HOUSEHOLD),
    note: '短信验证码登录，验证码见支付沙箱的短信页 SMS code, see the sandbox',
  };
  return [...people.slice(0, APART), farmer, ...people.slice(APART)];
}

/**
 * An invented phone: no mobile number begins with 100, so nothing can ever be sent to it. Every fourth household uses its
 * neighbour's, as happens in villages.
 */
export function phoneOf(household: string): string {
  const number = Number(household.slice(1));
  return `100${String(number % 4 === 3 ? number - 1 : number).padStart(8, '0')}`;
}

/** The same for one instance whenever asked, another for every other one: they follow from the instance's master key. */
export function demoPassword(vault: Vault, login: string): string {
  const bytes = secretOf(vault, `password ${login}`);
  const word = base32(bytes.subarray(0, 10)).toLowerCase();
  return `${word.slice(0, 4)}-${word.slice(4, 8)}-${word.slice(8, 12)}`;
}

export function demoTotpSecret(vault: Vault, login: string): string {
  return base32(secretOf(vault, `totp ${login}`).subarray(0, 20));
}

function secretOf(vault: Vault, purpose: string): Buffer {
  return vault.blindIndex('seed.demo-account', purpose);
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'.toUpperCase();

/** RFC 4648, without padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('');
}

/** For whoever starts the demo to read, and for nobody else on the machine. */
export function writeAccountsFile(dataDir: string, accounts: readonly DemoAccount[]): void {
  const file = join(dataDir, 'demo-accounts.json');
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}
