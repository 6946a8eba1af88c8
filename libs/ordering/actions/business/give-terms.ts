import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { mustBeVersion, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { isPublicBody, LAW, termsFault, type TermSettings, type WantedTerms } from '../../rules/business/terms';
import { lockAccounts } from '../../store/business/account.sql';
import {
  actsFor,
  giveTerms,
  organisationForTerms,
  termsGiven,
  termsHolder,
  termsHolders,
  termsVersion,
  type GivenTermsRow,
  type TermsHolderRow,
} from '../../store/business/terms.sql';
import { wire } from '../../store/business/views';
import { nowOf } from '../../store/clock.sql';
import { acceptanceDays, termsNow } from './account';
import { rowsOf } from './members';

export type AccountView = ResponseOf<'GET /business-accounts/{id}'>;
type AccountSummary = ResponseOf<'GET /business-accounts'>['data'][number];

export interface Given {
  readonly reason: string;
  /** Null where nobody in particular gives them. */
  readonly by: string | null;
  /** As the terms were read; absent where nobody read them before. */
  readonly version?: number;
}

/**
 * Sets how an organisation buys from now on; orders that are made keep their terms. A public buyer's term is never longer than the
 * law allows (保障中小企业款项支付条例 art. 9), a firm's only by contract. Every change stays, with who made it and why.
 *
 * @throws ProblemError NOT_FOUND, TERM_TOO_LONG (extra: mostDays, law), INVALID_INPUT, OWN_ORGANISATION, STALE_VERSION where they have
 *   changed since they were read
 */
export async function setTerms(
  tx: Tx,
  organisationId: string,
  wanted: WantedTerms & { creditLimitFen: bigint },
  { reason, by, version }: Given,
): Promise<void> {
  tx.attempt({ action: 'businessTerms.set', subjectKind: 'organisation', subjectId: organisationId });
  const [organisation] = await tx.sql(organisationForTerms, [organisationId]);
  if (!organisation) throw fail('NOT_FOUND');
  if (by !== null && (await tx.sql(actsFor, [by, organisationId])).length > 0) throw fail('OWN_ORGANISATION');
  const fault = termsFault(wanted, await termSettings(tx, time.businessDate(tx.now)), organisation.uscc);
  if (fault?.code === 'TERM_TOO_LONG')
    throw fail('TERM_TOO_LONG', {
      detail: fault.law!,
      extra: { mostDays: fault.mostDays, law: fault.law },
      errors: [{ pointer: '/termDays', code: fault.code, message: fault.law! }],
    });
  if (fault)
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: POINTERS[fault.code], code: fault.code, message: fault.law ?? fault.code }],
    });
  await tx.sql(lockAccounts, [[organisationId]]);
  const [before] = await tx.sql(termsGiven, [organisationId]);
  await tx.sql(giveTerms, [
    ...[organisationId, wanted.payerKind, wanted.payment, wanted.termDays, wanted.contractReference],
    ...[wanted.creditLimitFen.toString(), tx.now, reason, by],
  ]);
  // Asked after writing: of two who give first terms at once, the second has waited for the first here and nowhere before.
  const [given] = version === undefined ? [] : await tx.sql(termsVersion, [organisationId]);
  if (given && version !== undefined) mustBeVersion(given.version - 1, version);
  tx.auditChange(
    { action: 'businessTerms.set', subjectKind: 'organisation', subjectId: organisationId },
    { before: before ? keptTerms(before) : {}, after: { ...wanted, creditLimitFen: wanted.creditLimitFen.toString() } },
    { reason },
  );
}

const keptTerms = (row: GivenTermsRow) => ({
  ...{ payerKind: row.payer_kind, payment: row.payment, termDays: row.term_days },
  ...{ contractReference: row.contract_reference, creditLimitFen: row.credit_limit_fen.toString() },
});

const POINTERS = {
  CONTRACT_MISSING: '/contractReference',
  DAYS_MISSING: '/termDays',
  PUBLIC_BODY: '/payerKind',
  TERM_TOO_LONG: '/termDays',
} as const;

async function termSettings(where: Database | Tx, day: string): Promise<TermSettings> {
  return {
    publicDays: await policyOn(where, 'purchase.publicTermDays', day),
    publicMostDays: await policyOn(where, 'purchase.publicTermMostDays', day),
    firmDays: await policyOn(where, 'purchase.firmTermDays', day),
    mostDays: await policyOn(where, 'purchase.termMostDays', day),
  };
}

function summaryOf(row: TermsHolderRow, days: number): AccountSummary {
  const { payer_kind, payment, term_days, contract_reference } = row;
  const held = payer_kind && payment ? { payer_kind, payment, term_days, contract_reference } : null;
  return {
    ...{ id: row.id, name: row.name_zh, uscc: row.uscc, terms: held && termsNow(held, days) },
    ...{ creditLimit: wire(row.credit_limit_fen ?? 0n), owed: wire(row.owed_fen), late: wire(row.late_fen) },
    underWay: wire(row.under_way_fen),
  };
}

const givenView = (row: GivenTermsRow): AccountView['history'][number] => ({
  ...{ id: row.id, payerKind: row.payer_kind, payment: row.payment, termDays: row.term_days },
  ...{ contractReference: row.contract_reference, creditLimit: wire(row.credit_limit_fen), reason: row.reason },
  ...{ by: row.set_by_name, at: row.set_at.toISOString() },
});

/** @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function listAccounts(
  database: Database,
  { name, cursor, limit }: InputOf<'GET /business-accounts'>['query'],
): Promise<ResponseOf<'GET /business-accounts'>> {
  const [clock] = await database.read(nowOf, []);
  const today = time.businessDate(clock!.now);
  const days = await acceptanceDays(database, today);
  const rows = await database.read(termsHolders, [today, name ?? null, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => summaryOf(row, days),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function viewAccount(where: Database | Tx, id: string, now: Date): Promise<AccountView> {
  const today = time.businessDate(now);
  const [row] = await rowsOf(where, termsHolder, [today, id]);
  if (!row) throw fail('NOT_FOUND');
  const settings = await termSettings(where, today);
  return {
    ...summaryOf(row, await acceptanceDays(where, today)),
    version: row.version,
    isPublicBody: isPublicBody(row.uscc),
    allowed: machines.buying.PAYER_KINDS.map((payerKind) => ({
      ...{ payerKind, law: LAW[payerKind] },
      ...(payerKind === 'publicBuyer'
        ? { days: settings.publicDays, mostDays: settings.publicMostDays }
        : { days: settings.firmDays, mostDays: settings.mostDays }),
    })),
    history: (await rowsOf(where, termsGiven, [id])).map(givenView),
  };
}
