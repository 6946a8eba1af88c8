import { machines } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { assess, blockingFaults } from '../rules/assess';
import { yearsLater } from '../rules/years-later';
import {
  certifyApplications as certifyRows,
  lockApplications,
  standardOfVersion,
  type ApplicationRow,
} from '../store/application.sql';
import { standardOf } from './submit-applications';

/** The way from submission to certification, for an application that the standard sends through no city or province. */
const WAY = ['recommend', 'startReview', 'publish', 'certify'] as const;

/**
 * Admits applications on behalf of everybody who would have to agree, for data that was agreed elsewhere: the evidence is
 * judged again by the standard it was submitted under, and one with a blocking fault is refused.
 *
 * @throws InvariantError where an application has a blocking fault or is not waiting
 */
export async function certifyApplications(
  tx: Tx,
  { ids, reason }: { ids: readonly string[]; reason: string },
): Promise<void> {
  must(tx.actor.kind === 'system', 'people decide one application at a time');
  const today = time.businessDate(tx.now);
  for (const row of await tx.sql(lockApplications, [ids])) await mustBeAdmissible(tx, row, today);
  const years = await policyOn(tx, 'admission.validYears', today);
  const certified = await tx.sql(certifyRows, [
    ids,
    tx.now,
    `system:${tx.actor.name}`,
    reason,
    today,
    yearsLater(today, years),
    ['submitted'],
  ]);
  must(certified.length === ids.length, 'every application was waiting');
  for (const id of ids) tx.audit({ action: 'application.certify', subjectKind: 'application', subjectId: id });
}

async function mustBeAdmissible(tx: Tx, row: ApplicationRow, today: string): Promise<void> {
  const end = WAY.reduce<machines.ApplicationState | null>(
    (state, event) => state && states.transition(machines.applicationStates, state, event),
    row.state as machines.ApplicationState,
  );
  must(end === 'certified', `application ${row.id} cannot be certified from ${row.state}`);
  const [standard] = await tx.sql(standardOfVersion, [row.standard_version]);
  must(standard, 'an application names its standard');
  const faults = blockingFaults(assess(standardOf(standard), row.evidence, today));
  must(faults.length === 0, `application ${row.id} fails ${faults.map(({ criterion }) => criterion).join(', ')}`);
}
