import { z } from 'zod';
import { billFaults, takeFaults } from '../behaviour';
import type { BalanceTransaction, Charge, Refund } from '../objects';
import { noSuch } from '../stripe-problem';
import { balanceOf, platform } from '../world';
import type { World } from '../world';
import { id, isWithin, listAnswer, listParams, text } from './params';
import { route } from './route';
import type { Route } from './route';

/** A bill that lies about its newest line: leaves it out, has it twice, one fen short, or taken back by the payer's bank. */
function tampered(
  { unit }: World,
  rows: BalanceTransaction[],
  query: Parameters<typeof isWithin>[1],
): BalanceTransaction[] {
  const newest = rows.findLast((row) => isWithin(row, query));
  if (!newest) return rows;
  const faults = takeFaults(unit, 'balance_transactions.list', billFaults);
  const left = faults.dropLine ? rows.filter((row) => row !== newest) : rows;
  const short = { ...newest, amount: newest.amount - Math.sign(newest.amount) };
  return [
    ...left.map((row) => (faults.shortLine && row === newest ? short : row)),
    ...(faults.doubleLine ? [{ ...newest, id: `${newest.id}_again` }] : []),
    ...(faults.adjustment ? [chargeback(newest)] : []),
  ];
}

const chargeback = (line: BalanceTransaction): BalanceTransaction => ({
  ...line,
  id: `${line.id}_back`,
  type: 'adjustment',
  amount: -line.amount,
  net: -line.net,
  source: `dp_${line.source}`,
});

function sourceOf({ unit }: World, { source }: BalanceTransaction): Charge | Refund | object | string {
  const disputed = unit.get('charges', source.replace(/^dp_/, ''));
  if (source.startsWith('dp_') && disputed)
    return { id: source, object: 'dispute', charge: disputed.id, payment_intent: disputed.payment_intent };
  return unit.get('charges', source) ?? unit.get('refunds', source) ?? source;
}

/** What has happened: charges, the bill, the balance and the events. Nothing here changes anything. */
export const recordRoutes: Route[] = [
  route('charges.retrieve', 'GET', '/v1/charges/:id', z.strictObject({}), (world, _input, params) => {
    const charge = world.unit.get('charges', params.id ?? '');
    if (!charge) throw noSuch('charge', params.id ?? '');
    return charge;
  }),
  route('balance.retrieve', 'GET', '/v1/balance', z.strictObject({}), (world) => ({
    object: 'balance',
    livemode: false,
    available: [{ amount: balanceOf(world, platform), currency: 'cny' }],
    pending: [],
  })),
  route(
    'balance_transactions.list',
    'GET',
    '/v1/balance_transactions',
    z.strictObject({
      ...listParams,
      type: text.optional(),
      source: id.optional(),
      expand: z.array(z.literal('data.source')).optional(),
    }),
    (world, input) => {
      const rows = world.unit
        .list('balanceTransactions')
        .filter((row) => (!input.type || row.type === input.type) && (!input.source || row.source === input.source));
      return listAnswer(tampered(world, rows, input), input, '/v1/balance_transactions', (row) =>
        input.expand ? { ...row, source: sourceOf(world, row) } : row,
      );
    },
  ),
  route(
    'events.list',
    'GET',
    '/v1/events',
    z.strictObject({ ...listParams, type: text.optional() }),
    (world, input) => {
      const rows = world.unit.list('events').filter((event) => !input.type || event.type === input.type);
      return listAnswer(rows, input, '/v1/events');
    },
  ),
  route('events.retrieve', 'GET', '/v1/events/:id', z.strictObject({}), (world, _input, params) => {
    const event = world.unit.get('events', params.id ?? '');
    if (!event) throw noSuch('event', params.id ?? '');
    return event;
  }),
];
