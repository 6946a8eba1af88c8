import type { ResponseOf } from '@xihuo/contract';
import type { Database, Grant } from '@xihuo/platform';
import { asNumber, KINDS, mayBeNumber, reachOf } from '../rules/found';
import { byCode, byName, byOrderNumber, ofOwn, SHOWN, type FoundRow } from '../store/found.sql';

type Found = ResponseOf<'GET /me/found'>;

/**
 * What somebody may open whose number begins as typed or whose name holds it: exactly what was typed first, then kind by kind, each once.
 * Whatever is asked of the database is bounded by what whoever asks may open, and nothing is asked for whom it could find nothing for.
 */
export async function findThings(database: Database, grants: readonly Grant[], typed: string): Promise<Found> {
  const { suppliers, admissions, disputes, linkage, statements } = reachOf(grants);
  const places = [admissions, disputes, statements, linkage].flat();
  if (suppliers.length + places.length === 0) return { data: [] };
  const number = asNumber(typed);
  const rows = await Promise.all([
    ...(mayBeNumber(typed)
      ? [
          database.read(byOrderNumber, [number.replaceAll('-', ''), suppliers, disputes]),
          database.read(byCode, [number, suppliers, linkage]),
        ]
      : []),
    database.read(byName, [typed, suppliers, admissions, disputes, statements]),
    database.read(ofOwn, [typed, suppliers, linkage]),
  ]);
  return {
    data: KINDS.flatMap((kind) => ofKind(rows.flat(), kind))
      .toSorted(exactFirst)
      .map(foundView),
  };
}

function ofKind(rows: readonly FoundRow[], kind: FoundRow['kind']): FoundRow[] {
  const own = rows.filter((row) => row.kind === kind).toSorted(exactFirst);
  return [...new Map(own.map((row) => [`${row.id} ${row.supplier_id}`, row])).values()].slice(0, SHOWN);
}

const exactFirst = (one: FoundRow, other: FoundRow): number => Number(other.exact) - Number(one.exact);

const foundView = ({ supplier_id: supplierId, ...row }: FoundRow): Found['data'][number] => ({ ...row, supplierId });
