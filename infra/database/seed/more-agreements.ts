import { agreements } from '@xihuo/benefit';
import { time } from '@xihuo/kernel';
import type { Tx, Vault } from '@xihuo/platform';
import { actingIn, Cast } from './cast';
import { readReferences, STORY } from './season';

type Terms = Parameters<typeof agreements.drawAll>[1][number]['terms'];

const yuan = (fen: string) => ({ amount: fen, currency: 'CNY' as const });
const byTheDay: Terms = {
  ...{ kind: 'employment', dailyWage: yuan('12000'), pieceRate: null, pieceName: null, workDaysPerYear: 60 },
};
const byTheBasket: Terms = {
  ...{ kind: 'employment', dailyWage: null, pieceRate: yuan('350'), pieceName: '筐', workDaysPerYear: 40 },
};
const holder = (shares: number, muHundredths: number): Terms => ({
  ...{ kind: 'dividend', shares, landMuHundredths: muHundredths, rentPerMu: yuan('60000') },
});

/** Beside what they grow, some households of the demonstration supplier work for it, or hold shares and let land to it. */
const TERMS: readonly (readonly [household: string, terms: Terms])[] = [
  ['F01425', byTheDay],
  ['F01427', byTheDay],
  ['F01434', byTheBasket],
  ['F01424', holder(12, 420)],
  ['F01426', holder(20, 650)],
  ['F01432', holder(8, 300)],
];

/** All three kinds of agreement stand in the books of the one supplier that everybody looks at. */
export async function signMore(tx: Tx, vault: Vault): Promise<void> {
  const ids = await readReferences(tx, vault);
  const today = time.businessDate(tx.now);
  const clerk = actingIn(tx)((await Cast.of(tx)).clerk(STORY.supplier));
  const drawn = await agreements.drawAll(
    clerk,
    TERMS.map(([household, terms]) => ({
      ...{ supplierId: ids.get(STORY.supplier)!, householdId: ids.get(household)!, terms },
      ...{ effectiveFrom: today, effectiveTo: null },
    })),
  );
  await agreements.offerAll(clerk, drawn);
  await agreements.signAll(tx, drawn, { way: 'session', on: today });
}
