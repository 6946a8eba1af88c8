import { hold, Sums } from './read.mjs';

const CAME = ['delivered', 'ownOutput', 'processedInto'];
/** Column of a lot, and the movements that it is the sum of. */
const SUMS = /** @type {const} */ ([
  ['receivedGrams', CAME],
  ['processedGrams', ['processedFrom']],
  ['packedGrams', ['packed']],
  ['shippedGrams', ['shipped']],
  ['lostGrams', ['lost']],
]);

const COLUMNS = /** @type {const} */ ({
  receivedGrams: '进货量',
  processedGrams: '投入加工量',
  packedGrams: '装袋量',
  shippedGrams: '发货量',
  lostGrams: '损耗量',
});

/**
 * Every lot is the sum of what moved, and no more leaves it than came; processing makes no goods out of nothing.
 * @param {import('./read.mjs').Folder} folder
 */
export async function lots(folder) {
  const moved = new Sums();
  const processed = new Sums();
  for await (const { lotId, kind, grams, processingId } of folder.rows('lot-movements')) {
    moved.add(`${lotId} ${kind}`, grams);
    if (processingId) processed.add(`${processingId} ${kind}`, grams);
  }
  let read = 0;
  for await (const lot of folder.rows('lots')) {
    read += 1;
    for (const [column, parts] of SUMS) {
      const sum = parts.reduce((all, kind) => all + moved.of(`${lot.id} ${kind}`), 0n);
      hold(
        sum === BigInt(lot[column]),
        () => `lot ${lot.code} says ${lot[column]} g as ${column}, its movements say ${sum} g`,
        () => `批次 ${lot.code} 的${COLUMNS[column]}为 ${lot[column]} 克，其进出记录合计为 ${sum} 克`,
      );
    }
    const left =
      BigInt(lot.receivedGrams) - BigInt(lot.processedGrams) - BigInt(lot.shippedGrams) - BigInt(lot.lostGrams);
    hold(
      left >= 0n,
      () => `from lot ${lot.code} ${-left} g more went than came`,
      () => `批次 ${lot.code} 出的比进的多 ${-left} 克`,
    );
  }
  for await (const { id, inputGrams, outputGrams, lostGrams } of folder.rows('processings')) {
    hold(
      BigInt(inputGrams) === BigInt(outputGrams) + BigInt(lostGrams) &&
        processed.of(`${id} processedFrom`) === BigInt(inputGrams) &&
        processed.of(`${id} processedInto`) === BigInt(outputGrams),
      () =>
        `processing ${id} took ${inputGrams} g and made ${outputGrams} g with ${lostGrams} g lost: its lots say otherwise`,
      () => `加工 ${id} 投入 ${inputGrams} 克、产出 ${outputGrams} 克、损耗 ${lostGrams} 克，与其批次不符`,
    );
  }
  return read;
}
