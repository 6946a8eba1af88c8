import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { CERTIFICATE_WORDS, named, type Words } from '../../rules/watch/finding';
import { judgeRefusal } from '../../rules/watch/may-act';
import { MESSAGES } from '../../rules/watch/messages';
import { openItems } from '../../rules/watch/recheck-answers';
import {
  answerRecheckRow,
  decideRecheckRow,
  lockRecheck,
  noteChecked,
  type RecheckRow,
} from '../../store/watch/recheck.sql';
import { cureSource } from '../measure/end';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, notAtThisStep, ownSuppliers, type Deciding } from './open-matter';
import { takeUpByRule } from './take-up';
import { tellSuppliers } from './tell';

/** Answers every item; late is not too late. @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, ANSWERS_INCOMPLETE */
export async function answerRecheck(
  tx: Tx,
  { id, version, answers }: Deciding & InputOf<'POST /supplier/rechecks/{id}/answers'>['body'],
): Promise<void> {
  tx.attempt({ action: 'recheck.answer', subjectKind: 'recheck', subjectId: id });
  const owner = deciderOf(tx);
  const [row] = await tx.sql(lockRecheck, [id]);
  if (!row || !ownSuppliers(owner).includes(row.supplier_id)) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  const next = states.transition(machines.recheckStates, row.state, 'answer');
  if (next === null) throw notAtThisStep(row.state);
  const open = openItems(row.kind, answers);
  if (open.length > 0) throw fail('ANSWERS_INCOMPLETE', { extra: { open } });
  await tx.sql(answerRecheckRow, [id, next, JSON.stringify(answers), owner.personId, tx.now]);
  noteStep(tx, row, 'answer', { changed: answers.filter(({ unchanged }) => !unchanged).map(({ item }) => item) });
}

const EVENTS = { passed: 'pass', failed: 'fail', sentBack: 'sendBack' } as const;
const VERDICTS: Readonly<Record<keyof typeof EVENTS, Words>> = {
  passed: { zh: '已通过', en: 'passed' },
  failed: { zh: '未通过', en: 'failed' },
  sentBack: { zh: '请补充', en: 'please complete it' },
};

/** Passes it, which ends what missing it had brought; sends it back with more days; or fails it, which opens a case. */
export async function decideRecheck(
  tx: Tx,
  kit: ReviewKit,
  { id, version, decision, reason }: Deciding & InputOf<'POST /admission/rechecks/{id}/decision'>['body'],
): Promise<void> {
  tx.attempt({ action: `recheck.${EVENTS[decision]}`, subjectKind: 'recheck', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockRecheck, [id]);
  const tie = row ? judgeRefusal(decider, row, row.answered_by) : 'NOT_YOUR_PART';
  if (!row || tie === 'NOT_YOUR_PART') throw fail('NOT_FOUND');
  const next = states.transition(machines.recheckStates, row.state, EVENTS[decision]);
  mustBeFree(tie ?? (next === null ? 'NOT_AT_THIS_STEP' : null), { row, decider, version });
  if (decision !== 'passed' && reason === '') throw fail('REASON_MISSING');
  const today = time.businessDate(tx.now);
  const dueOn = decision === 'sentBack' ? await newDay(tx, row, today) : null;
  await tx.sql(decideRecheckRow, [id, next, reason, decider.personId, tx.now, dueOn]);
  noteStep(tx, row, EVENTS[decision], { reason, dueOn });
  await follow(tx, kit, row, { decision, reason, today });
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: row.supplier_id, key: `recheck.${decision}:${id}:${row.row_version}` },
      message: (supplier) =>
        MESSAGES.recheckDecided({
          ...{ supplier, name: named(CERTIFICATE_WORDS, row.kind), verdict: VERDICTS[decision], reason },
        }),
    },
  ]);
}

async function follow(
  tx: Tx,
  kit: ReviewKit,
  row: RecheckRow,
  { decision, reason, today }: { decision: keyof typeof EVENTS; reason: string; today: string },
): Promise<void> {
  const about = { supplierId: row.supplier_id, sourceKey: `recheck:${row.id}` };
  if (decision === 'passed') {
    await tx.sql(noteChecked, [row.supplier_id, row.kind, today]);
    await cureSource(tx, kit, about, '复核已通过');
  }
  if (decision === 'failed') {
    await takeUpByRule(tx, kit, {
      ...{ ...about, productId: null, ground: 'EXT-15', code: 'recheckFailed', values: { kind: row.kind, reason } },
      measure: 'suspension',
    });
  }
}

/** Sent back, there is time again: half of what there was at first, and never less than a day. */
async function newDay(tx: Tx, row: RecheckRow, today: string): Promise<string> {
  const days = Math.max(1, Math.floor((await policyOn(tx, 'admission.recheckDays', today)) / 2));
  const wanted = time.addDays(today, days);
  must(wanted > row.opened_on, 'time goes on');
  return wanted > row.due_on ? wanted : row.due_on;
}

function noteStep(tx: Tx, row: RecheckRow, event: string, after: object): void {
  tx.audit({
    action: `recheck.${event}`,
    subjectKind: 'recheck',
    subjectId: row.id,
    before: { state: row.state },
    after: {
      ...states.ledTo(machines.recheckStates, row.state, event),
      ...{ supplierId: row.supplier_id, kind: row.kind, ...after },
    },
  });
}
