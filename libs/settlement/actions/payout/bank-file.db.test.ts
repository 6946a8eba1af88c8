import { buffer } from 'node:stream/consumers';
import { must } from '@xihuo/kernel';
import { holding } from '@xihuo/testing';
import { CARDS, kit, openPayoutDesk, vault, type PayoutDesk } from '../../fixtures/payout-desk';
import { codeOfItem } from '../../rules/item-code';
import { askBankFile, bankFile, type BankFilePlan } from './bank-file';
import { decidePayeeAccount, proposePayeeAccount } from './payee-accounts';
import { viewPayoutRun, type PayoutRunView } from './view-payouts';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
});
afterEach(() => holding.closeSound(desk.shop));

interface Bank {
  cnapsCode: string | null;
  bankName: string;
}

/** An account that may be paid to, at some bank. */
async function accountAt(payeeId: string, number: string, bank: Bank): Promise<void> {
  const holder = await desk.nameOf(payeeId);
  const id = await desk.as(desk.drawer, (tx) =>
    proposePayeeAccount(tx, kit, { payeeId, holder, number, reason: '登记', ...bank }),
  );
  await desk.as(desk.approver, (tx) => decidePayeeAccount(tx, kit, { id, decision: 'confirm', reason: '核对无误' }));
}

/** Where a debtor keeps its money. */
const DEBTORS = '102100099996';

/** A batch that is handed over, of a debtor with its account at a bank; the household's is at another. */
async function handedOver(bank: Bank, household: Bank = { cnapsCode: '102100099996', bankName: '示例行' }) {
  await accountAt(desk.offer.supplierId, DEBTORS, bank);
  await accountAt(desk.household, CARDS[0]!, household);
  await desk.later(72);
  await desk.settled();
  return desk.atTheBank();
}

type Format = BankFilePlan['format'];

async function fileOf(run: PayoutRunView, format: Format) {
  let plan: BankFilePlan | null = null;
  await desk.as(desk.drawer, async (tx) => {
    plan = await askBankFile(tx, vault, { id: run.batches[0]!.id, format, reason: '上传网银' });
  });
  must(plan, 'it may be had');
  const asked = { actor: desk.drawer, requestId: 'test' };
  const { bytes, ...described } = bankFile(desk.shop.database, vault, plan, asked);
  return { ...described, bytes: await buffer(bytes) };
}

const read = (bytes: Buffer, encoding: string) =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    .decode(bytes)
    .split('\r\n')
    .filter((row) => row !== '')
    .map((row) => row.split(','));

const LAYOUTS: [string, Bank, string, string[] | null, string[]][] = [
  [
    'icbc',
    { cnapsCode: '102100099996', bankName: '示例支行' },
    'gb18030',
    ['币种', '日期', '顺序号', '收款账号', '收款账号名称', '收款账号开户行', '金额', '汇款用途', '备注信息'],
    ['RMB', 'DAY', 'PLACE', 'CARD', 'HOLDER', '示例行', '20.00', '农产品分成款', 'CODE'],
  ],
  [
    'abc',
    { cnapsCode: null, bankName: '中国农业银行示例支行' },
    'utf-8',
    ['编号', '收款方户名', '收款方账号', '收款方开户行名', '收款方联行号', '金额', '用途', '附言'],
    ['PLACE', 'HOLDER', 'CARD', '示例行', '102100099996', '20.00', '收购分成', 'CODE'],
  ],
  [
    'ccb',
    { cnapsCode: '105100000017', bankName: '示例支行' },
    'gb18030',
    ['序号', '账号', '户名', '金额', '跨行标识', '行名', '联行行号', '摘要', '备注'],
    ['PLACE', 'CARD', 'HOLDER', '20.00', '1', '示例行', '102100099996', '分成款', 'CODE'],
  ],
  [
    'rural',
    { cnapsCode: '402100000018', bankName: '示例农商行' },
    'gb18030',
    null,
    ['CARD', 'HOLDER', '20.00', '农户分成', 'CODE'],
  ],
  [
    'plain',
    { cnapsCode: '308584000013', bankName: '示例支行' },
    'utf-8',
    ['\ufeff业务编号', '收款户名', '收款账号', '开户行', '联行号', '金额（元）', '用途'],
    ['CODE', 'HOLDER', 'CARD', '示例行', '102100099996', '20.00', '农户分成'],
  ],
];

