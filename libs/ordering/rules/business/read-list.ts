/** A line of a list as it was written. */
export interface ListedLine {
  row: number;
  text: string;
  /** Code or name of the goods, and their pack where it was told apart; null where the line cannot be read. */
  name: string | null;
  pack: string | null;
  quantity: number | null;
}

const HEADER = /^(商品|货号|编码|条码|名称|规格|数量|code|product|name|item|gtin|quantity|qty)/i;
const QUANTITY = /^[x×*]?\s*(\d{1,4})\s*(箱|件|袋|盒|包|份|瓶|斤|桶|罐|提|packs?|pcs)?$/i;

/**
 * Reads a list of goods: a line each, cells apart by tab, comma, semicolon or, with the quantity last, by blanks. The last cell that
 * is a number is the quantity, the first cell is the goods, one between them the pack. A first line of headings is left out.
 *
 * @param rows the cells of each line, with its number as people see it
 */
export function readList(rows: readonly { number: number; cells: readonly string[] }[]): ListedLine[] {
  return rows.flatMap(({ number, cells }, index): ListedLine[] => {
    const filled = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '');
    if (filled.length === 0) return [];
    const text = filled.join(' ');
    const quantity = QUANTITY.exec(filled.at(-1)!)?.[1];
    if (index === 0 && quantity === undefined && filled.some((cell) => HEADER.test(cell))) return [];
    if (filled.length < 2 || quantity === undefined || Number(quantity) === 0)
      return [{ row: number, text, name: null, pack: null, quantity: null }];
    const [name, ...between] = filled.slice(0, -1);
    return [{ row: number, text, name: name!, pack: between.join(' ') || null, quantity: Number(quantity) }];
  });
}

/** The cells of a pasted text. Blanks part only where nothing else does, and then the last one alone. */
export function cellsOfText(text: string): { number: number; cells: string[] }[] {
  return text.split(/\r?\n/).map((line, index) => {
    const cells = line.split(/[\t,;，；]/);
    if (cells.length > 1) return { number: index + 1, cells };
    const [, name, count] = /^(.*\S)\s+(\S+)$/.exec(line.trim()) ?? [];
    return { number: index + 1, cells: name && count ? [name, count] : [line] };
  });
}

/** Why a quantity is not sold; null where it is. @param stepPacks packs are sold in multiples of it */
export function quantityFault(
  packs: number,
  { minimumPacks, stepPacks }: { minimumPacks: number; stepPacks: number },
): 'BELOW_MINIMUM' | 'NOT_A_STEP' | null {
  if (packs < minimumPacks) return 'BELOW_MINIMUM';
  return packs % stepPacks === 0 ? null : 'NOT_A_STEP';
}

/** The fewest packs that are sold: the first multiple of the step from the minimum on. */
export const smallestQuantity = ({ minimumPacks, stepPacks }: { minimumPacks: number; stepPacks: number }): number =>
  Math.ceil(minimumPacks / stepPacks) * stepPacks;
