import { money } from '@xihuo/kernel';
import { startTestSandbox, webhookSecret } from '../../../infra/sandbox/testing';
import type { TestSandbox } from '../../../infra/sandbox/testing';
import { signatureHeader } from '../../../infra/sandbox/webhook';
import { testProvider } from './testing';
import type { TestProvider } from './testing';

let house: TestProvider<TestSandbox>;
beforeAll(async () => {
  house = await testProvider(await startTestSandbox());
});
afterAll(() => house.sandbox.close());

async function told(type: string) {
  const { body, signature } = await house.sandbox.receiver.take(type);
  return { body, signature, event: house.provider.parseWebhook(body, signature) };
}

test('a captured payment is told with amount, order and legs to compare', async () => {
  const { paymentRef, legs } = await house.captured('told');
  expect((await told('payment_intent.succeeded')).event).toMatchObject({
    kind: 'payment',
    payment: {
      paymentRef,
      paymentId: 'told',
      orderId: 'order-told',
      state: 'captured',
      capturedFen: 12_345n,
      currency: 'CNY',
      legs,
      capturedAt: expect.any(Date),
      releaseBy: expect.any(Date),
    },
  });
});

test('refunds, transfers and merchants are told in our words', async () => {
  const { provider, captured } = house;
  const { paymentRef } = await captured('movements');
  const on = { paymentRef, legId: 'movements-1', amountFen: money.fen(700) };
  const release = await provider.release({ ...on, releaseId: 'r1', idempotencyKey: 'movements:r1' });
  const { refundRef } = await provider.refund({ ...on, refundId: 'f1', idempotencyKey: 'movements:f1' });
  expect((await told('transfer.created')).event).toMatchObject({
    kind: 'transfer',
    transferRef: release.ref,
    legId: 'movements-1',
    amountFen: 700n,
  });
  expect((await told('refund.created')).event).toMatchObject({
    kind: 'refund',
    refundRef,
    refundId: 'f1',
    paymentRef,
    state: 'succeeded',
  });
  expect((await told('charge.refunded')).event).toMatchObject({ kind: 'refunded', paymentRef, refundedFen: 700n });
  expect((await told('account.updated')).event).toMatchObject({ kind: 'merchant', merchant: { state: 'open' } });
});

test('a chargeback is told with its payment, from the inquiry on to its end', async () => {
  const { paymentRef } = await house.captured('taken-back');
  const says = (type: string, status: string) => {
    const object = {
      id: 'dp_1',
      object: 'dispute',
      payment_intent: paymentRef,
      amount: 12_345,
      currency: 'cny',
      status,
    };
    const created = Math.floor(Date.now() / 1_000);
    const body = JSON.stringify({ id: 'evt_dp', object: 'event', created, type, data: { object } });
    return house.provider.parseWebhook(Buffer.from(body), signatureHeader(body, webhookSecret, Date.now()));
  };
  const told = { kind: 'dispute', disputeRef: 'dp_1', paymentRef, amountFen: 12_345n };
  expect(says('charge.dispute.created', 'warning_needs_response')).toMatchObject({ ...told, state: 'open' });
  expect(says('charge.dispute.created', 'needs_response')).toMatchObject({ ...told, state: 'open' });
  expect(says('charge.dispute.closed', 'warning_closed')).toMatchObject({ ...told, state: 'won' });
  expect(says('charge.dispute.closed', 'won')).toMatchObject({ ...told, state: 'won' });
  expect(says('charge.dispute.closed', 'lost')).toMatchObject({ ...told, state: 'lost' });
});

test('a payment that is not ours is another matter', async () => {
  const { id } = await house.sandbox.stripe.paymentIntents.create({ amount: 1, currency: 'cny' });
  await house.sandbox.stripe.paymentIntents.cancel(id);
  expect((await told('payment_intent.canceled')).event).toMatchObject({
    kind: 'other',
    type: 'payment_intent.canceled',
  });
});

describe('refuses', () => {
  const body = Buffer.from('{"id":"evt_1","object":"event","type":"ping","created":1,"data":{"object":{}}}');
  const now = new Date('2026-11-23T12:00:00Z');
  const signed = (secondsAgo: number, secret = webhookSecret, bytes = body): string =>
    signatureHeader(bytes.toString(), secret, now.getTime() - secondsAgo * 1_000);
  const flipped = Buffer.from(body.toString().replace('evt_1', 'evt_2'));
  const noise = Buffer.from('not json');
  const crooked = Buffer.from(
    '{"id":"evt_1","object":"event","type":"transfer.created","created":1,"data":{"object":{}}}',
  );

  test.each([
    ['a flipped byte', flipped, signed(0), 'badSignature'],
    ['another secret', body, signed(0, 'whsec_other'), 'badSignature'],
    ['no signature', body, '', 'badSignature'],
    ['nonsense for a signature', body, 't=now,v1=zz', 'badSignature'],
    ['a message of six minutes ago', body, signed(301), 'tooOld'],
    ['signed noise', noise, signed(0, webhookSecret, noise), 'malformed'],
    ['a signed event without its content', crooked, signed(0, webhookSecret, crooked), 'malformed'],
  ])('%s', (_name, bytes, signature, reason) => {
    const parse = (): unknown => house.provider.parseWebhook(bytes, signature, now);
    expect(parse).toThrow(expect.objectContaining({ name: 'WebhookRefused', reason }));
  });

  test('and takes one of just under five minutes', () => {
    expect(house.provider.parseWebhook(body, signed(299), now)).toMatchObject({ kind: 'other', type: 'ping' });
  });
});
