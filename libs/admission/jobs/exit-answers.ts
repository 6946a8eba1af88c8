import {
  command,
  defineConsumer,
  defineJob,
  NOTICES,
  VAULT,
  type Kit,
  type Notices,
  type Vault,
} from '@xihuo/platform';
import type { Statement, Tx } from '@xihuo/platform';
import type { ReviewKit } from '../actions/review/review-kit';
import { reportExitSteps, type StepAnswer } from '../actions/exit/report-exit-step';

/**
 * How a context answers for suppliers that leave: right when one begins to, and again and again, since orders, money and clocks go on by
 * themselves.
 *
 * @param context its name, such as `ordering`
 * @param looks what of the steps it answers for is new, one after the other: a later one sees what an earlier one has said
 */
export function exitAnswers(context: string, ...looks: readonly Statement<StepAnswer>[]) {
  const name = `${context}.answerExits`;
  const answer = async (tx: Tx, kit: Kit): Promise<void> => {
    const reviewKit: ReviewKit = { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES) };
    for (const look of looks) await reportExitSteps(tx, reviewKit, await tx.sql(look, []));
  };
  return {
    consumer: defineConsumer({
      consumer: `${context}.onExitStarted`,
      event: 'exitStarted',
      handle: (tx, _events, kit) => answer(tx, kit),
    }),
    job: defineJob({
      name,
      every: 60_000,
      async run(kit: Kit) {
        const by = { name, actor: { kind: 'system', name }, requestId: name } as const;
        await command(kit.database, by, (tx) => answer(tx, kit));
      },
    }),
  };
}
