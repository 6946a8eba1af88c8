import { lines, type Counter } from '@xihuo/ordering';
import { runSettlement } from '@xihuo/settlement';
import type { SeedStep } from '../step';
import { callBack, endCallingBack, giveBack, quarrel, quarrelSettled, recalledBy } from './aftermath';
import { incomeSteps } from './incomes';
import { TURNS_OF_YEARS } from './plan';
import { acceptPurchases, appointBuyers, payPurchases } from './purchases';
import { receiveAll, sellByCampaigns, sellTurn, yesterday } from './sales';
import { settingsOfBefore } from './settings';

/** After what it is sold by was written, and before the story of the lot: its statements come first. */
const PLACE = 24;

const GIVES_BACK_EVERY = 3;
const QUARREL = 21;
const RECALL = 22;

/**
 * Two years of sales, told in turns of a month: goods come in, are ordered and sent; are received, a few days later; what nobody
 * complained of is final after the window, and settled with the next turn. Then what the campaigns of these weeks sold.
 */
export function yearSteps(counter: Counter): SeedStep[] {
  const placed = (name: string, daysAgo: number, run: SeedStep['run']): SeedStep => ({
    ...{ name: `year.${name}`, daysAgo, run },
    place: PLACE,
  });
  const turns = TURNS_OF_YEARS.flatMap((turn): SeedStep[] => {
    const { number, daysAgo } = turn;
    const nameOf = (step: string) => `${String(number).padStart(2, '0')}.${step}`;
    return [
      placed(nameOf('sold'), daysAgo, async (tx, kit) => {
        await runSettlement(tx, yesterday(tx));
        await sellTurn(tx, { ...kit, counter }, turn);
      }),
      placed(nameOf('received'), daysAgo - 4, async (tx, kit) => {
        await receiveAll(tx, counter);
        await acceptPurchases(tx);
        if (number % GIVES_BACK_EVERY === 0) await giveBack(tx, counter);
        if (number === QUARREL + 1) await quarrelSettled(tx, { ...kit, counter });
        if (number === RECALL) await callBack(tx, kit);
      }),
      placed(nameOf('released'), daysAgo - 14, async (tx, kit) => {
        // What is still owed is not final.
        await payPurchases(tx);
        await lines.releaseDue(tx);
        const [recall] = number === RECALL ? await tx.sql(recalledBy) : [];
        if (recall) await endCallingBack(tx, kit, recall.supplier_id);
      }),
    ];
  });
  return [
    placed('settings', TURNS_OF_YEARS[0]!.daysAgo + 1, settingsOfBefore),
    placed('buyers', TURNS_OF_YEARS[0]!.daysAgo + 1, appointBuyers),
    ...incomeSteps(PLACE),
    ...turns,
    placed('settlement', 14, async (tx) => void (await runSettlement(tx, yesterday(tx)))),
    {
      ...{ name: 'year.autumnCampaign', daysAgo: 13 },
      run: (tx, kit) => sellByCampaigns(tx, { ...kit, counter }, ['suqing-autumn']),
    },
    {
      ...{ name: 'year.campaigns', daysAgo: 3 },
      run: (tx, kit) =>
        sellByCampaigns(tx, { ...kit, counter }, ['sushan-apples', 'huidian-mountain', 'lugan-mountain']),
    },
    {
      ...{ name: 'year.quarrel', daysAgo: 2 },
      async run(tx, kit) {
        await receiveAll(tx, counter);
        await quarrel(tx, { ...kit, counter });
      },
    },
  ];
}
