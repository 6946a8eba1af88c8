import { z } from 'zod';
import { noSuch } from '../stripe-problem';
import { balanceOf, platform } from '../world';
import { id, listAnswer, listParams, text } from './params';
import { route } from './route';
import type { Route } from './route';

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
    z.strictObject({ ...listParams, type: text.optional(), source: id.optional() }),
    (world, input) => {
      const rows = world.unit
        .list('balanceTransactions')
        .filter((row) => (!input.type || row.type === input.type) && (!input.source || row.source === input.source));
      return listAnswer(rows, input, '/v1/balance_transactions');
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
