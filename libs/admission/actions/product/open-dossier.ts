import { fail } from '@xihuo/contract';
import { must, type ProblemError } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import {
  dossierRefusal,
  ownSuppliers,
  type DossierAction,
  type DossierMatter,
  type DossierRefusal,
} from '../../rules/product/may-decide';
import { lockDossier, type DossierFileRow, type DossierRow } from '../../store/product/dossier.sql';

/** A dossier, locked, with somebody who may take the step with it. */
export interface OpenDossier {
  readonly row: DossierFileRow;
  readonly decider: Decider;
}

/**
 * Locks a dossier for a step and refuses whoever may not take it: who it is comes first, then whether what they read still
 * stands, then whether it is the time for it. The attempt is on the record either way.
 *
 * @throws ProblemError NOT_FOUND, FORBIDDEN, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP, SUPPLIER_NOT_IN_STANDING
 */
export async function openDossier(
  tx: Tx,
  { id, action, version }: { id: string; action: DossierAction; version: number },
): Promise<OpenDossier> {
  tx.attempt({ action: `dossier.${action}`, subjectKind: 'dossier', subjectId: id });
  must(tx.actor.kind === 'person', 'people decide on a dossier');
  const decider: Decider = { personId: tx.actor.personId, grants: tx.actor.grants };
  const [row] = await tx.sql(lockDossier, [id]);
  if (!row) throw fail('NOT_FOUND');
  const refusal = dossierRefusal(action, dossierMatter(row), decider);
  const ofTheStep = refusal === 'NOT_AT_THIS_STEP' || refusal === 'SUPPLIER_NOT_CERTIFIED';
  if (refusal !== null && !ofTheStep) throw refused(refusal, row, decider);
  mustBeVersion(row.row_version, version);
  if (refusal !== null) throw refused(refusal, row, decider);
  return { row, decider };
}

export function dossierMatter(row: DossierRow): DossierMatter {
  return {
    state: row.state,
    supplierId: row.supplier_id,
    countyCode: row.county_code,
    submittedBy: row.submitted_by,
    inStanding: row.certified,
  };
}

function refused(refusal: DossierRefusal, row: DossierRow, decider: Decider): ProblemError {
  switch (refusal) {
    case 'NOT_YOUR_PART':
      return fail(sees(row, decider) ? 'FORBIDDEN' : 'NOT_FOUND');
    case 'NOT_AT_THIS_STEP':
      return fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
    case 'SUPPLIER_NOT_CERTIFIED':
      return fail('SUPPLIER_NOT_IN_STANDING');
    default:
      return fail('FOUR_EYES', { extra: { why: refusal } });
  }
}

/** What lies outside of jurisdiction and ownership does not exist for the caller. */
export function sees(row: { county_code: string; supplier_id: string }, decider: Decider): boolean {
  const inJurisdiction = countyPatterns(decider.grants).some((pattern) =>
    row.county_code.startsWith(pattern.slice(0, -1)),
  );
  return inJurisdiction || ownSuppliers(decider).includes(row.supplier_id);
}
