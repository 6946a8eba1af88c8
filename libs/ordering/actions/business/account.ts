import { fail, type InputOf } from '@xihuo/contract';
import { texts, time } from '@xihuo/kernel';
import { policyOn } from '@xihuo/registry';
import { newId, type Cell, type Database, type Tx, type Vault } from '@xihuo/platform';
import { maskAddress, maskName } from '../../rules/mask';
import { LATE_INTEREST_PER_100K, LAW } from '../../rules/business/terms';
import {
  accountsOf,
  closeSite,
  insertSite,
  membersOf,
  putMember,
  setChain,
  sitesOf,
  type AccountRow,
} from '../../store/business/account.sql';
import type { FrozenTerms } from '../../store/business/purchase.sql';
import { organisationView, type OrganisationView } from '../../store/business/views';
import { actFor, mustHaveDuty, rowsOf } from './members';
import { refuseTakenId } from './refuse-taken-id';

export function siteCell(siteId: string): Cell {
  return { table: 'ordering.delivery_site', row: siteId, column: 'sealed' };
}

/** Days in which goods are accepted: silence after the carrier's word of delivery counts as acceptance. */
export async function acceptanceDays(where: Database | Tx, day: string): Promise<number> {
  return Math.ceil((await policyOn(where, 'fulfilment.autoReceiptAfterDeliveryHours', day)) / 24);
}

/** The terms that would be frozen into an order made now. */
export function termsNow(
  row: Pick<AccountRow, 'payer_kind' | 'payment' | 'term_days' | 'contract_reference'>,
  days: number,
): FrozenTerms {
  return {
    ...{ payerKind: row.payer_kind, payment: row.payment, termDays: row.term_days },
    ...{ contractReference: row.contract_reference, law: LAW[row.payer_kind] },
    ...{ acceptanceDays: days, lateInterestPer100k: LATE_INTEREST_PER_100K },
  };
}

/** The organisations a person acts for, with everything their page shows: as many statements however many they are. */
export async function organisationsFor(
  where: Database | Tx,
  personId: string,
  day: string,
): Promise<OrganisationView[]> {
  const accounts = await rowsOf(where, accountsOf, [personId]);
  const ids = accounts.map((row) => row.organisation_id);
  const members = await rowsOf(where, membersOf, [ids]);
  const sites = await rowsOf(where, sitesOf, [ids]);
  const days = await acceptanceDays(where, day);
  return accounts.map((row) => organisationView({ row, terms: termsNow(row, days), personId, members, sites }));
}

async function viewAfter(tx: Tx, organisationId: string, personId: string): Promise<OrganisationView> {
  const all = await organisationsFor(tx, personId, time.businessDate(tx.now));
  const view = all.find(({ id }) => id === organisationId);
  if (!view) throw fail('NOT_FOUND');
  return view;
}

async function mustManage(tx: Tx, organisationId: string, personId: string, action: string): Promise<void> {
  tx.attempt({ action, subjectKind: 'organisation', subjectId: organisationId });
  mustHaveDuty(await actFor(tx, organisationId, personId), 'manage');
}

/** @throws ProblemError NOT_FOUND also for a person who may not act for it, INVALID_INPUT, DUTY_MISSING */
export async function setMember(
  tx: Tx,
  by: string,
  { id, personId }: InputOf<'PUT /organisations/{id}/members/{personId}'>['params'],
  body: InputOf<'PUT /organisations/{id}/members/{personId}'>['body'],
): Promise<OrganisationView> {
  await mustManage(tx, id, by, 'businessMember.set');
  if (body.duties.includes('approve') !== (body.approvalLevel !== null))
    throw fail('INVALID_INPUT', {
      errors: [
        { pointer: '/approvalLevel', code: 'LEVEL_OF_APPROVERS', message: 'approvers have a level, others none' },
      ],
    });
  // Nobody is left without somebody who may put it right.
  if (personId === by && !body.duties.includes('manage'))
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/duties', code: 'OWN_MANAGING', message: 'another manager takes this duty away' }],
    });
  await putDuties(tx, { organisationId: id, personId, ...body, limitFen: BigInt(body.limit.amount) });
  return viewAfter(tx, id, by);
}

