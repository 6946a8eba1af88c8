import { machines, type ResponseOf } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Policy } from '@xihuo/registry';
import { mayActOnCase, type CaseAction } from '../../rules/watch/may-act';
import type { MeasureRow } from '../measure/measure.sql';
import { actsFor, groundView, measureView, placeOf, type Onlooker } from '../measure/views';
import { EXIT_REQUEST } from './asked-to-leave';
import type { StatementRow, WatchCaseRow } from './case.sql';

/** What a ground costs, and where that stands. */
interface GroundSetting {
  readonly value: Policy<'admission.ground.EXT'>['value'];
  readonly source: string;
}

type CaseView = ResponseOf<'GET /admission/cases/{id}'>;
type CaseEntry = ResponseOf<'GET /admission/cases'>['data'][number];

export function caseEntry(row: WatchCaseRow): CaseEntry {
  return {
    version: row.row_version,
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: placeOf(row),
    productId: row.product_id,
    productName: row.product_name,
    ground: groundView(row.ground),
    summary: { zh: row.summary_zh, en: row.summary_en },
    state: row.state,
    byMachine: row.opened_by.startsWith('system:'),
    bySupplier: row.source_key === EXIT_REQUEST,
    openedAt: row.opened_at.toISOString(),
    foundOn: row.found_on,
    statementUntil: row.statement_until,
    closedAt: row.closed_at?.toISOString() ?? null,
    outcome: row.outcome,
  };
}

export function caseView(
  row: WatchCaseRow,
  {
    statements,
    measures,
    ground,
  }: { statements: readonly StatementRow[]; measures: readonly MeasureRow[]; ground: GroundSetting | undefined },
  onlooker: Onlooker,
): CaseView {
  return {
    ...caseEntry(row),
    groundSource: ground?.source ?? '',
    provided: ground ? providedOf(ground.value) : null,
    earlier: row.earlier,
    proposal:
      row.proposed_kind === null
        ? null
        : {
            kind: row.proposed_kind,
            by: { id: row.proposed_by!, name: row.proposer_name ?? '' },
            at: row.proposed_at!.toISOString(),
            reason: row.proposal_reason!,
            barMonths: row.bar_months,
          },
    statements: statements.map((one) => ({
      id: one.id,
      statement: one.statement,
      files: one.file_ids,
      statedAt: one.stated_at.toISOString(),
    })),
    measures: measures.map((measure) => {
      const { rectification: _, appeal: __, may: ___, ...entry } = measureView(measure, onlooker);
      return entry;
    }),
    may: mayOnCase(row, onlooker),
  };
}

function providedOf({ stages = [], rectificationDays, barMonths }: GroundSetting['value']): CaseView['provided'] {
  return { stages: [...stages], rectificationDays, barMonths };
}

const BY_REVIEWERS: readonly CaseAction[] = ['impose', 'propose', 'drop', 'decide', 'close'];

function mayOnCase(row: WatchCaseRow, { decider, today }: Onlooker): CaseView['may'] {
  const { supplier_id: supplierId, county_code: countyCode, state, participants } = row;
  const matter = { supplierId, countyCode, state, participants, spokenBy: row.spoken_by };
  const may: CaseView['may'] = BY_REVIEWERS.filter((action) => mayActOnCase(action, matter, decider) === null);
  const heard = row.statement_until !== null && row.statement_until >= today;
  const speaks = states.transition(machines.caseStates, state, 'state') !== null;
  return actsFor(decider, supplierId) && heard && speaks ? [...may, 'state'] : may;
}
