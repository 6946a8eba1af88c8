import type { Finding } from '../assess';
import { heldFor, type Departure } from './held';

const HERE: Departure = { barred: false, barredUntil: null, leaving: false };
const fault: Finding = {
  ...{ criterion: 'S01', kind: 'blocking', result: 'fail', check: 'licenceTerm@1' },
  reasons: [{ code: 'licenceExpired', values: { until: '2026-11-01' } }],
};

it.each<[string, Parameters<typeof heldFor>, string[]]>([
  ['nothing new', [[], [], HERE], []],
  ['a licence that ran out', [[fault], [], HERE], ['营业执照已于 2026-11-01 到期']],
  [
    'a listing noted since',
    [[], [{ code: 'creditListed', register: 'judgmentDefaulter' }], HERE],
    ['列入失信被执行人名单'],
  ],
  [
    'a look that has grown old, or is not there',
    [
      [],
      [
        { code: 'creditStale', register: 'penalty' },
        { code: 'creditMissing', register: 'penalty' },
      ],
      HERE,
    ],
    [],
  ],
  ['a visit outstanding', [[], [{ code: 'inspectionPlanned' }], HERE], ['现场核查尚未完成']],
  ['a visit that failed', [[], [{ code: 'inspectionFailed' }], HERE], ['现场核查未通过']],
  [
    'a bar until a day',
    [[], [], { ...HERE, barred: true, barredUntil: '2027-01-01' }],
    ['尚在禁止重新准入期内（至 2027-01-01）'],
  ],
  ['a bar without an end', [[], [], { ...HERE, barred: true }], ['尚在禁止重新准入期内（至 另行通知）']],
  ['a way out', [[], [], { ...HERE, leaving: true }], ['该主体正在退出平台']],
])('%s', (_, given, expected) => {
  expect(heldFor(...given).map(({ zh }) => zh)).toEqual(expected);
});
