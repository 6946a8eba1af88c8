import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { badInput, type PlacedOrder } from '@xihuo/testing';
import { signatureHeader } from '../../../infra/sandbox/webhook';
import { contexts } from '../contexts';

/** Messages that claim to be the payment provider's. */

const json = (more: Record<string, string> = {}) => ({ 'content-type': 'application/json', ...more });

let at: badInput.Target;
let unpaid: PlacedOrder;

beforeAll(async () => {
  at = await badInput.openTarget(contexts);
  unpaid = await at.shop.placedOrder({ offer: await at.shop.offer() });
});
afterAll(() => at?.close());

describe('a webhook', () => {
  /** What the provider would say of `unpaid`, had it been paid in full. */
  const event = (more: object = {}) =>
    JSON.stringify({
      id: `evt_${randomUUID()}`,
      object: 'event',
      type: 'payment_intent.succeeded',
      created: 1_700_000_000,
      data: {
        object: {
          id: 'pi_forged',
          object: 'payment_intent',
          amount: Number(money.fromWire(unpaid.amount)),
          amount_received: Number(money.fromWire(unpaid.amount)),
          currency: 'cny',
          status: 'succeeded',
          metadata: { payment_id: unpaid.id, order_id: unpaid.id },
        },
      },
      ...more,
    });
  const sign = (body: string, { secret = at.sandbox.webhookSecret, ageS = 0 } = {}) =>
    signatureHeader(body, secret, Date.now() - ageS * 1_000);
  const to = (body: string, signature?: string): badInput.Bad => ({
    path: '/webhooks/stripe',
    body,
    headers: json(signature === undefined ? {} : { 'stripe-signature': signature }),
  });

  test.each<[string, (body: string) => badInput.Bad]>([
    ['without a signature', (body) => to(body)],
    ['with an empty one', (body) => to(body, '')],
    ['with nonsense for one', (body) => to(body, 't=now,v1=zz')],
    ['changed after it was signed', (body) => to(body.replace('succeeded', 'processing'), sign(body))],
    ['with one space more than was signed', (body) => to(`${body} `, sign(body))],
    [
      'with a changed signature',
      (body) =>
        to(
          body,
          sign(body).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        ),
    ],
    [
      'with a younger time than was signed',
      (body) => to(body, sign(body, { ageS: 400 }).replace(/t=\d+/, `t=${Math.floor(Date.now() / 1_000)}`)),
    ],
    ['of six minutes ago', (body) => to(body, sign(body, { ageS: 360 }))],
    ['signed by another', (body) => to(body, sign(body, { secret: 'whsec_other' }))],
    ['signed in another scheme', (body) => to(body, sign(body).replace('v1=', 'v0='))],
  ])('%s', (_name, asked) => at.refused(asked(event()), 400, 'WEBHOOK_SIGNATURE'));

  test('signed, but not JSON', () => at.refused(to('paid!', sign('paid!')), 400, 'MALFORMED_JSON'));
  test('signed, but of a shape nobody knows', () => {
    const body = event({ data: { object: {} }, type: 'transfer.created' });
    return at.refused(to(body, sign(body)), 400, 'WEBHOOK_SIGNATURE');
  });
  test('signed, but ten megabytes', () => {
    const body = event({ padding: 'x'.repeat(10 * 1024 * 1024) });
    return at.refused(to(body, sign(body)), 413, 'BODY_TOO_LARGE');
  });

  test('signed is taken once, however often it comes', async () => {
    const body = event({ type: 'customer.created' });
    const tell = () => at.guest.ask('POST', '/webhooks/stripe', body, json({ 'stripe-signature': sign(body) }));
    expect((await tell()).status).toBe(200);
    const before = await at.shop.count('select count(*) from payment.inbox');
    expect((await tell()).status).toBe(200);
    expect(await at.shop.count('select count(*) from payment.inbox')).toBe(before);
  });
});