export interface Duties {
  organisationId: string;
  personId: string;
  duties: readonly string[];
  limitFen: bigint;
  approvalLevel: number | null;
}

/** Sets what a member may do. @throws ProblemError NOT_FOUND for whoever holds no grant to act for the organisation */
export async function putDuties(tx: Tx, wanted: Duties): Promise<void> {
  const { organisationId, personId, duties, limitFen, approvalLevel } = wanted;
  const sorted = [...new Set(duties)];
  const [row] = await tx.sql(putMember, [
    ...[organisationId, personId, sorted, limitFen.toString(), approvalLevel, tx.now],
  ]);
  if (!row) throw fail('NOT_FOUND');
  tx.audit({
    action: 'businessMember.set',
    subjectKind: 'organisation',
    subjectId: organisationId,
    after: { personId, duties: sorted, limitFen: limitFen.toString(), approvalLevel },
  });
}

/** Each step begins where the one before does or above. @throws ProblemError INVALID_INPUT, NOT_FOUND, DUTY_MISSING */
export async function setApprovalChain(
  tx: Tx,
  by: string,
  organisationId: string,
  from: readonly { amount: string }[],
): Promise<OrganisationView> {
  await mustManage(tx, organisationId, by, 'approvalChain.set');
  const sums = from.map(({ amount }) => BigInt(amount));
  if (sums.some((sum, index) => index > 0 && sum < sums[index - 1]!))
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/from', code: 'CHAIN_FALLS', message: 'a later step does not begin below an earlier one' }],
    });
  await putChain(tx, organisationId, sums);
  return viewAfter(tx, organisationId, by);
}

export async function putChain(tx: Tx, organisationId: string, sums: readonly bigint[]): Promise<void> {
  await tx.sql(setChain, [organisationId, sums.map(String), tx.now]);
  tx.audit({
    action: 'approvalChain.set',
    subjectKind: 'organisation',
    subjectId: organisationId,
    after: { fromFen: sums.map(String) },
  });
}

type NewSite = InputOf<'POST /organisations/{id}/sites'>['body'];

/** @throws ProblemError REGION_NOT_DELIVERABLE, NOT_FOUND, DUTY_MISSING, INVALID_INPUT where the id is another site's */
export async function addSite(
  tx: Tx,
  vault: Vault,
  by: string,
  organisationId: string,
  body: NewSite,
): Promise<OrganisationView> {
  await mustManage(tx, organisationId, by, 'deliverySite.add');
  await putSite(tx, vault, organisationId, body);
  return viewAfter(tx, organisationId, by);
}

export async function putSite(tx: Tx, vault: Vault, organisationId: string, body: NewSite): Promise<string> {
  const { id = newId(), name, regionCode, address, contact, phone, storage, receivingHours } = body;
  const sealed = vault.seal(siteCell(id), JSON.stringify({ address, name: contact, phone }));
  const masked = { address: maskAddress(address), name: maskName(contact), phone: texts.maskedPhone(phone) };
  const [row] = await tx
    .sql(insertSite, [
      ...[id, organisationId, name, regionCode, sealed, JSON.stringify(masked), storage, receivingHours],
    ])
    .catch(refuseTakenId('delivery_site_pkey', 'site'));
  if (!row) {
    throw fail('REGION_NOT_DELIVERABLE', {
      errors: [{ pointer: '/regionCode', code: 'REGION_NOT_DELIVERABLE', message: 'not deliverable' }],
    });
  }
  tx.audit({
    action: 'deliverySite.add',
    subjectKind: 'organisation',
    subjectId: organisationId,
    after: { siteId: id },
  });
  return id;
}

export async function endSite(tx: Tx, by: string, organisationId: string, siteId: string): Promise<OrganisationView> {
  await mustManage(tx, organisationId, by, 'deliverySite.close');
  const [row] = await tx.sql(closeSite, [siteId, organisationId, tx.now]);
  if (!row) throw fail('NOT_FOUND');
  tx.audit({ action: 'deliverySite.close', subjectKind: 'organisation', subjectId: organisationId, after: { siteId } });
  return viewAfter(tx, organisationId, by);
}
