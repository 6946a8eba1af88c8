import { statement, type Statement } from '@xihuo/platform';
import type { SupplierKind } from '../../rules/evidence';
import { countiesIn, MEASURE_OF, type RegisterFilter } from '../../rules/register/register-filter';

export interface RegisterRow {
  supplier_id: string;
  name_zh: string;
  name_en: string;
  kind: SupplierKind;
  uscc: string;
  county_code: string;
  county_name: string;
  province_name: string;
  standing: 'certified' | 'warned' | 'rectifying' | 'suspended' | 'exited';
  certified_on: string;
  valid_until: string;
}

export const ENTRY = `standing.supplier_id, supplier.name_zh, supplier.name_en, supplier.kind, supplier.uscc, supplier.county_code,
          county.name as county_name, county.province_name, standing.standing, standing.certified_on, standing.valid_until`;
export const FROM = `from admission.supplier_standing_v standing
     join registry.organisation_v supplier on supplier.id = standing.supplier_id
     join registry.region_v county on county.code = supplier.county_code`;

/** The place of a value among the parameters. */
class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/**
 * One page of the register. Every combination of filters is a statement of its own, so that the planner sees no filter that is
 * not there: a rare name is read from the index of signs, a common one along the suppliers until the page is full.
 */
export function registerPage(
  filter: RegisterFilter,
  after: string | null,
  rows: number,
): { statement: Statement<RegisterRow>; values: unknown[] } {
  const parameters = new Parameters();
  const limit = parameters.add(rows, 'integer');
  const conditions = conditionsOf(filter, parameters);
  if (after !== null) conditions.push(`standing.supplier_id > ${parameters.add(after, 'uuid')}`);
  const where = conditions.length === 0 ? '' : `where ${conditions.join('\n      and ')}`;
  const text = `select ${ENTRY} ${FROM}\n    ${where}\n    order by standing.supplier_id limit ${limit}`;
  return { statement: statement(nameOf(filter, after), text), values: parameters.values };
}

function conditionsOf({ q, province, county, kind, standing }: RegisterFilter, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (q !== undefined) {
    const words = parameters.add(q, 'text');
    conditions.push(`supplier.search_grams @> registry.grams(${words})`);
    conditions.push(`supplier.search_plain like '%' || registry.search_plain(${words}) || '%'`);
  }
  const place = county ?? province;
  if (place !== undefined) {
    const { from, to } = countiesIn(place);
    conditions.push(`supplier.county_code between ${parameters.add(from, 'text')} and ${parameters.add(to, 'text')}`);
  }
  if (kind !== undefined) conditions.push(`supplier.kind = ${parameters.add(kind, 'text')}`);
  if (standing !== undefined) {
    conditions.push(`standing.standing = ${parameters.add(standing, 'text')}`);
    if (standing !== 'certified') {
      conditions.push(`standing.supplier_id in (select supplier_id from admission.measure
             where ended_at is null and kind = ${parameters.add(MEASURE_OF[standing], 'text')})`);
    }
  }
  return conditions;
}

function nameOf({ q, province, county, kind, standing }: RegisterFilter, after: string | null): string {
  const place = county ?? province;
  const given = Object.entries({ q, place, kind, after: after ?? undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  // Asking for a strict standing reads along the measures: another text than asking for everybody in good standing.
  const asked = standing === undefined ? [] : [standing === 'certified' ? 'certified' : 'measured'];
  return ['admission.register', ...given, ...asked].join('_');
}
