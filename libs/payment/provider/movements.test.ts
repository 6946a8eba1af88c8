import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { startTestSandbox } from '../../../infra/sandbox/testing';
import type { TestSandbox } from '../../../infra/sandbox/testing';
import type { BillLine } from './payment-provider';
import { testProvider } from './testing';
import type { TestProvider } from './testing';

let house: TestProvider<TestSandbox>;
beforeAll(async () => {
  house = await testProvider(await startTestSandbox());
});
afterAll(() => house.sandbox.close());
afterEach(() => house.sandbox.behave());

const rejectedAs = (code: string): object => ({ failure: 'rejected', code });

/** A captured payment with one leg of 10,000 fen to the first supplier, and short words for what can happen to it. */
async function leg(name: string) {
  const { provider, merchants, captured } = house;
  const { paymentRef } = await captured(name);
  const on = (id: string, amount: number) => ({
    paymentRef,
    legId: `${name}-1`,
    amountFen: money.fen(amount),
    idempotencyKey: `${name}:${id}`,
  });
  return {
    paymentRef,
    split: (id: string, amount: number, receiverRef = merchants.platform) =>
      provider.split({ ...on(id, amount), splitId: id, receiverRef }),
    unsplit: (id: string, splitRef: string, amount: number) =>
      provider.unsplit({ splitRef, amountFen: money.fen(amount), idempotencyKey: `${name}:${id}` }),
    release: (id: string, amount: number) => provider.release({ ...on(id, amount), releaseId: id }),
    refund: (id: string, amount: number) => provider.refund({ ...on(id, amount), refundId: id }),
    transfers: async () => (await house.sandbox.stripe.transfers.list({ transfer_group: name })).data,
  };
}

test('a release goes to the supplier the buyer paid, out of this payment', async () => {
  const { release, transfers } = await leg('release');
  await release('r1', 4_000);
  await release('r2', 6_000);
  const moved = await transfers();
  expect(moved.map((transfer) => transfer.amount)).toEqual([6_000, 4_000]);
  expect(moved.every((transfer) => transfer.destination === house.merchants.first && transfer.source_transaction)).toBe(
    true,
  );
  await expect(release('r3', 1)).rejects.toMatchObject(rejectedAs('releaseTooLarge'));
});

test('nothing is released from a payment that was not captured, nor from a leg it does not have', async () => {
  const { provider, order } = house;
  const { paymentRef } = await provider.createCombined(order('unpaid'));
  const input = { paymentRef, legId: 'unpaid-1', amountFen: money.fen(1), releaseId: 'r', idempotencyKey: 'unpaid:r' };
  await expect(provider.release(input)).rejects.toMatchObject(rejectedAs('notCaptured'));
  const paid = await house.captured('other-leg');
  await expect(provider.release({ ...input, paymentRef: paid.paymentRef })).rejects.toMatchObject(
    rejectedAs('noSuchLeg'),
  );
});

test('at most 30 % of a leg is split, and what came back may be split or released again', async () => {
  const { split, unsplit, release } = await leg('split');
  const first = await split('s1', 2_000);
  await expect(split('s2', 1_001)).rejects.toMatchObject(rejectedAs('splitTooLarge'));
  await split('s3', 1_000);
  await release('r1', 7_000);
  await expect(release('r2', 1)).rejects.toMatchObject(rejectedAs('releaseTooLarge'));
  await unsplit('u1', first.ref, 2_000);
  await expect(unsplit('u2', first.ref, 1)).rejects.toMatchObject({ failure: 'rejected' });
  await release('r3', 2_000);
});

test('repeating a movement moves nothing, even after the provider forgot the key', async () => {
  const { release, transfers, paymentRef } = await leg('repeat');
  const first = await release('r1', 6_000);
  expect(await release('r1', 6_000)).toEqual(first);
  const again = {
    paymentRef,
    legId: 'repeat-1',
    amountFen: money.fen(6_000),
    releaseId: 'r1',
    idempotencyKey: 'forgotten',
  };
  expect(await house.provider.release(again)).toEqual(first);
  expect(await transfers()).toHaveLength(1);
  await expect(release('r1', 5_000)).rejects.toMatchObject(rejectedAs('idReused'));
});

test('a supplier whose account is closed is not paid', async () => {
  const { release } = await leg('closed');
  await house.sandbox.changeAccount(house.merchants.first, { transfers: 'inactive' });
  await expect(release('r1', 100)).rejects.toMatchObject(rejectedAs('insufficient_capabilities_for_transfer'));
  await house.sandbox.changeAccount(house.merchants.first, { transfers: 'active' });
});

