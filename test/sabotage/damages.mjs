/**
 * Known damages: each is what a hurried change could do, and each must make a test fail. `find` stands in `file` exactly
 * once, so that a list that no longer fits the code is noticed; `tests` are the checks expected to catch it.
 *
 * @typedef {{ name: string, file: string, find: string, replace: string, tests: string[] }} Damage
 *
 * @type {Damage[]}
 */
export const damages = [
  {
    name: 'flipped sign in a split: a refund takes the shares a second time',
    file: 'libs/kernel/money.ts',
    find: 'fen(-share)]',
    replace: 'fen(share)]',
    tests: ['libs/kernel/money.test.ts'],
  },
  {
    name: 'flipped sign in the funding of debts: a cell of the split is taken instead of given',
    file: 'libs/benefit/store/fund.sql.ts',
    find: 'select pool, given.id as source_id, taken.id as debt_id, div(',
    replace: 'select pool, given.id as source_id, taken.id as debt_id, -div(',
    tests: ['libs/benefit/store/fund.db.test.ts'],
  },
  {
    name: 'dropped idempotency index: one key may keep two answers',
    file: 'infra/database/migrations/0002_platform.sql',
    find: 'key_hash bytea primary key check (length(key_hash) = 32),\n  route text',
    replace: 'key_hash bytea not null check (length(key_hash) = 32),\n  route text',
    tests: ['libs/platform/database/idempotency.db.test.ts'],
  },
  {
    name: 'removed ownership check: any token opens any order',
    file: 'libs/ordering/store/order.sql.ts',
    find: '(customer_order.organisation_id is not null or customer_order.person_id = $2 or customer_order.token_hash = $3)',
    replace: '(customer_order.organisation_id is not null or $2::uuid is null or $3::bytea is null or true)',
    tests: ['libs/ordering/actions/ownership.db.test.ts'],
  },
  {
    name: "removed ownership check: a supplier reads another's order and address",
    file: 'libs/ordering/store/order.sql.ts',
    find: 'where supplier_order.id = $1 and supplier_order.supplier_id = any ($2::uuid[])',
    replace: 'where supplier_order.id = $1 and cardinality($2::uuid[]) >= 0',
    tests: ['libs/ordering/actions/ownership.db.test.ts'],
  },
  {
    name: "removed ownership check: a supplier reads another's statement",
    file: 'libs/settlement/store/statement.sql.ts',
    find: '($1::boolean or statement.supplier_id = any ($2::uuid[])',
    replace: '($1::boolean or cardinality($2::uuid[]) >= 0',
    tests: ['libs/settlement/actions/run-settlement.db.test.ts'],
  },
  {
    name: 'skipped webhook signature: whoever posts is believed',
    file: 'libs/payment/provider/stripe-webhook.ts',
    find: 'stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceS, undefined, receivedAt?.getTime())',
    replace: 'JSON.parse(rawBody.toString()) as Stripe.Event',
    tests: ['libs/payment/provider/webhook.test.ts'],
  },
  {
    name: 'outbox row not written: the event is lost although the work was kept',
    file: 'libs/platform/database/command.ts',
    find: 'await flush(tx);\n      return { view };',
    replace: 'return { view };',
    tests: ['libs/platform/database/command.db.test.ts'],
  },
  {
    name: 'outbox rows of a batch not written: orders placed in a rush are heard of by nobody',
    file: 'libs/platform/database/command-batch.ts',
    find: 'await keepAnswers(tx, kept);\n  await flush(tx);',
    replace: 'await keepAnswers(tx, kept);',
    tests: ['libs/platform/database/command-batch.db.test.ts'],
  },
  {
    name: 'a delivery is rounded down instead of to the nearest fen',
    file: 'libs/benefit/rules/obligation.ts',
    find: '(grams * fenPerKg + GRAMS_PER_KG / 2n) / GRAMS_PER_KG',
    replace: '(grams * fenPerKg) / GRAMS_PER_KG',
    tests: ['libs/benefit/rules/obligation.test.ts'],
  },
  {
    name: 'four eyes removed: whoever draws a payout list approves it',
    file: 'libs/settlement/actions/payout/decide-list.ts',
    find: "if (run.drawn_by === approver) throw fail('FOUR_EYES');",
    replace: '',
    tests: ['libs/settlement/actions/payout/payout-list.db.test.ts'],
  },
  {
    name: 'hash check altered: a payout list that was changed since it was drawn is approved',
    file: 'libs/settlement/actions/payout/decide-list.ts',
    find: 'hash !== run.list_hash || again.hash !== run.list_hash || again.moved > 0',
    replace: 'hash !== run.list_hash',
    tests: ['libs/settlement/actions/payout/payout-list.db.test.ts'],
  },
  {
    name: 'what a bank sent back is due to nobody again',
    file: 'libs/settlement/actions/payout/import-results.ts',
    find: 'await tx.sql(freeDues, [ids]);',
    replace: 'await tx.sql(freeDues, [ids.slice(ids.length)]);',
    tests: ['libs/settlement/actions/payout/payout-list.db.test.ts'],
  },
  {
    name: 'the hours of a new account skipped: it is paid to at once',
    file: 'libs/settlement/actions/payout/payee-accounts.ts',
    find: 'new Date(tx.now.getTime() + hours * HOUR)',
    replace: 'new Date(tx.now.getTime() + 0 * hours * HOUR)',
    tests: ['libs/settlement/actions/payout/held-back.db.test.ts'],
  },
  {
    name: 'a supplier that owes households is paid',
    file: 'libs/settlement/store/payout/draw.sql.ts',
    find: "when due.purpose = 'payable' and coalesce(debt.balance_fen, 0) > 0 then 'owesHouseholds'",
    replace: "when due.purpose = 'payable' and coalesce(debt.balance_fen, 0) < 0 then 'owesHouseholds'",
    tests: ['libs/settlement/actions/payout/held-back.db.test.ts'],
  },
  {
    name: 'a line settled twice: what earlier runs took of it is not taken off',
    file: 'libs/settlement/store/run.sql.ts',
    find: 'line.amount_fen - kept.fen - before.fen - refund.fen as fen',
    replace: 'line.amount_fen - kept.fen - 0 * before.fen - refund.fen as fen',
    tests: ['libs/settlement/actions/settle-disputed.db.test.ts'],
  },
  {
    name: "a fee's date ignored: it is that of the day of the run",
    file: 'libs/settlement/store/run.sql.ts',
    find: "(line.placed_at at time zone 'Asia/Shanghai')::date",
    replace: '$2::date',
    tests: ['libs/settlement/actions/run-settlement.db.test.ts'],
  },
  {
    name: 'share rounding: the fen that are left over go to nobody',
    file: 'libs/benefit/store/fund.sql.ts',
    find: 'from (select source_id, debt_id, amount from cell union all select source_id, debt_id, amount from overlap) piece',
    replace: 'from (select source_id, debt_id, amount from cell) piece',
    tests: ['libs/benefit/store/fund.db.test.ts'],
  },
  {
    name: "a bank's sum is not compared: it may have paid another one",
    file: 'libs/settlement/actions/payout/import-results.ts',
    find: 'BigInt(row.amount) !== item.amount_fen',
    replace: 'BigInt(row.amount) < 0n',
    tests: ['libs/settlement/actions/payout/payout-list.db.test.ts'],
  },
  {
    name: "removed ownership check: a household reads another's payouts",
    file: 'libs/settlement/actions/payout/view-own-payouts.ts',
    find: 'household === undefined ? own : own.filter((id) => id === household)',
    replace: 'household === undefined ? own : [household]',
    tests: ['libs/settlement/actions/payout/own-payouts.db.test.ts'],
  },
  {
    name: 'the audit chain is not followed: an entry may be written anew',
    file: 'infra/verify/chain.mjs',
    find: "=== position &&\n        link.previousHash === previous.toString('hex') &&\n        link.hash === hash.toString('hex'),",
    replace: '=== position,',
    tests: ['infra/verify/verify.db.test.ts'],
  },
];
