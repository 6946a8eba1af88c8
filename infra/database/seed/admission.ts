import { apply } from './apply';
import { certifyAfterNotice, reviewAll, signFor } from './judge';
import type { SeedStep } from './step';
import { supplierRows, type SupplierRow } from './suppliers';

type Wave = 'producers' | 'traders';

/** In days before today, with room for the working days of every term, holidays in between. */
const DAYS: Readonly<
  Record<
    Wave,
    readonly [
      applied: number,
      agriculture: number,
      revitalisation: number,
      first: number,
      second: number,
      certified: number,
    ]
  >
> = {
  producers: [126, 121, 119, 115, 113, 92],
  traders: [91, 89, 88, 86, 85, 64],
};

/**
 * Every supplier of the file comes in by the steps that everybody takes, and those it calls refused are refused on the way.
 * Traders come after the producers: they sell by the mandate of somebody who is admitted.
 */
export const admission: readonly SeedStep[] = [...stepsOf('producers'), ...stepsOf('traders')];

function stepsOf(wave: Wave): SeedStep[] {
  const [applied, agriculture, revitalisation, first, second, certified] = DAYS[wave];
  const step = (name: string, daysAgo: number, run: SeedStep['run']): SeedStep => ({
    name: `admission.${wave}.${name}`,
    ...{ daysAgo, run },
  });
  const all = () => supplierRows().filter((row) => isOf(wave, row));
  return [
    step('applied', applied, (tx, kit) => apply(tx, kit, all())),
    step('agriculture', agriculture, (tx, kit) => signFor(tx, kit, { suppliers: all(), department: 'agriculture' })),
    step('revitalisation', revitalisation, (tx, kit) =>
      signFor(tx, kit, { suppliers: all(), department: 'revitalisation' }),
    ),
    step('firstReview', first, (tx, kit) => reviewAll(tx, kit, { suppliers: all(), turn: 0 })),
    step('secondReview', second, (tx, kit) => reviewAll(tx, kit, { suppliers: all(), turn: 1 })),
    step('certified', certified, certifyAfterNotice),
  ];
}

function isOf(wave: Wave, { kind }: SupplierRow): boolean {
  return (kind === 'trader') === (wave === 'traders');
}