describe('refunds', () => {
  test('before release the buyer gets held money back', async () => {
    const { refund, release } = await leg('refund-held');
    expect(await refund('f1', 4_000)).toMatchObject({
      state: 'succeeded',
      amountFen: 4_000n,
      recoveredFen: 0n,
      shortfallFen: 0n,
    });
    await expect(release('r1', 6_001)).rejects.toMatchObject(rejectedAs('releaseTooLarge'));
    await release('r2', 6_000);
  });

  test('after release the supplier gives back exactly what is missing', async () => {
    const { refund, release } = await leg('refund-released');
    await release('r1', 3_000);
    await release('r2', 5_000);
    expect(await refund('f1', 4_000)).toMatchObject({ recoveredFen: 2_000n, shortfallFen: 0n });
    expect(await refund('f2', 6_000)).toMatchObject({ recoveredFen: 6_000n, shortfallFen: 0n });
    await expect(refund('f3', 1)).rejects.toMatchObject(rejectedAs('refundTooLarge'));
  });

  test('a supplier who spent the money owes it; the buyer does not wait', async () => {
    const { merchants, sandbox } = house;
    const { refund, release } = await leg('refund-spent');
    const released = await release('r1', 10_000);
    const { balanceFen } = await balanceOf(merchants.first);
    await sandbox.changeAccount(merchants.first, { payOutFen: balanceFen - 1 });
    expect(await refund('f1', 4_000)).toMatchObject({
      state: 'succeeded',
      amountFen: 4_000n,
      recoveredFen: 0n,
      shortfallFen: 4_000n,
    });
    expect((await sandbox.stripe.transfers.retrieve(released.ref)).amount_reversed).toBe(0);
  });

  test('never more than the leg, though the payment has more', async () => {
    const { refund } = await leg('refund-leg');
    await expect(refund('f1', 10_001)).rejects.toMatchObject(rejectedAs('refundTooLarge'));
    await refund('f2', 10_000);
    await expect(refund('f3', 1)).rejects.toMatchObject(rejectedAs('refundTooLarge'));
  });

  test('a crash between refund and reversal is finished by the same call', async () => {
    const { refund, release } = await leg('refund-crash');
    await release('r1', 10_000);
    await house.sandbox.misbehave({ on: 'transfers.reverse', fault: 'serverError', sticky: true });
    await expect(refund('f1', 4_000)).rejects.toMatchObject({ failure: 'unknown' });
    await house.sandbox.behave();
    expect(await refund('f1', 4_000)).toMatchObject({ recoveredFen: 4_000n, shortfallFen: 0n });
    // However often it is asked, also after other refunds: the reversals tell whose they are.
    await refund('f2', 1_000);
    expect(await refund('f1', 4_000)).toMatchObject({ recoveredFen: 4_000n, shortfallFen: 0n });
  });

  test('an answer about another amount decides nothing: the money has gone, and goes once', async () => {
    const { refund, paymentRef } = await leg('refund-skewed');
    const id = randomUUID();
    await house.sandbox.misbehave({ on: 'refunds.create', fault: 'wrongAmount' });
    await expect(refund(id, 3_000)).rejects.toMatchObject({ failure: 'unknown', code: 'answerDiffers' });
    // Though it were asked for under the name of the next attempt.
    expect(await refund(`${id}.2`, 3_000)).toMatchObject({ state: 'succeeded', amountFen: 3_000n });
    await expect(refund(`${id}.3`, 2_999)).rejects.toMatchObject(rejectedAs('idReused'));
    const { data } = await house.sandbox.stripe.refunds.list({ payment_intent: paymentRef });
    expect(data.map((made) => made.amount)).toEqual([3_000]);
  });

  async function balanceOf(account: string): Promise<{ balanceFen: number }> {
    const response = await fetch(`${house.sandbox.origin}/_sandbox/accounts/${account}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return (await response.json()) as { balanceFen: number };
  }
});

test('the bill has a line for every movement, with its sign', async () => {
  const { release, refund, paymentRef } = await leg('bill');
  const released = await release('r1', 10_000);
  const { refundRef } = await refund('f1', 500);
  const payment = await house.sandbox.stripe.paymentIntents.retrieve(paymentRef);
  const lines: BillLine[] = [];
  for await (const line of house.provider.bill(new Date(0), new Date('2100-01-01'))) lines.push(line);
  const ofSource = (ref: string): BillLine | undefined => lines.find((line) => line.sourceRef === ref);
  expect(ofSource(payment.latest_charge as string)).toMatchObject({ kind: 'payment', amountFen: 12_345n, feeFen: 0n });
  expect(ofSource(released.ref)).toMatchObject({ kind: 'transfer', amountFen: -10_000n });
  expect(ofSource(refundRef)).toMatchObject({ kind: 'refund', amountFen: -500n });
  expect(lines.some((line) => line.kind === 'transferReversal' && line.amountFen === 500n)).toBe(true);
  const before: BillLine[] = [];
  for await (const line of house.provider.bill(new Date(0), new Date(1_000))) before.push(line);
  expect(before).toEqual([]);
});
