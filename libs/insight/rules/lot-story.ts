import type { ResponseOf } from '@xihuo/contract';

type LotPage = ResponseOf<'GET /lots/{code}'>;
type Step = LotPage['journey'][number];
// Both are checked when they are written down; in the database they are words.
type Kind = Extract<Step, { step: 'processed' }>['kind'];
type Basis = LotPage['certificates'][number]['basis'];

/** One thing that happened to the goods, as it was found. */
export interface Happened {
  step: Step['step'];
  on_day: string;
  last_day: string;
  grams: bigint | null;
  input_grams: bigint | null;
  packs: number | null;
  name: string | null;
  passed: boolean | null;
}

/** A paper of a lot: what its producer promises, or what a laboratory found. */
export interface Paper {
  paper: 'certificate' | 'test';
  number: string;
  on_day: string;
  by_whom: string;
  state: LotPage['certificates'][number]['state'] | null;
  basis: string | null;
  source: LotPage['tests'][number]['source'] | null;
  passed: boolean | null;
  items: { item: string; limit?: string | null; value: string; passed: boolean }[] | null;
}

export function stepOf(row: Happened): Step {
  const on = row.on_day;
  const over = { on, until: row.last_day === on ? null : row.last_day, grams: Number(row.grams ?? 0n) };
  const name = row.name ?? '';
  switch (row.step) {
    case 'processed':
      return {
        step: 'processed',
        on,
        kind: name as Kind,
        inputGrams: Number(row.input_grams ?? 0n),
        grams: over.grams,
      };
    case 'packed':
      return { step: 'packed', ...over, packs: row.packs ?? 0, pack: name };
    case 'certified':
      return { step: 'certified', on, number: name };
    case 'tested':
      return { step: 'tested', on, laboratory: name, passed: row.passed === true };
    case 'recalled':
      return { step: 'recalled', on };
    default:
      return { step: row.step, ...over };
  }
}

export function certificatesOf(papers: readonly Paper[]): LotPage['certificates'] {
  return papers
    .filter(({ paper }) => paper === 'certificate')
    .map(({ number, state, on_day, by_whom, basis }) => ({
      number,
      state: state ?? 'replaced',
      issuedOn: on_day,
      issuedBy: by_whom,
      basis: (basis ?? 'qualityControl') as Basis,
    }));
}

/** A laboratory's findings item by item; a spot check also knows which items are of safety, which is not told here. */
export function testsOf(papers: readonly Paper[]): LotPage['tests'] {
  return papers
    .filter(({ paper }) => paper === 'test')
    .map((paper) => ({
      source: paper.source ?? 'supplier',
      reportNumber: paper.number,
      laboratory: paper.by_whom,
      reportedOn: paper.on_day,
      passed: paper.passed === true,
      items: (paper.items ?? []).map(({ item, limit, value, passed }) => ({ item, limit: limit ?? '', value, passed })),
    }));
}
