import type { Pack } from './device';
import { lotFor, type Entry, type Grade, type WitnessRole } from './entry';
import { fenPerKilogram, gramsOf, typed, type Unit } from './weight';

/** The form at the scale, as typed. Household, weight and photo change with every entry; the rest mostly stays. */
export interface Draft {
  householdId: string;
  weight: string;
  unit: Unit;
  grade: Grade | '';
  price: string;
  /** An open lot, or `product:<id>` for the lot of that product and day. */
  goods: string;
  deliveredOn: string;
  note: string;
  photo: Blob | null;
  ticketFileId: string | null;
  witnessed: boolean;
  witnessName: string;
  witnessRole: WitnessRole | '';
  sheet: Blob | null;
  sheetFileId: string | null;
}

export type Field =
  'household' | 'weight' | 'grade' | 'price' | 'goods' | 'day' | 'witnessName' | 'witnessRole' | 'sheet';

const OF_PRODUCT = 'product:';

export function emptyDraft(today: string): Draft {
  return {
    ...{ householdId: '', weight: '', unit: 'jin', grade: '', price: '', goods: '', deliveredOn: today, note: '' },
    ...{ photo: null, ticketFileId: null, witnessed: false, witnessName: '', witnessRole: '' },
    ...{ sheet: null, sheetFileId: null },
  };
}

/** The next one in the queue at the scale: same goods, same price, same witness, somebody else who signs. */
export function nextDraft(draft: Draft): Draft {
  return {
    ...draft,
    householdId: '',
    weight: '',
    note: '',
    photo: null,
    ticketFileId: null,
    sheet: null,
    sheetFileId: null,
  };
}

/** What was entered, to be mended: by the jin, but where its price has half a fen to the jin. */
export function draftOf(entry: Entry): Draft {
  const { witness } = entry;
  const unit: Unit = entry.fenPerKg !== null && BigInt(entry.fenPerKg) % 2n === 1n ? 'kg' : 'jin';
  return {
    ...emptyDraft(entry.deliveredOn),
    householdId: entry.householdId,
    weight: typed(entry.grams, unit),
    unit,
    grade: entry.grade,
    price: entry.fenPerKg === null ? '' : priceOf(entry.fenPerKg, unit),
    goods: entry.newLot ? `${OF_PRODUCT}${entry.newLot.productId}` : entry.lotId,
    note: entry.note,
    photo: entry.photo,
    ticketFileId: entry.ticketFileId,
    witnessed: witness !== null,
    witnessName: witness?.name ?? '',
    witnessRole: witness?.role ?? '',
    sheet: witness?.sheet ?? null,
    sheetFileId: witness?.sheetFileId ?? null,
  };
}

function priceOf(fenPerKg: string, unit: Unit): string {
  const fen = BigInt(fenPerKg) / (unit === 'jin' ? 2n : 1n);
  const rest = String(fen % 100n).padStart(2, '0');
  return rest === '00' ? String(fen / 100n) : `${fen / 100n}.${rest}`;
}

/** The grades of the goods that were chosen; where there is one it needs no choosing. */
export function gradesOf(goods: string, pack: Pack): readonly Grade[] {
  if (goods.startsWith(OF_PRODUCT)) {
    return pack.products.find(({ id }) => id === goods.slice(OF_PRODUCT.length))?.grades ?? [];
  }
  return pack.lots.find(({ id }) => id === goods)?.grades ?? [];
}

export function gradeOf({ grade, goods }: Draft, pack: Pack): Grade | '' {
  const grades = gradesOf(goods, pack);
  if (grades.length === 1) return grades[0]!;
  return grade !== '' && grades.includes(grade) ? grade : '';
}

/** Days on which a delivery may have been: as the server will judge it by its own clock. */
export function isDay(day: string, { today, backDays }: Pick<Pack, 'today' | 'backDays'>, addDays: AddDays): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= today && day >= addDays(today, -backDays);
}
type AddDays = (day: string, days: number) => string;

/** What is missing or wrong, before anything is kept. */
export function faultsOf(draft: Draft, pack: Pack, addDays: AddDays): Field[] {
  const faults: Field[] = [];
  if (!pack.households.some(({ id }) => id === draft.householdId)) faults.push('household');
  if (gramsOf(draft.weight, draft.unit) === null) faults.push('weight');
  if (draft.goods === '' || gradesOf(draft.goods, pack).length === 0) faults.push('goods');
  else if (gradeOf(draft, pack) === '') faults.push('grade');
  if (draft.price !== '' && fenPerKilogram(draft.price, draft.unit) === null) faults.push('price');
  if (!isDay(draft.deliveredOn, pack, addDays)) faults.push('day');
  if (draft.witnessed && draft.witnessName.trim().length < 2) faults.push('witnessName');
  if (draft.witnessed && draft.witnessRole === '') faults.push('witnessRole');
  if (draft.witnessed && draft.sheet === null && draft.sheetFileId === null) faults.push('sheet');
  return faults;
}

interface Making {
  draft: Draft;
  pack: Pack;
  entries: readonly Entry[];
  personId: string;
  supplierId: string;
  id: string;
  /** For a lot that has to be opened. */
  freshLotId: string;
  at: number;
}

/** The entry of a draft without faults. */
export function entryOf({ draft, pack, entries, personId, supplierId, id, freshLotId, at }: Making): Entry {
  const { goods, deliveredOn } = draft;
  const lot = goods.startsWith(OF_PRODUCT)
    ? lotFor(
        { supplierId, productId: goods.slice(OF_PRODUCT.length), producedOn: deliveredOn },
        ...([pack.lots, entries, freshLotId] as const),
      )
    : { lotId: goods, newLot: null };
  return {
    ...{ id, personId, supplierId, at, ...lot },
    householdId: draft.householdId,
    grams: gramsOf(draft.weight, draft.unit)!,
    grade: gradeOf(draft, pack) as Grade,
    fenPerKg: draft.price === '' ? null : fenPerKilogram(draft.price, draft.unit),
    deliveredOn,
    note: draft.note.trim(),
    photo: draft.photo,
    ticketFileId: draft.ticketFileId,
    witness: draft.witnessed
      ? {
          ...{ name: draft.witnessName.trim(), role: draft.witnessRole as WitnessRole },
          ...{ sheet: draft.sheet, sheetFileId: draft.sheetFileId },
        }
      : null,
    recorded: false,
    refusal: null,
  };
}
