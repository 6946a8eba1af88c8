import { statement } from '@xihuo/platform';

/** Numbers and holders are seen only in a transaction that has named what for. */
export const nameAccountPurpose = statement(
  'settlement.name_account_purpose',
  `select set_config('xihuo.purpose', $1, true)`,
);

export interface PayeeRow {
  kind: 'household' | 'organisation';
  id: string;
  name: string;
  /** Who keeps a household's papers; of an organisation itself. */
  supplier_id: string;
}

export const findPayee = statement<PayeeRow>(
  'settlement.find_payee',
  `select 'household' as kind, id, display_name as name, supplier_id from registry.household_v where id = $1
   union all
   select 'organisation', id, name_zh, id from registry.organisation_v where id = $1`,
);

export interface AccountRow {
  id: string;
  payee_kind: 'household' | 'organisation';
  payee_id: string;
  payee_name: string;
  state: 'proposed' | 'confirmed' | 'cancelled' | 'returned';
  bank_name: string;
  cnaps_code: string | null;
  number_tail: string;
  fingerprint: Buffer;
  proposed_by: string | null;
  proposed_at: Date;
  held_until: Date;
  /** Whether its hours are not over. */
  is_held: boolean;
  decided_at: Date | null;
  reason: string | null;
}

const ACCOUNT = `account.id, account.payee_kind, account.payee_id, coalesce(household.display_name, organisation.name_zh) as payee_name,
  account.state, account.bank_name, account.cnaps_code, account.number_tail, account.fingerprint, account.proposed_by, account.proposed_at,
  account.held_until, account.held_until > platform.business_now() as is_held, account.decided_at, account.reason`;
const NAMED = `
     left join registry.household_v household on household.id = account.payee_id
     left join registry.organisation_v organisation on organisation.id = account.payee_id`;

/** All of one payee ($1), newest first; or, where none is named, what waits for a second person or is still held, oldest first. Of one state alone, where it is said. */
export const accountsOfPayee = statement<AccountRow>(
  'settlement.accounts_of_payee',
  `select ${ACCOUNT} from settlement.payee_account account ${NAMED}
    where account.payee_id = $1 and ($2::uuid is null or account.id < $2) and ($4::text is null or account.state = $4)
    order by account.id desc limit $3`,
);

export const waitingAccounts = statement<AccountRow>(
  'settlement.waiting_accounts',
  `select ${ACCOUNT} from settlement.payee_account account ${NAMED}
    where (account.state = 'proposed' or (account.state = 'confirmed' and account.held_until > platform.business_now()))
      and ($1::uuid is null or account.id > $1) and ($3::text is null or account.state = $3) order by account.id limit $2`,
);

export const findAccount = statement<AccountRow>(
  'settlement.find_account',
  `select ${ACCOUNT} from settlement.payee_account account ${NAMED} where account.id = $1`,
);

/** Nothing where another account of the payee waits. */
export const proposeAccount = statement<{ id: string }>(
  'settlement.propose_account',
  `insert into settlement.payee_account (id, payee_kind, payee_id, state, bank_name, cnaps_code, number_tail, fingerprint, proposed_by,
                                         proposed_at, held_until, reason)
   values ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (payee_id) where state = 'proposed' do nothing returning id`,
);

/** Accounts that households were registered with: theirs from then on, held until $6. One that was said meanwhile stands. */
export const insertRegistered = statement(
  'settlement.insert_registered_accounts',
  `insert into settlement.payee_account (id, payee_kind, payee_id, state, bank_name, number_tail, fingerprint, proposed_at, held_until, decided_at)
   select id, 'household', payee_id, 'confirmed', '', tail, fingerprint, $5, $6, $5
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) as card (id, payee_id, tail, fingerprint)`,
);

export const sealAccounts = statement(
  'settlement.seal_accounts',
  `insert into settlement.payee_account_sealed (account_id, number_sealed, holder_sealed)
   select * from unnest($1::uuid[], $2::bytea[], $3::bytea[])`,
);

export const decideAccount = statement<{ id: string }>(
  'settlement.decide_account',
  `update settlement.payee_account set state = $2, decided_by = $3, decided_at = $4, reason = $5
    where id = $1 and state = $6 returning id`,
);

export interface FileRow {
  id: string;
  account_id: string;
  payee_kind: 'household' | 'organisation';
  purpose: 'wage' | 'share' | 'payable';
  amount_fen: bigint;
  bank_name: string;
  cnaps_code: string | null;
  number_sealed: Buffer;
  holder_sealed: Buffer;
}

/** The lines of a batch that money was set aside for, whatever became of them since: a file that is had twice says the same. */
export const linesForBank = statement<FileRow>(
  'settlement.lines_for_bank',
  `select item.id, item.account_id, item.payee_kind, item.purpose, item.amount_fen, account.bank_name, account.cnaps_code,
          sealed.number_sealed, sealed.holder_sealed
     from settlement.payout_item item
     join settlement.payee_account account on account.id = item.account_id
     join settlement.payee_account_sealed sealed on sealed.account_id = account.id
    where item.batch_id = $1 and item.state not in ('drawn', 'voided', 'discarded') and ($2::uuid is null or item.id > $2)
    order by item.id limit $3`,
);

/** What is sealed of one account ($1). */
export const cellsOfAccount = statement<{ number_sealed: Buffer; holder_sealed: Buffer }>(
  'settlement.cells_of_account',
  'select number_sealed, holder_sealed from settlement.payee_account_sealed where account_id = $1',
);

export interface ApprovedRow {
  id: string;
  account_id: string;
  fingerprint: Buffer;
  number_sealed: Buffer | null;
  holder_sealed: Buffer | null;
}

/** The lines of a batch that wait for the bank, with what they were approved by and what is sealed of their accounts. */
export const approvedCells = statement<ApprovedRow>(
  'settlement.approved_cells',
  `select item.id, item.account_id, item.fingerprint, sealed.number_sealed, sealed.holder_sealed
     from settlement.payout_item item
     left join settlement.payee_account_sealed sealed on sealed.account_id = item.account_id
    where item.batch_id = $1 and item.state = 'setAside' and ($2::uuid is null or item.id > $2)
    order by item.id limit $3`,
);

/** Whoever answers for a payee: the people of a household, or the clerks of an organisation. */
export const peopleOfPayees = statement<{ payee_id: string; person_id: string }>(
  'settlement.people_of_payees',
  `select household_id as payee_id, person_id from identity.role_grant_v where role = 'farmer' and household_id = any ($1::uuid[])
    union
   select organisation_id, person_id from identity.role_grant_v where role = 'supplier' and organisation_id = any ($1::uuid[])
    order by payee_id, person_id`,
);
