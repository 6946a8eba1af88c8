import { z } from 'zod';
import { makeId } from '../objects';
import type { Reversal, Transfer } from '../objects';
import { invalidRequest, noSuch } from '../stripe-problem';
import { addToBalance, balanceOf, bookOnBill, emit, platform, seconds } from '../world';
import type { World } from '../world';
import { accountOf } from './accounts';
import { currency, fen, id, listAnswer, listParams, metadata, text } from './params';
import { route } from './route';
import type { Route } from './route';

const createParams = z.strictObject({
  amount: fen,
  currency,
  destination: id,
  source_transaction: id.optional(),
  transfer_group: id.optional(),
  description: text.optional(),
  metadata: metadata.default({}),
});
type CreateParams = z.infer<typeof createParams>;

function create(world: World, input: CreateParams): object {
  const account = accountOf(world, input.destination, 'destination');
  if (account.capabilities.transfers !== 'active') {
    throw invalidRequest('Your destination account needs to have the transfers capability enabled.', {
      code: 'insufficient_capabilities_for_transfer',
    });
  }
  const group = input.source_transaction
    ? groupFromSource(world, input, input.source_transaction)
    : input.transfer_group;
  const transferId = makeId('tr');
  if (!input.source_transaction) requireFunds(world, platform, input.amount);
  const transfer: Transfer = world.unit.put('transfers', {
    id: transferId,
    object: 'transfer',
    amount: input.amount,
    amount_reversed: 0,
    reversed: false,
    currency: input.currency,
    destination: account.id,
    source_transaction: input.source_transaction ?? null,
    transfer_group: group ?? null,
    description: input.description ?? null,
    created: seconds(world),
    livemode: false,
    metadata: input.metadata,
    balance_transaction: bookOnBill(world, 'transfer', -input.amount, transferId),
  });
  addToBalance(world, account.id, input.amount);
  emit(world, 'transfer.created', transfer);
  return shown(world, transfer);
}

/** A charge pays for its own transfers, never for another buyer's. */
function groupFromSource(world: World, input: CreateParams, chargeId: string): string | undefined {
  const charge = world.unit.get('charges', chargeId);
  if (!charge) throw noSuch('charge', chargeId, 'source_transaction');
  const gone = world.unit
    .find('transfers', chargeId)
    .filter((transfer) => transfer.source_transaction === chargeId)
    .reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0);
  if (gone + input.amount > charge.amount) {
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${charge.amount}. ${gone} has been transferred.`,
      { param: 'amount' },
    );
  }
  if (input.transfer_group && charge.transfer_group && input.transfer_group !== charge.transfer_group)
    throw invalidRequest('The transfer_group differs from that of the source charge.', {
      param: 'transfer_group',
    });
  return charge.transfer_group ?? input.transfer_group;
}

function requireFunds(world: World, owner: string, amount: number): void {
  if (balanceOf(world, owner) < amount)
    throw invalidRequest('Insufficient funds in the account.', { code: 'balance_insufficient' });
}

function reverse(
  world: World,
  transferId: string,
  amount: number | undefined,
  given: Record<string, string>,
): Reversal {
  const transfer = transferOf(world, transferId);
  const left = transfer.amount - transfer.amount_reversed;
  const reversed = amount ?? left;
  if (reversed < 1 || reversed > left)
    throw invalidRequest(`Reversal amount (${reversed}) is greater than what is left of the transfer (${left}).`, {
      param: 'amount',
    });
  requireFunds(world, transfer.destination, reversed);
  addToBalance(world, transfer.destination, -reversed);
  const reversalId = makeId('trr');
  const reversal: Reversal = world.unit.put('reversals', {
    id: reversalId,
    object: 'transfer_reversal',
    amount: reversed,
    currency: transfer.currency,
    transfer: transfer.id,
    created: seconds(world),
    metadata: given,
    balance_transaction: bookOnBill(world, 'transfer_refund', reversed, reversalId),
  });
  const after = world.unit.put('transfers', {
    ...transfer,
    amount_reversed: transfer.amount_reversed + reversed,
    reversed: reversed === left,
  });
  emit(world, 'transfer.reversed', after);
  return reversal;
}

function transferOf(world: World, transferId: string): Transfer {
  const transfer = world.unit.get('transfers', transferId);
  if (!transfer) throw noSuch('transfer', transferId);
  return transfer;
}

function shown(world: World, transfer: Transfer): object {
  const url = `/v1/transfers/${transfer.id}/reversals`;
  return {
    ...transfer,
    reversals: listAnswer(world.unit.find('reversals', transfer.id), { limit: 10 }, url),
  };
}

const filters = { transfer_group: id.optional(), destination: id.optional() };

function list(
  world: World,
  input: { transfer_group?: string | undefined; destination?: string | undefined; limit: number },
): object {
  const key = input.transfer_group ?? input.destination;
  const rows = (key ? world.unit.find('transfers', key) : world.unit.list('transfers')).filter(
    (transfer) =>
      (!input.transfer_group || transfer.transfer_group === input.transfer_group) &&
      (!input.destination || transfer.destination === input.destination),
  );
  return listAnswer(rows, input, '/v1/transfers');
}

export const transferRoutes: Route[] = [
  route('transfers.create', 'POST', '/v1/transfers', createParams, create),
  route('transfers.list', 'GET', '/v1/transfers', z.strictObject({ ...listParams, ...filters }), list),
  route('transfers.retrieve', 'GET', '/v1/transfers/:id', z.strictObject({}), (world, _input, params) =>
    shown(world, transferOf(world, params.id ?? '')),
  ),
  route(
    'transfers.reverse',
    'POST',
    '/v1/transfers/:id/reversals',
    z.strictObject({ amount: fen.optional(), description: text.optional(), metadata: metadata.default({}) }),
    (world, input, params) => reverse(world, params.id ?? '', input.amount, input.metadata),
  ),
  route(
    'transfers.list_reversals',
    'GET',
    '/v1/transfers/:id/reversals',
    z.strictObject(listParams),
    (world, input, params) => {
      const transfer = transferOf(world, params.id ?? '');
      return listAnswer(world.unit.find('reversals', transfer.id), input, `/v1/transfers/${transfer.id}/reversals`);
    },
  ),
];
