import type { ResponseOf } from '@xihuo/contract';
import type { TrailRow } from './trail.sql';

type Entry = ResponseOf<'GET /admission/trail'>['data'][number];

/** What the public does about a notice, by name or without one. */
const OBJECTED = 'publicNotice.object';

interface Written {
  action: string;
  actor: string;
  at: string;
  before: Entry['before'];
  after: Entry['after'];
  requestId: string;
  subjectKind: string;
  subjectId: string;
}

export function trailView(row: TrailRow): Entry {
  const { action, actor, at, before, after, requestId, subjectKind, subjectId } = JSON.parse(row.content) as Written;
  return {
    id: row.entry_id,
    at,
    // Who objected stays sealed until somebody says what for, signed in or not.
    actor: action === OBJECTED ? { kind: 'guest', id: null, name: '' } : actorOf(actor, row.person_name),
    action,
    subject: { kind: subjectKind, id: subjectId },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: { code: row.county_code, name: row.county_name },
    before,
    after,
    requestId,
    position: row.position,
  };
}

/** As it was written: `person:` and an id, `system:` and a name, or `guest`. */
function actorOf(actor: string, personName: string | null): Entry['actor'] {
  const [kind, name = ''] = actor.split(/:(.*)/s);
  if (kind === 'person') return { kind, id: name, name: personName ?? '' };
  return kind === 'system' ? { kind, id: null, name } : { kind: 'guest', id: null, name: '' };
}
