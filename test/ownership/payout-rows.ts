import { randomUUID } from 'node:crypto';
import { householdOf } from './dues-rows';
import { row, type Row } from './table';
import type { World } from './world';

/** Somebody else than whoever asks drew it up. */
const DRAWER = randomUUID();

interface List {
  runId: string;
  batchId: string;
}

/** A list of one debtor that pays nobody: what may be done with it is asked, not what it pays. */
async function list({ shop, offer }: World, state: string, batch: string): Promise<List> {
  const runId = randomUUID();
  await shop.rows(`update settlement.payout_run set state = 'discarded' where state = 'drawn'`);
  const [made] = await shop.rows<{ id: string }>(
    `with run as (
       insert into settlement.payout_run (id, state, business_date, list_hash, items, amount_fen, drawn_by, drawn_at, approved_by)
       values ($1, $2, current_date, $3, 0, 0, $4, now(), case $2 when 'drawn' then null else uuidv7() end) returning id
     )
     insert into settlement.payout_batch (run_id, supplier_id, state, list_hash, instructed_at, filed_at)
     select id, $5, $6, $3, case $6 when 'instructed' then now() end, case $6 when 'instructed' then now() end from run returning id`,
    [runId, state, '0'.repeat(64), DRAWER, offer.supplierId, batch],
  );
  return { runId, batchId: made!.id };
}

const drawn =
  (body?: object): Row['make'] =>
  async (world) => ({ ids: { id: (await list(world, 'drawn', 'drawn')).runId }, ...(body ? { body } : {}) });

const batch =
  (state: string, more: object = {}): Row['make'] =>
  async (world) => ({ ids: { id: (await list(world, 'setAside', state)).batchId }, ...more });

/** One line, so that the list has a hash to be approved by. */
const approvable: Row['make'] = async (world) => {
  const { runId, batchId } = await list(world, 'drawn', 'drawn');
  const payeeId = await world.shop.household(world.offer.supplierId);
  const [hash] = await world.shop.rows<{ hash: string }>(
    `with account as (
       insert into settlement.payee_account (id, payee_kind, payee_id, state, bank_name, number_tail, fingerprint, proposed_at, held_until, decided_at)
       values (uuidv7(), 'household', $1, 'confirmed', '', '0018', '\\x00', now() - interval '1 day', now() - interval '1 day', now()) returning id
     ), item as (
       insert into settlement.payout_item (batch_id, payee_kind, payee_id, purpose, amount_fen, account_id, fingerprint, state, moved_at)
       select $2, 'household', $1, 'share', 1, id, '\\x00', 'drawn', now() from account returning *
     ), batch as (
       select encode(sha256(convert_to(concat_ws('|', id, payee_id, purpose, amount_fen, account_id, encode(fingerprint, 'hex')), 'UTF8')), 'hex') as hash
         from item
     )
     select encode(sha256(convert_to(hash, 'UTF8')), 'hex') as hash from batch`,
    [payeeId, batchId],
  );
  await world.shop.rows('update settlement.payout_run set list_hash = $2 where id = $1', [runId, hash!.hash]);
  return { ids: { id: runId }, body: { hash: hash!.hash } };
};

const account: Row['make'] = async ({ shop, offer }) => {
  await shop.rows(
    `update settlement.payee_account set state = 'cancelled', decided_at = now() where state = 'proposed'`,
  );
  const [made] = await shop.rows<{ id: string }>(
    `insert into settlement.payee_account (id, payee_kind, payee_id, state, bank_name, number_tail, fingerprint, proposed_by, proposed_at, held_until)
     values (uuidv7(), 'organisation', $1, 'proposed', '示例银行', '0018', '\\x00', $2, now(), now() + interval '3 days') returning id`,
    [offer.supplierId, DRAWER],
  );
  return { ids: { id: made!.id }, body: { decision: 'cancel', reason: '不是本人提出' } };
};

/** A card of the farmer's household that somebody else has said. */
const ownCard: Row['make'] = async (world) => {
  const payeeId = await householdOf(world);
  await world.shop.rows(
    `update settlement.payee_account set state = 'cancelled', decided_at = now() where state = 'proposed'`,
  );
  const [made] = await world.shop.rows<{ id: string }>(
    `insert into settlement.payee_account (id, payee_kind, payee_id, state, bank_name, number_tail, fingerprint, proposed_by, proposed_at, held_until)
     values (uuidv7(), 'household', $1, 'proposed', '示例银行', '0018', '\\x00', $2, now(), now() + interval '3 days') returning id`,
    [payeeId, DRAWER],
  );
  return { ids: { id: made!.id }, body: { reason: '不是我要求的' } };
};

