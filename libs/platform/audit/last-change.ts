import type { ProblemError } from '@xihuo/kernel';
import type { Database } from '../database/database';
import { statement } from '../database/statement';
import type { Attempt } from '../database/tx';

/** What was last done to a thing, and by whom, as the audit trail names them. */
export interface LastChange {
  /** person:<id>, guest or system:<name>. */
  readonly actor: string;
  readonly at: Date;
  /** On the business day that it is now. */
  readonly today: boolean;
}

const lastDone = statement<LastChange>(
  'platform.last_done',
  `select done.actor, done.at,
          (done.at at time zone 'Asia/Shanghai')::date = (platform.business_now() at time zone 'Asia/Shanghai')::date as today
     from (select content::json ->> 'actor' as actor, (content::json ->> 'at')::timestamptz as at
             from platform.audit_content
            where subject_kind = $1 and subject_id = $2 and content::json -> 'after' ->> 'refused' is null
              and content::jsonb @> $3::jsonb
            order by entry_id desc limit 1) done`,
);

/** Refusals because somebody was faster. */
const OVERTAKEN: readonly string[] = ['STALE_VERSION', 'NOT_AT_THIS_STEP', 'CLAIMED_BY_OTHER'];

const changes = new WeakMap<ProblemError, LastChange>();

/** Notes on a refusal who was faster, where the trail tells; nothing that goes wrong here may stand in the place of the refusal. */
export async function noteLastChange(
  database: Pick<Database, 'read'>,
  problem: ProblemError,
  { subjectKind, subjectId, among = {} }: Attempt,
): Promise<void> {
  if (!OVERTAKEN.includes(problem.code)) return;
  const [change] = await database.read(lastDone, [subjectKind, subjectId, JSON.stringify(among)]).catch(() => []);
  if (change) changes.set(problem, change);
}

export const lastChangeOf = (problem: unknown): LastChange | undefined => changes.get(problem as ProblemError);
