import type { SettingName } from './setting-names';

/** The least and the most that a number of a unit may be: what lies beyond is a slip of the hand, not a policy. */
const BOUNDS: Readonly<Record<NonNullable<SettingName['unit']>, readonly [number, number]>> = {
  days: [0, 3_660],
  workingDays: [0, 365],
  months: [1, 240],
  years: [1, 50],
  minutes: [1, 44_640],
  hours: [0, 8_784],
  basisPoints: [0, 10_000],
  fen: [0, 1_000_000_000_000],
  bytes: [1, 1_073_741_824],
  pages: [1, 10_000],
  pixels: [1, 1_000_000_000],
  count: [0, 1_000_000],
};

/** Whether a whole number may be the value of a setting that counts in the unit. */
export function isWithin(unit: NonNullable<SettingName['unit']>, value: number): boolean {
  const [least, most] = BOUNDS[unit];
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
