import { must } from '@xihuo/kernel';
import { statement, type Statement } from '@xihuo/platform';
import type { SupplierKind } from '../../rules/evidence';
import {
  countiesIn,
  isCode,
  isRegisterId,
  MEASURE_OF,
  STRICTER,
  type RegisterFilter,
} from '../../rules/register/register-filter';

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
  may_sell: boolean;
}

export const ENTRY = `standing.supplier_id, supplier.name_zh, supplier.name_en, supplier.kind, supplier.uscc, supplier.county_code,
          county.name as county_name, county.province_name, standing.standing, standing.certified_on, standing.valid_until, standing.may_sell`;
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

/** How many suppliers are looked at in order before a name counts as rare, and how far the walk goes on where it does not. */
const WALKED = { walked: 600, walkedOn: 6_000 } as const;

export interface RegisterRead {
  /** Worth trying only where the way before found at least so many. */
  readonly least?: number;
  readonly statement: Statement<RegisterRow>;
  readonly values: unknown[];
}

/**
 * Ways to read one page of the register, to be tried in order: the first that fills the page has it, and the last is complete.
 *
 * Half of all names hold 合作社, one in a thousand 红橘: a common name fills a page by walking along the suppliers, where the index of
 * signs would collect half of them to sort; a rare one is found in the index, where walking would pass everybody. How common a name
 * is no planner guesses from its signs, so the first hundreds are simply looked at; where that promises a page within the first
 * thousands, the walk goes on. Each combination of filters is a statement of its own, so that no plan is made for filters that are
 * not there.
 */
export function registerReads(filter: RegisterFilter, after: string | null, rows: number): RegisterRead[] {
  const { q, county, province, standing } = filter;
  // Nothing but signs is nobody's name.
  if (q !== undefined && !/[\p{L}\p{N}]/u.test(q)) return [];
  if (q !== undefined && isCode(q)) return [page(filter, after, rows, 'coded')];
  if (q !== undefined && isRegisterId(q)) return [page(filter, after, rows, 'named')];
  if (standing !== undefined && standing !== 'certified') return [page(filter, after, rows, 'measured')];
  if (q === undefined) return [page(filter, after, rows, 'all')];
  const isPlaced = county !== undefined || province !== undefined;
  const least = Math.ceil((rows * WALKED.walked) / WALKED.walkedOn);
  return [
    page(filter, after, rows, 'walked'),
    { ...page(filter, after, rows, 'walkedOn'), least },
    page(filter, after, rows, isPlaced ? 'placed' : 'found'),
  ];
}

/**
 * Along what a page is read: all suppliers in order, the one of a code or an id, the first of them, a name's signs, the suppliers of a place, or the open
 * measures.
 */
type Way = 'all' | 'coded' | 'named' | keyof typeof WALKED | 'found' | 'placed' | 'measured';

function page(filter: RegisterFilter, after: string | null, rows: number, way: Way): RegisterRead {
  const parameters = new Parameters();
  const limit = parameters.add(rows, 'integer');
  const beyond = after === null ? [] : [`supplier.id > ${parameters.add(after, 'uuid')}`];
  const conditions = conditionsOf(filter, parameters, way);
  // A walk is cut before it is filtered: what it costs is known.
  const isWalk = way === 'walked' || way === 'walkedOn';
  const inner = isWalk ? beyond : [...beyond, ...conditions];
  const outer = isWalk ? conditions : [];
  const picked = `select ${COLUMNS} from ${way === 'measured' ? measuredIn(filter) : 'registry.organisation_v supplier'}
            ${where([...inner, ...(isWalk ? [] : [ADMITTED])])}`;
  // Collected before it is sorted: a plan that walks in order until enough are found would pass everybody for a rare name.
  const collected = way === 'found' || way === 'placed';
  const source = collected
    ? `(with hit as materialized (${picked}) select * from hit) supplier`
    : `(${picked}) supplier`;
  const text = `select ${ENTRY}
     from (select supplier.* from ${source} order by supplier.id limit ${isWalk ? WALKED[way] : limit}) supplier
     join admission.supplier_standing_v standing on standing.supplier_id = supplier.id
     join registry.region_v county on county.code = supplier.county_code
    ${where(outer)}
    order by supplier.id limit ${limit}`;
  return { statement: statement(nameOf(filter, after, way), text), values: parameters.values };
}

const COLUMNS = `supplier.id, supplier.name_zh, supplier.name_en, supplier.kind, supplier.uscc, supplier.county_code,
                 supplier.search_plain`;
const ADMITTED = 'exists (select from admission.certification where supplier_id = supplier.id)';
/** Those under a measure in the order of the index: a page is full after as many as it holds. */
function measuredIn({ standing }: RegisterFilter): string {
  return `(${underMeasure(standing)} order by supplier_id) measured
            join registry.organisation_v supplier on supplier.id = measured.supplier_id`;
}

function underMeasure(standing: RegisterFilter['standing']): string {
  must(standing !== undefined && standing !== 'certified', 'a standing that a measure makes');
  return `select distinct supplier_id from admission.measure where ended_at is null and kind = '${MEASURE_OF[standing]}'`;
}

const OPEN_MEASURE = 'select supplier_id from admission.measure where supplier_id = supplier.id and ended_at is null';

function conditionsOf(
  { q, province, county, kind, standing }: RegisterFilter,
  parameters: Parameters,
  way: Way,
): string[] {
  const conditions: string[] = [];
  if (q !== undefined && way === 'coded') conditions.push(`supplier.uscc = upper(${parameters.add(q, 'text')})`);
  else if (q !== undefined && way === 'named') conditions.push(`supplier.id = ${parameters.add(q, 'uuid')}`);
  else if (q !== undefined) {
    const words = parameters.add(q, 'text');
    // In a query of their own the words are made plain once, not once for each supplier.
    if (way === 'found') conditions.push(`supplier.search_grams @> (select registry.sought_grams(${words}))`);
    conditions.push(`supplier.search_plain like (select '%' || registry.search_plain(${words}) || '%')`);
  }
  const place = county ?? province;
  if (place !== undefined) {
    const { from, to } = countiesIn(place);
    conditions.push(`supplier.county_code between ${parameters.add(from, 'text')} and ${parameters.add(to, 'text')}`);
  }
  if (kind !== undefined) conditions.push(`supplier.kind = ${parameters.add(kind, 'text')}`);
  if (standing === 'certified') {
    conditions.push(`not exists (${OPEN_MEASURE} and kind in ('warning', 'rectification', 'suspension', 'exit'))`);
  } else if (standing !== undefined) {
    // The strictest open measure is the standing: the one that is asked for is there, and none that is stricter.
    const stricter = STRICTER[standing].map((one) => `'${one}'`).join(', ');
    if (way !== 'measured') conditions.push(`supplier.id in (${underMeasure(standing)})`);
    if (stricter !== '') conditions.push(`not exists (${OPEN_MEASURE} and kind in (${stricter}))`);
  }
  return conditions;
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join('\n              and ')}`;
}

function nameOf({ q, province, county, kind, standing }: RegisterFilter, after: string | null, way: Way): string {
  const place = county ?? province;
  const given = Object.entries({ q, place, kind, after: after ?? undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  return ['admission.register', way, ...given, ...(standing === undefined ? [] : [standing])].join('_');
}
