import { correctWork, enterSheet, makeDayCode, workByCode } from './actions/enter-work';
import { confirmWork, confirmWorks, contestWork, letWorkStand, withdrawWork } from './actions/settle-work';
import { writeWork } from './actions/write-work';

/** The very steps behind the routes, for the seed and for tests; `...All` take many and tell nobody. */
export const work = {
  makeCode: makeDayCode,
  enter: enterSheet,
  writeAll: writeWork,
  byCode: workByCode,
  confirm: confirmWork,
  confirmAll: confirmWorks,
  contest: contestWork,
  correct: correctWork,
  withdraw: withdrawWork,
  letStand: letWorkStand,
} as const;