test.each(LAYOUTS)(
  'a debtor whose bank has the table %s is handed that table, and it reads back to the fen',
  async (layout, bank, encoding, titles, expected) => {
    const run = await handedOver(bank);
    expect((await viewPayoutRun(desk.shop.database, desk.drawer, run.id)).batches[0]).toMatchObject({ layout });
    const { bytes, mediaType } = await fileOf(run, 'csv');
    expect(mediaType).toBe(`text/csv; charset=${encoding}`);
    const rows = read(bytes, encoding);
    if (titles) expect(rows.shift()).toEqual(titles);
    const items = await desk.itemsOf(run);
    const share = items.find(({ purpose }) => purpose === 'share')!;
    const code = codeOfItem(share.id);
    const place = rows.findIndex((row) => row.includes(code));
    const [{ day }] = (await desk.shop.rows<{ day: string }>(
      `select to_char(instructed_at at time zone 'Asia/Shanghai', 'YYYYMMDD') as day from settlement.payout_batch`,
    )) as [{ day: string }];
    const words: Record<string, string> = {
      ...{ CODE: code, CARD: CARDS[0]!, HOLDER: await desk.nameOf(desk.household), DAY: day },
      PLACE: String(place + 1),
    };
    expect(rows[place]).toEqual(expected.map((cell) => words[cell] ?? cell));
    expect(rows).toHaveLength(items.length);
  },
);

it('goes to the bank with whole numbers, the same every time, noted with the reason, however the debtor moves meanwhile', async () => {
  const run = await handedOver({ cnapsCode: '105100000017', bankName: '示例支行' });
  const { bytes } = await fileOf(run, 'csv');
  await desk.later(1);
  await accountAt(desk.offer.supplierId, '5555555555554444', { cnapsCode: '103100000026', bankName: '示例支行' });
  expect((await fileOf(run, 'csv')).bytes.equals(bytes)).toBe(true);
  const message = (await fileOf(run, 'pain001')).bytes.toString('utf8');
  expect(message).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>100.00</CtrlSum>');
  // From the account that the debtor had when the batch was handed over.
  expect(message).toContain(`<DbtrAcct><Id><Othr><Id>${DEBTORS}</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id>`);
  expect(message).not.toContain('5555555555554444');
  expect(message.match(/<CdtTrfTxInf>/g)).toHaveLength(2);
  const noted = (text: string) =>
    desk.shop.count('select count(*) from platform.audit_content where content::text like $1', [`%${text}%`]);
  expect(await noted('上传网银')).toBe(3);
  expect(await noted(CARDS[0]!)).toBe(0);
});

it('what the table of a bank does not take is refused by its line before anything is written; the plain table has it, inert', async () => {
  const run = await handedOver(
    { cnapsCode: '102100099996', bankName: '示例支行' },
    { cnapsCode: null, bankName: '=示例' },
  );
  const share = (await desk.itemsOf(run)).find(({ purpose }) => purpose === 'share')!;
  await expect(fileOf(run, 'csv')).rejects.toMatchObject({
    code: 'PAYOUT_TEXT_REFUSED',
    extra: { count: 1, lines: [{ item: codeOfItem(share.id), payee: await desk.nameOf(desk.household), signs: '=' }] },
  });
  expect(
    await desk.shop.count(`select count(*) from platform.audit_content where content::text like '%上传网银%'`),
  ).toBe(0);
  const rows = read((await fileOf(run, 'plain')).bytes, 'utf-8');
  expect(rows.find(([code]) => code === codeOfItem(share.id))?.[3]).toBe("'=示例");
});
