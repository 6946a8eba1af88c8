import { fail, type machines } from '@xihuo/contract';
import type { Database, Statement, Tx } from '@xihuo/platform';
import { memberOf, type MemberRow } from '../../store/business/account.sql';

type Reader = Pick<Database, 'read'> | Tx;

/** Reads on its own or inside the transaction that changes it. */
export function rowsOf<Row>(where: Reader, wanted: Statement<Row>, values: unknown[]): Promise<Row[]> {
  return 'sql' in where ? where.sql(wanted, values) : where.read(wanted, values);
}

/** What a person may do for an organisation. Nobody's organisation and not one's own are the same answer: NOT_FOUND. */
export async function actFor(where: Reader, organisationId: string, personId: string): Promise<MemberRow> {
  const [member] = await rowsOf(where, memberOf, [organisationId, personId]);
  if (!member) throw fail('NOT_FOUND');
  return member;
}

/** @throws ProblemError DUTY_MISSING (extra: duty) */
export function mustHaveDuty(
  member: { readonly duties: readonly machines.buying.Duty[] },
  duty: machines.buying.Duty,
): void {
  if (!member.duties.includes(duty)) throw fail('DUTY_MISSING', { extra: { duty } });
}
