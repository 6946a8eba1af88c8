import { time } from '@xihuo/kernel';
import { command, newId, type Database, type Log, type Tx } from '@xihuo/platform';
import { effectOn, type Effect } from '../rules/clock';
import { MESSAGES } from '../rules/messages';
import { insertMessage } from '../store/case-file.sql';
import { dueCases, lockCase, type CaseRow } from '../store/case.sql';
import { markOverdue } from '../store/move-case.sql';
import { release } from './award';
import type { DisputeKit } from './dispute-kit';
import { dueOn, move } from './move';
import { beginMediation, executeDecision, stepIn } from './step';
import { about, tellBoth, tellMediators } from './tell';

const BATCH = 50;
const by = { actor: { kind: 'system', name: 'dispute.clocks' }, requestId: 'dispute.clocks' } as const;

/** What the case file says of a step that came by itself. */
const SAYS: Readonly<Record<Effect, string>> = {
  escalate: '协商期限已到，平台介入',
  lapse: '逾期未答复，争议结束',
  mediate: '举证期限已到，进入调解',
  overdue: '平台处理逾期，重新分派',
  ask: '移交后期限已到，金额继续冻结，平台向主管部门查询进展',
  execute: '申诉期限已过，决定执行',
};

/** The effect of one case's deadline, under its lock: whoever was quicker has moved it on, and nothing happens. */
export async function runClock(tx: Tx, kit: DisputeKit, id: string): Promise<Effect | null> {
  const [row] = await tx.sql(lockCase, [id, null, null]);
  if (!row) return null;
  const effect = effectOn(
    { state: row.state, dueOn: row.due_on, negotiateUntil: row.negotiate_until, waitingFor: row.waiting_for },
    time.businessDate(tx.now),
  );
  if (effect === null) return null;
  await tx.sql(insertMessage, [newId(), id, 'platform', SAYS[effect], null, [], null, tx.now]);
  await EFFECTS[effect](tx, kit, row);
  return effect;
}

const EFFECTS: Readonly<Record<Effect, (tx: Tx, kit: DisputeKit, row: CaseRow) => Promise<void>>> = {
  escalate: stepIn,
  mediate: beginMediation,
  execute: executeDecision,
  async lapse(tx, kit, row) {
    await move(tx, row, 'lapse');
    await release(tx, row, 'lapsed');
    await tellBoth(tx, kit, row, 'lapsed', MESSAGES.lapsed(about(row)));
  },
  async overdue(tx, kit, row) {
    await dueAnew(tx, row);
    await tellMediators(tx, kit, row, {
      ...{ what: 'late', message: MESSAGES.late(about(row)), fresh: row.state === 'appealed' },
    });
  },
  async ask(tx, kit, row) {
    await dueAnew(tx, row);
    await tellMediators(tx, kit, row, { what: 'ask', message: MESSAGES.askAuthority(about(row)) });
    await tellBoth(tx, kit, row, 'stillReferred', MESSAGES.stillReferred(about(row)));
  },
};

async function dueAnew(tx: Tx, row: CaseRow): Promise<void> {
  const due = await dueOn(tx, row.state);
  await tx.sql(markOverdue, [row.id, tx.now, due]);
  const [before, after] = [{ dueOn: row.due_on }, { dueOn: due }];
  tx.audit({ action: 'dispute.overdue', subjectKind: 'dispute', subjectId: row.id, before, after });
}

/** Runs the clocks of all cases past their day, each in a transaction of its own: one that fails holds up no other, nor do fifty. */
export async function runClocks(database: Database, kit: DisputeKit, log: Log, atOnce = BATCH): Promise<number> {
  let done = 0;
  let after: { due_on: string; id: string } | undefined;
  for (;;) {
    const { view: due } = await command(database, { name: 'dispute.dueCases', ...by }, (tx) =>
      tx.sql(dueCases, [time.businessDate(tx.now), atOnce, after?.due_on ?? null, after?.id ?? null]),
    );
    for (const { id } of due) {
      try {
        await command(database, { name: 'dispute.runClock', ...by }, (tx) => runClock(tx, kit, id));
        done += 1;
      } catch (error) {
        log.error({ err: error as Error, dispute: id }, 'the clock of a dispute could not be run');
      }
    }
    after = due.at(-1);
    if (due.length < atOnce) return done;
  }
}
