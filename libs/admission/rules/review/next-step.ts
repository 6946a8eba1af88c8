import type { machines } from '@xihuo/contract';

export type Step = 'county' | 'city' | 'province' | 'review';
export type Level = 'city' | 'province';

/** The levels an application goes through: those of its standard, without the city where the county hangs on its province. */
export function levelsOf(wanted: readonly Level[], { hasCity }: { hasCity: boolean }): Level[] {
  const levels: Level[] = [];
  if (wanted.includes('city') && hasCity) levels.push('city');
  if (wanted.includes('province')) levels.push('province');
  return levels;
}

/** Whose turn it is; null where nobody who reviews can do anything. */
export function nextStep(state: machines.ApplicationState, levels: readonly Level[]): Step | null {
  switch (state) {
    case 'submitted':
      return 'county';
    case 'countyRecommended':
      return levels[0] ?? 'review';
    case 'cityChecked':
      return levels.includes('province') ? 'province' : 'review';
    case 'provinceChecked':
    case 'underReview':
      return 'review';
    default:
      return null;
  }
}
