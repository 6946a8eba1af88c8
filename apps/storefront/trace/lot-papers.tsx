import { Badge, Card, formatDate, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../use-t';

type Lot = Output<'GET /lots/{code}'>;

const tones = { valid: 'good', replaced: 'neutral', revoked: 'bad' } as const;

export function Certificates({ certificates }: { certificates: Lot['certificates'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('lot.certificates')}>
      {certificates.length === 0 && <p className="text-ink-soft">{t('lot.noCertificates')}</p>}
      <ul className="divide-y divide-line">
        {certificates.map(({ number, state, issuedBy, issuedOn, basis }) => (
          <li key={number} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium break-all">{t('lot.certificate', { number })}</span>
              <Badge tone={tones[state]}>{t(`certificate.${state}`)}</Badge>
            </p>
            <p className="text-sm text-ink-soft">
              {t('lot.certificateBy', { issuer: issuedBy, date: formatDate(issuedOn, locale) })} · {t(`basis.${basis}`)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Test = Lot['tests'][number];

function Items({ items }: { items: Test['items'] }) {
  const t = useT();
  return (
    <details className="mt-2 rounded-md bg-sunken px-4 print:bg-transparent print:px-0" open={items.length <= 4}>
      <summary className="touch w-full font-medium">{t('lot.testItems', { count: items.length })}</summary>
      <table className="mb-3 w-full text-sm">
        <thead className="text-start text-ink-faint">
          <tr>
            {(['lot.testItem', 'lot.testLimit', 'lot.testValue', 'lot.testResult'] as const).map((key) => (
              <th key={key} scope="col" className="pe-3 pb-1 text-start font-normal">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, limit, value, passed }, index) => (
            <tr key={index} className="border-t border-line align-baseline">
              <th scope="row" lang="zh-CN" className="py-1.5 pe-3 text-start font-medium">
                {item}
              </th>
              <td className="pe-3">{limit || '—'}</td>
              <td className="numeric pe-3">{value}</td>
              <td className={passed ? 'whitespace-nowrap' : 'font-semibold whitespace-nowrap text-cinnabar'}>
                {t(passed ? 'lot.testPassed' : 'lot.testFailed')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What laboratories found; who sent the sample in stands beside it, since that is half of what a report says. */
export function Tests({ tests }: { tests: Lot['tests'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('lot.tests')}>
      {tests.length === 0 && <p className="text-ink-soft">{t('lot.noTests')}</p>}
      <ul className="divide-y divide-line">
        {tests.map(({ source, reportNumber, laboratory, reportedOn, passed, items }) => (
          <li key={`${source}-${reportNumber}`} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Badge tone={passed ? 'good' : 'bad'}>{t(passed ? 'lot.testPassed' : 'lot.testFailed')}</Badge>
              <span className="font-medium">{t(`lot.testSource.${source}`)}</span>
              <span className="text-sm text-ink-faint">{formatDate(reportedOn, locale)}</span>
            </p>
            <p className="text-sm text-ink-soft">{t('lot.testReport', { laboratory, number: reportNumber })}</p>
            {items.length > 0 && <Items items={items} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
