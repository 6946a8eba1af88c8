import { machines } from '@xihuo/contract';
import type { states } from '@xihuo/kernel';
import { openField, type Field } from '@xihuo/testing';

/**
 * What the tables of states say and what the database takes are the same list: a state that only one of them knows would be
 * refused at the worst moment, or kept without anybody who leads out of it.
 */
const KEPT_IN: Record<string, states.StateTable<string, string>> = {
  application: machines.applicationStates,
  review: machines.reviewStates,
  inspection: machines.inspectionStates,
  public_notice: machines.publicNoticeStates,
  objection: machines.objectionStates,
  standard_draft: machines.standardStates,
  mandate: machines.mandateStates,
  product_dossier: machines.dossierStates,
  recognition: machines.recognitionStates,
  catalogue_edition: machines.editionStates,
  watch_case: machines.caseStates,
  measure: machines.measureStates,
  rectification: machines.rectificationStates,
  appeal: machines.appealStates,
  certificate: machines.certificateStates,
  recheck: machines.recheckStates,
  spot_check_plan: machines.spotCheckPlanStates,
  spot_check_sample: machines.sampleStates,
  exit_procedure: machines.exitStates,
  exit_step: machines.exitStepStates,
};

/** What other systems report has their states, not a machine of ours. */
const REPORTED = ['merchant_state'];

let field: Field;
beforeAll(async () => {
  field = await openField();
});
afterAll(() => field?.close());

interface Kept {
  name: string;
  /** Of the check that lists the states and says nothing else. */
  taken: string[];
  begins: string | null;
}

const columns = () =>
  field.rows<Kept>(
    `select class.relname as name, pg_get_expr(adbin, adrelid) as begins,
            (select array_agg(quoted[1] order by quoted[1])
               from pg_constraint, regexp_matches(pg_get_constraintdef(pg_constraint.oid), '''(\\w+)''::text', 'g') as quoted
              where conrelid = class.oid and contype = 'c' and conkey = array[attribute.attnum]) as taken
       from pg_attribute attribute
       join pg_class class on class.oid = attrelid and relkind = 'r' and relnamespace = 'admission'::regnamespace
       left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attname = 'state' and not class.relispartition
      order by class.relname`,
  );

test('every table that keeps a state takes exactly those of its machine, and begins where the machine does', async () => {
  const found = (await columns()).filter(({ name }) => !REPORTED.includes(name));
  expect(found.map(({ name, taken }) => [name, taken])).toEqual(
    Object.entries(KEPT_IN)
      .map(([name, { table }]) => [name, Object.keys(table).sort()])
      .sort(),
  );
  const begun = found.filter(({ begins }) => begins !== null);
  expect(begun.map(({ name, begins }) => [name, begins])).toEqual(
    begun.map(({ name }) => [name, `'${KEPT_IN[name]!.initial}'::text`]),
  );
});
