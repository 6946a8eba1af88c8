import { time } from '@xihuo/kernel';

/** A day that differs from the weekly rule, and where that stands. */
export interface CalendarException {
  /** Of the notice: the first of January may bring days of the December before with it. */
  readonly year: number;
  readonly day: string;
  readonly working: boolean;
  readonly name: string;
  readonly source: string;
}

const OF_2025 = '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）；按公开通知整理，启用前请核对';
const OF_2026 = '国务院办公厅关于2026年部分节假日安排的通知（2025年11月）；按公开通知整理，启用前请核对';
const OF_2027 = '全国年节及纪念日放假办法（2024年修订）的法定假日；调休以年度通知为准，通知发布后须更新';

/** Rests by the weekly rule need no line, but a whole holiday is easier to check against its notice. */
const YEARS: readonly {
  year: number;
  source: string;
  rests: readonly (readonly [string, string, string])[];
  worked: readonly string[];
}[] = [
  {
    year: 2025,
    source: OF_2025,
    rests: [
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04'],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05'],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', '2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: OF_2026,
    rests: [
      ['元旦', '2026-01-01', '2026-01-03'],
      ['春节', '2026-02-15', '2026-02-23'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  {
    year: 2027,
    source: OF_2027,
    rests: [
      ['元旦', '2027-01-01', '2027-01-01'],
      ['春节', '2027-02-05', '2027-02-08'],
      ['清明节', '2027-04-05', '2027-04-05'],
      ['劳动节', '2027-05-01', '2027-05-02'],
      ['端午节', '2027-06-09', '2027-06-09'],
      ['中秋节', '2027-09-15', '2027-09-15'],
      ['国庆节', '2027-10-01', '2027-10-03'],
    ],
    worked: [],
  },
];

/** The days of a year that differ from the weekly rule, as its notice says them; kept as the setting `calendar.<year>`. */
export interface CalendarYear {
  readonly rests: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Weekends worked in exchange. */
  readonly worked: readonly string[];
}

export interface KnownYear {
  readonly year: number;
  readonly source: string;
  readonly value: CalendarYear;
}

/** Every year we know of; one without its notice has its statutory days only. */
export function knownYears(): KnownYear[] {
  return YEARS.map(({ year, source, rests, worked }) => ({
    ...{ year, source },
    value: { rests: rests.map(([name, from, to]) => ({ name, from, to })), worked },
  }));
}

/** Years day by day, each day once: one that two notices name is the later year's, which knew of it. */
export function exceptionsOf(years: readonly KnownYear[]): CalendarException[] {
  const days = [...years].sort((one, other) => one.year - other.year).flatMap(daysOf);
  return [...new Map(days.map((one) => [one.day, one])).values()];
}

function daysOf({ year, source, value: { rests, worked } }: KnownYear): CalendarException[] {
  return [
    ...rests.flatMap(({ name, from, to }) =>
      daysBetween(from, to).map((day) => ({ year, day, working: false, name, source })),
    ),
    ...worked.map((day) => ({ year, day, working: true, name: '调休上班', source })),
  ];
}

function daysBetween(first: string, last: string): string[] {
  return first > last ? [] : [first, ...daysBetween(time.addDays(first, 1), last)];
}
