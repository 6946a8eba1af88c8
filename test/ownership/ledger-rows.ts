import { row, type Row } from './table';

/** Accounts of suppliers and households are for finance and for auditors of the whole country; ours are for both. */
const OURS = ['finance', 'auditor', 'auditorElsewhere'] as const;

const account =
  (code: string): Row['make'] =>
  async ({ shop }) => {
    const [found] = await shop.rows<{ id: string }>('select id from ledger.account where code = $1 limit 1', [code]);
    return { ids: { id: found!.id } };
  };

const group =
  (code: string): Row['make'] =>
  async ({ shop }) => {
    const [found] = await shop.rows<{ group_id: string }>(
      'select group_id from ledger.transfer join ledger.account on account.id = debit_account where account.code = $1 limit 1',
      [code],
    );
    return { ids: { id: found!.group_id } };
  };

export const ledgerRows: readonly Row[] = [
  row('GET /ledger/accounts/{id}', 'the clearing account', OURS, account('orderClearing')),
  row('GET /ledger/accounts/{id}', "a supplier's account", ['finance'], account('supplierPayable')),
  row('GET /ledger/accounts/{id}/entries', 'the clearing account', OURS, account('orderClearing')),
  row('GET /ledger/accounts/{id}/entries', "a supplier's account", ['finance'], account('supplierPayable')),
  row('GET /ledger/groups/{id}', 'a captured payment', OURS, group('institution')),
  row('GET /ledger/groups/{id}', 'a settled order', ['finance'], group('orderClearing')),
];
