import type { machines } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { MESSAGES } from '../../rules/watch/messages';
import { cancelRectifications } from '../../store/measure/rectification.sql';
import { endMeasures, machineMeasuresOfCases } from '../../store/measure/measure.sql';
import { closeCuredCases, openCaseBySource } from '../../store/watch/case.sql';
import type { ReviewKit } from '../review/review-kit';
import { tellSuppliers } from '../watch/tell';
import { tellTraders } from '../watch/tell-traders';

/** What opened these cases is cured: what machines imposed ends, and a case with nothing more in force is closed. */
export async function cure(tx: Tx, kit: ReviewKit, caseIds: readonly string[], reason: string): Promise<void> {
  if (caseIds.length === 0) return;
  const ids = (await tx.sql(machineMeasuresOfCases, [caseIds])).map(({ id }) => id);
  await end(tx, kit, { ids, event: 'lift', by: 'system:watching', reason });
  for (const { id } of await tx.sql(closeCuredCases, [caseIds, tx.now, reason])) {
    tx.audit({ action: 'case.close', subjectKind: 'case', subjectId: id, after: { outcome: reason } });
  }
}

const STATES = { lift: 'lifted', expire: 'expired', annul: 'annulled', replace: 'replaced' } as const satisfies Record<
  string,
  machines.MeasureState
>;

interface Ending {
  readonly ids: readonly string[];
  readonly event: keyof typeof STATES;
  readonly by: string;
  readonly reason: string;
  /** Where what takes its place tells it. */
  readonly untold?: boolean;
}

/** Ends measures that are in force; one that has ended stays as it ended. Whoever is concerned hears of it. */
export async function end(tx: Tx, kit: ReviewKit, { ids, event, by, reason, untold = false }: Ending): Promise<void> {
  if (ids.length === 0) return;
  const ended = await tx.sql(endMeasures, [ids, STATES[event], tx.now, by, reason]);
  await tx.sql(cancelRectifications, [ended.map(({ id }) => id)]);
  for (const { id, kind, supplier_id: supplierId } of ended) {
    tx.audit({
      action: `measure.${event}`,
      subjectKind: 'supplier',
      subjectId: supplierId,
      before: { state: 'inForce' },
      after: { state: STATES[event], measureId: id, kind, reason },
    });
  }
  if (untold) return;
  await tellTraders(tx, kit, ended, 'ended');
  await tellSuppliers(
    tx,
    kit,
    ended.map(({ id, kind, supplier_id: supplierId }) => ({
      ...{ supplierId, key: `measure.ended:${id}`, county: true },
      message: (supplier: string) => MESSAGES.ended({ supplier, kind, reason: { zh: reason, en: reason } }),
    })),
  );
}

/** Ends what machines did about one finding, now that it is no longer so. */
export async function cureSource(
  tx: Tx,
  kit: ReviewKit,
  { supplierId, sourceKey }: { supplierId: string; sourceKey: string },
  reason: string,
): Promise<void> {
  const cases = await tx.sql(openCaseBySource, [supplierId, sourceKey]);
  const ids = cases.map(({ id }) => id);
  await cure(tx, kit, ids, reason);
}
