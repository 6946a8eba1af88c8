import type { Tx } from '@xihuo/platform';
import type { Standard } from '../rules/standard';
import { insertStandard } from '../store/application.sql';

/** Publishes a standard. A version that exists stays as it is: what was decided by it must stay readable. */
export async function publishStandard(tx: Tx, standard: Standard): Promise<void> {
  const { version, publishedOn, effectiveFrom, criteria, source } = standard;
  await tx.sql(insertStandard, [version, publishedOn, effectiveFrom, JSON.stringify(criteria), source]);
  tx.audit({ action: 'standard.publish', subjectKind: 'standard', subjectId: version });
}
