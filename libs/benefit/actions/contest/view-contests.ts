import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { whyEarned } from '../../rules/why';
import { listContests, readContest, type ContestRow } from '../../store/contest.sql';
import { earnedOf } from '../../store/dues.sql';
import { sideOf, type Side } from '../benefit-kit';
import { wire } from '../dues-view';
import { payeeView } from '../party-views';

type View = ResponseOf<'GET /benefit/contests/{id}'>;
type Filter = Partial<InputOf<'GET /benefit/contests'>['query']> & { limit: number };

/** What is still to be answered first. */
export async function viewContests(
  database: Database,
  { actor, side }: { actor: Actor; side: Side },
  { supplier, state, cursor, limit }: Filter,
): Promise<ResponseOf<'GET /benefit/contests'>> {
  const [rank, id] = placeIn(cursor, 'entry')?.split(':') ?? [null, null];
  const rows = await database.read(listContests, [
    ...[...sideOf(actor, side), supplier ?? null, state ?? null, rank, id, limit + 1],
  ]);
  return pageOf(rows, limit, (row) => `${row.rank}:${row.id}`, contestView);
}

/** @throws ProblemError NOT_FOUND */
export async function viewContest(
  database: Database,
  { actor, side }: { actor: Actor; side: Side },
  id: string,
): Promise<View> {
  const [row] = await database.read(readContest, [...sideOf(actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  return contestView(row);
}

function contestView(row: ContestRow): View {
  const { obligation_id: id, kind, earned_on: earnedOn } = row;
  return {
    ...{ version: row.row_version, id: row.id, state: row.state, ...payeeView(row) },
    obligation: { id, kind, why: whyEarned(earnedOf(row)), earnedOn, due: wire(row.due_fen) },
    ...{ reason: row.reason, paperId: row.paper_id, openedAt: row.opened_at.toISOString(), answerBy: row.answer_by },
    answer:
      row.answered_at === null
        ? null
        : {
            ...{ by: row.answered_side!, words: row.answer_words!, at: row.answered_at.toISOString() },
            added: row.added_fen === null ? null : wire(row.added_fen),
          },
    escalatedAt: row.escalated_at?.toISOString() ?? null,
  };
}