/** What somebody else has proposed to put right with the supplier. */
export const adjustment =
  (state: 'proposed' | 'approved' | 'refused', body?: object): Row['make'] =>
  async ({ shop, offer }) => {
    const [made] = await shop.rows<{ id: string }>(
      `insert into settlement.adjustment (id, kind, supplier_id, amount_fen, reason, evidence, state, proposed_by, proposed_at, decided_by, decided_at)
       values (uuidv7(), 'correction', $1, 1, '运费计错', '对账单', $2, $3, now(), case when $2 <> 'proposed' then uuidv7() end,
               case when $2 <> 'proposed' then now() end) returning id`,
      [offer.supplierId, state, DRAWER],
    );
    return { ids: { id: made!.id }, ...(body ? { body } : {}) };
  };
const READ_ADJUSTMENTS = ['supplier', 'auditor', 'operator', 'operatorElsewhere', 'finance'] as const;

/** A run in some state that settles nobody, of a period of its own; with a supplier that could not be settled, where one is wanted. */
const run =
  (state: string, wanted: 'run' | 'shard' = 'run'): Row['make'] =>
  async ({ shop, offer }) => {
    const [made] = await shop.rows<{ run: string; shard: string | null }>(
      `with run as (
         insert into settlement.run (period_end, state, created_at)
         select coalesce(max(period_end), date '2020-01-01') + 1, $1, now() from settlement.run returning id
       ), shard as (
         insert into settlement.shard (run_id, state, suppliers, lines, reason)
         select id, 'failed', 1, 0, 'test' from run where $2 returning id, run_id
       ), member as (
         insert into settlement.shard_supplier (run_id, supplier_id, shard_id, lines) select run_id, $3, id, 0 from shard
       )
       select run.id as run, shard.id as shard from run left join shard on true`,
      [state, wanted === 'shard', offer.supplierId],
    );
    return { ids: { id: made![wanted]! } };
  };
const READ_RUNS = ['auditor', 'auditorElsewhere', 'operator', 'operatorElsewhere', 'finance'] as const;
const steered = (state: string, wanted?: 'shard'): Row['make'] => {
  const make = run(state, wanted);
  return async (world) => ({ ...(await make(world)), body: {} });
};

/** What is paid out is of the whole country: an auditor of a province does not read it. */
export const payoutRows: readonly Row[] = [
  row('GET /settlement/runs/{id}', 'a settlement run', READ_RUNS, run('prepared')),
  row('POST /settlement/runs/{id}/pause', 'a settlement run', ['finance'], steered('prepared')),
  row('POST /settlement/runs/{id}/resume', 'a settlement run', ['finance'], steered('paused')),
  row('POST /settlement/shards/{id}/retry', 'a shard', ['finance'], steered('prepared', 'shard')),
  row('GET /settlement/write-offs/{supplierId}', 'what may be written off', ['finance'], async ({ offer }) => ({
    ids: { supplierId: offer.supplierId },
  })),
  row('GET /settlement/adjustments/{id}', 'an adjustment', [...READ_ADJUSTMENTS], adjustment('approved')),
  row(
    'POST /settlement/adjustments/{id}/decide',
    'an adjustment',
    ['finance'],
    adjustment('proposed', { decision: 'approve', reason: '核对无误' }),
  ),
  row('GET /settlement/payout-runs/{id}', 'a payout list', ['finance'], drawn()),
  row('GET /settlement/payout-runs/{id}/held', 'a payout list', ['finance'], drawn()),
  row('POST /settlement/payout-runs/{id}/approve', 'a payout list', ['finance'], approvable),
  row('POST /settlement/payout-runs/{id}/discard', 'a payout list', ['finance'], drawn({ reason: '金额待核' })),
  row('GET /settlement/payout-batches/{id}/items', 'a payout batch', ['finance'], batch('setAside')),
  row('POST /settlement/payout-batches/{id}/instruct', 'a payout batch', ['finance'], batch('setAside', { body: {} })),
  row(
    'POST /settlement/payout-batches/{id}/discard',
    'a payout batch',
    ['finance'],
    batch('setAside', { body: { reason: '金额待核' } }),
  ),
  row(
    'GET /settlement/payout-batches/{id}/file',
    'a payout batch',
    ['finance'],
    batch('instructed', { query: '?reason=upload' }),
  ),
  row('POST /me/payee-accounts/{id}/cancel', 'a card', ['farmer'], ownCard),
  row('POST /settlement/payee-accounts/{id}/decide', 'an account', ['supplier', 'finance'], account),
];
