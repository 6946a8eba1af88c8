import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import type { Standard } from '../rules/standard';
import { standardFaults } from '../rules/standard/standard-faults';
import { insertStandard } from '../store/application.sql';

/** Publishes a standard. A version that exists stays as it is: what was decided by it must stay readable. */
export async function publishStandard(tx: Tx, standard: Standard): Promise<void> {
  must(tx.actor.kind === 'system', 'people publish a draft that was before the public');
  must(standardFaults(standard.criteria).length === 0, `standard ${standard.version} is sound`);
  const { version, publishedOn, effectiveFrom, criteria, source } = standard;
  await tx.sql(insertStandard, [version, publishedOn, effectiveFrom, JSON.stringify(criteria), source]);
  tx.audit({ action: 'standard.publish', subjectKind: 'standard', subjectId: version });
}
