import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { FACTS, OF_FACTS, type FactsRow } from './dues.sql';
import { MINE_OF_PAYEE, OF_PAYEE, PAYEE, type PayeeRow } from './parties.sql';

/** Its payee: whoever objects. */
export interface ContestRow extends PayeeRow, FactsRow {
  id: string;
  row_version: number;
  state: machines.ContestState;
  reason: string;
  paper_id: string | null;
  opened_at: Date;
  answer_by: string;
  answer_words: string | null;
  added_fen: bigint | null;
  answered_by: string | null;
  answered_side: 'supplier' | 'county' | null;
  answered_at: Date | null;
  escalated_at: Date | null;
  obligation_id: string;
  agreement_id: string | null;
  lot_id: string | null;
  /** That stands for the one the line is about: what is added is added to it. */
  delivery_id: string | null;
  earned_on: string;
  due_fen: bigint;
  /** 0: somebody still has to answer. */
  rank: number;
}

/** The delivery that stands for the one that a line is about. */
const STANDING = `(with recursive onward (id) as (
       select obligation.delivery_id
        union select by_id from onward join benefit.replaced_delivery on old_id = onward.id)
     select id from onward where not exists (select from benefit.replaced_delivery where old_id = onward.id))`;

const RANK = `case when contest.state in ('open', 'escalated') then 0 else 1 end`;
const SELECT = `
  select contest.id, contest.row_version, contest.state, contest.reason, contest.paper_id, contest.opened_at, contest.answer_by, contest.answer_words,
         contest.added_fen, contest.answered_by, contest.answered_side, contest.answered_at, contest.escalated_at,
         contest.obligation_id, obligation.agreement_id, obligation.lot_id, ${STANDING} as delivery_id, obligation.earned_on,
         obligation.amount_fen - obligation.carried_fen - obligation.reversed_fen as due_fen, ${RANK} as rank,
         ${FACTS}, ${PAYEE('contest')}
    from benefit.contest join benefit.obligation on obligation.id = contest.obligation_id ${OF_FACTS}
         ${OF_PAYEE('contest')}`;

/** What is still to be answered first; $6 the rank and $7 the id after which the page begins. */
export const listContests = statement<ContestRow>(
  'benefit.list_contests',
  `${SELECT} where ${MINE_OF_PAYEE('contest')} and ($4::uuid is null or contest.supplier_id = $4)
      and ($5::text is null or contest.state = $5)
      and ($7::uuid is null or ${RANK} > $6::integer or (${RANK} = $6 and contest.id < $7))
    order by rank, contest.id desc limit $8`,
);

export const readContest = statement<ContestRow>(
  'benefit.read_contest',
  `${SELECT} where ${MINE_OF_PAYEE('contest')} and contest.id = $4`,
);

export const lockContest = statement<ContestRow>(
  'benefit.lock_contest',
  `${SELECT} where ${MINE_OF_PAYEE('contest')} and contest.id = $4 for update of contest`,
);

export const contestsById = statement<ContestRow>(
  'benefit.contests_by_id',
  `${SELECT} where contest.id = any ($1::uuid[]) order by contest.id`,
);

/** Holds a line ($4) for an objection: whoever puts the record right that it is of holds it as well. */
export const holdLine = statement<{ supplier_id: string; household_id: string | null }>(
  'benefit.hold_line',
  `select obligation.supplier_id, obligation.household_id from benefit.obligation ${OF_PAYEE('obligation')}
    where ${MINE_OF_PAYEE('obligation')} and obligation.id = $4 for update of obligation`,
);

/**
 * An objection to a line that is held; none where one is open, or the line stands no more: put right by another, or taken back whole.
 * What a household was paid more than the line is worth that stands now is shown with the old one, and objected to there.
 * $2 reason, $3 now, $4 by when, $5 the sheet where it is said for a household, $6 who wrote it down.
 */
export const openContest = statement<{ stands: boolean; id: string | null }>(
  'benefit.open_contest',
  `with line as (
     select id, supplier_id, household_id, collective_id,
            reversed_fen < amount_fen
            and (delivery_id is not distinct from ${STANDING}
                 or (reversed_fen + carried_fen < amount_fen
                     and not exists (select from benefit.obligation now where now.delivery_id = ${STANDING} and now.kind = obligation.kind
                                        and now.amount_fen > now.carried_fen + now.reversed_fen))) as stands
       from benefit.obligation where id = $1
   ), opened as (
     insert into benefit.contest (obligation_id, supplier_id, household_id, collective_id, reason, opened_at, answer_by, paper_id, opened_by)
     select id, supplier_id, household_id, collective_id, $2, $3, $4, $5, $6 from line where stands
     on conflict (obligation_id) where state in ('open', 'explained', 'escalated') do nothing
     returning id
   )
   select line.stands, opened.id from line left join opened on true`,
);

/** $2 where it goes, $3 what is said, $4 what is added, $5 who says it and $6 for whom, $7 now. */
export const answerContest = statement(
  'benefit.answer_contest',
  `update benefit.contest set state = $2, row_version = row_version + 1, answer_words = $3, added_fen = $4, answered_by = $5,
          answered_side = $6, answered_at = $7 where id = $1`,
);

export const escalateContests = statement(
  'benefit.escalate_contests',
  `update benefit.contest set state = 'escalated', row_version = row_version + 1, escalated_at = $2 where id = any ($1::uuid[])`,
);

/** Who had a hand in what is contested: drew up, offered or witnessed the agreement, wrote down the work or the objection, answered before. */
export const handsInContest = statement<{ person_id: string }>(
  'benefit.hands_in_contest',
  `select distinct hand.person_id
     from benefit.contest join benefit.obligation on obligation.id = contest.obligation_id
     left join benefit.agreement on agreement.id = obligation.agreement_id
     left join benefit.work_record work on obligation.source_kind = 'work' and work.id = obligation.source_id
    cross join lateral (values (agreement.drawn_by), (agreement.offered_by), (agreement.signed_by), (work.recorded_by),
                               (contest.answered_by), (contest.opened_by)) as hand (person_id)
    where contest.id = $1 and hand.person_id is not null`,
);

/** Those that the supplier did not answer in time. $1 today, $2 at most. */
export const unansweredContests = statement<{ id: string }>(
  'benefit.unanswered_contests',
  `select id from benefit.contest where state = 'open' and answer_by < $1::date order by id limit $2 for update skip locked`,
);

/** Objections to lines ($1) that stand no more: what they said was wrong is put right, or taken back. They are held in id order. */
export const overtakeContests = statement<{ id: string; state: machines.ContestState }>(
  'benefit.overtake_contests',
  `with open as materialized (
     select id, state from benefit.contest
      where obligation_id = any ($1::uuid[]) and state in ('open', 'explained', 'escalated') order by id for update
   )
   update benefit.contest set state = 'overtaken', row_version = row_version + 1 from open where contest.id = open.id
   returning contest.id, open.state`,
);
