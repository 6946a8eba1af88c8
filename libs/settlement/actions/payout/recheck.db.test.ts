import { buffer } from 'node:stream/consumers';
import { holding } from '@xihuo/testing';
import { CARDS, openPayoutDesk, vault, type PayoutDesk } from '../../fixtures/payout-desk';
import { sealedCells } from './account-cells';
import { askBankFile, bankFile, instruct, type BankFilePlan } from './bank-file';
import { viewPayoutRun, type PayoutRunView } from './view-payouts';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
  await desk.account(desk.household);
  await desk.account(desk.offer.supplierId, '102100099996');
  await desk.settled();
});
afterEach(() => holding.closeSound(desk.shop));

async function setAside(): Promise<PayoutRunView> {
  const run = await desk.draw();
  await desk.approve(run);
  await desk.setAside();
  return run;
}
const handOver = ({ batches }: PayoutRunView) => desk.as(desk.drawer, (tx) => instruct(tx, batches[0]!.id));
const became = async (run: PayoutRunView) =>
  (await desk.itemsOf(run)).map(({ purpose, state, reason }) => [purpose, state, reason]);
const stateOf = async ({ id }: PayoutRunView) =>
  (await viewPayoutRun(desk.shop.database, desk.drawer, id)).batches[0]!.state;

async function messageOf(run: PayoutRunView): Promise<string | null> {
  let plan: BankFilePlan | null = null;
  await desk.as(desk.drawer, async (tx) => {
    plan = await askBankFile(tx, vault, { id: run.batches[0]!.id, format: 'pain001', reason: '上传网银' });
  });
  if (!plan) return null;
  const { bytes } = bankFile(desk.shop.database, vault, plan, { actor: desk.drawer, requestId: 'test' });
  return (await buffer(bytes)).toString('utf8');
}

describe('an account that is changed after money was set aside', () => {
  it('is not paid: its line is void when the batch is handed over, the books give back, and the file has the rest', async () => {
    const run = await setAside();
    const changed = await desk.propose(desk.household, CARDS[3]);
    await handOver(run);
    expect(await became(run)).toEqual([
      ['payable', 'setAside', null],
      ['share', 'voided', 'accountChanged'],
    ]);
    expect(await messageOf(run)).toContain('<NbOfTxs>1</NbOfTxs><CtrlSum>80.00</CtrlSum>');
    await desk.decide(changed, 'cancel');
    expect(await desk.draw()).toMatchObject({ items: 1, amount: { amount: '2000' } });
  });

  it('is not paid when it was handed over and no file was had; of a file that was had every later one says the same', async () => {
    const run = await setAside();
    await handOver(run);
    await desk.propose(desk.household, CARDS[3]);
    const first = await messageOf(run);
    expect(first).toContain('<NbOfTxs>1</NbOfTxs><CtrlSum>80.00</CtrlSum>');
    await desk.propose(desk.offer.supplierId, CARDS[3]);
    expect(await messageOf(run)).toBe(first);
  });

  it('ends a batch that it was the last line of, handed over or not', async () => {
    const run = await setAside();
    await desk.propose(desk.household, CARDS[3]);
    await desk.shop.rows(`update settlement.payee_account set state = 'returned' where payee_id = $1`, [
      desk.offer.supplierId,
    ]);
    expect(await handOver(run)).toMatchObject({ state: 'discarded' });
    expect(await became(run)).toEqual([
      ['payable', 'voided', 'accountReturned'],
      ['share', 'voided', 'accountChanged'],
    ]);
    await expect(handOver(run)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(messageOf(run)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });

  it('has no file where nothing is left by then', async () => {
    const run = await setAside();
    await handOver(run);
    for (const payee of [desk.household, desk.offer.supplierId]) await desk.propose(payee, CARDS[3]);
    expect(await messageOf(run)).toBeNull();
    expect(await stateOf(run)).toBe('discarded');
  });

  it('is found where somebody wrote another bank or another number into what was approved', async () => {
    const run = await setAside();
    await desk.shop.rows(`update settlement.payee_account set cnaps_code = '103100000026' where payee_id = $1`, [
      desk.household,
    ]);
    await handOver(run);
    expect(await became(run)).toEqual([
      ['payable', 'setAside', null],
      ['share', 'voided', 'accountDiffers'],
    ]);
    const [account] = await desk.shop.rows<{ id: string }>(
      'select id from settlement.payee_account where payee_id = $1',
      [desk.offer.supplierId],
    );
    const other = sealedCells(vault, account!.id, { number: CARDS[3]!, holder: 'x' });
    await desk.shop.rows(
      `with named as materialized (select set_config('xihuo.purpose', 'test', true))
       update settlement.payee_account_sealed set number_sealed = $2 from named where account_id = $1`,
      [account!.id, other.number],
    );
    expect(await messageOf(run)).toBeNull();
    expect(await became(run)).toEqual([
      ['payable', 'voided', 'accountDiffers'],
      ['share', 'voided', 'accountDiffers'],
    ]);
  });
});

describe('a supplier that has to wait since the list was drawn', () => {
  it('is not paid where it owes households when money is set aside; they are', async () => {
    const run = await desk.draw();
    await desk.approve(run);
    await desk.shop.workedDays(desk.offer.supplierId, 1, 9_000n);
    await desk.setAside();
    expect(await became(run)).toEqual([
      ['payable', 'voided', 'owesHouseholds'],
      ['share', 'setAside', null],
    ]);
  });

  it('is not paid where it was suspended by the time the batch is handed over, and is held on the next list', async () => {
    const run = await setAside();
    await desk.shop.impose(desk.offer.supplierId, 'suspension');
    await handOver(run);
    expect(await became(run)).toEqual([
      ['payable', 'voided', 'standing'],
      ['share', 'setAside', null],
    ]);
    expect(await messageOf(run)).toContain('<NbOfTxs>1</NbOfTxs><CtrlSum>20.00</CtrlSum>');
  });
});
