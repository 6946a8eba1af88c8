import { Badge, Card, formatDate, TextLink, useLocale } from '@xihuo/ui';
import { Link } from 'react-router';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { MeasureBadge } from './marks';
import { Span } from './measures-page';
import type { Supplier } from './supplier-page';

function MeasureList({ title, measures }: { title: string; measures: Supplier['measures'] }) {
  const name = useName();
  if (measures.length === 0) return null;
  return (
    <section className="mt-2">
      <h3 className="text-sm text-ink-faint">{title}</h3>
      <ul className="divide-y divide-line">
        {measures.map((measure) => (
          <li key={measure.id}>
            <Link to={`/register/measures/${measure.id}`} className="group block py-2.5">
              <span className="flex flex-wrap items-baseline gap-x-3">
                <MeasureBadge kind={measure.kind} state={measure.state} />
                <span className="text-sm text-ink-faint">
                  <Span measure={{ ...measure, startedAt: measure.startedOn, endedAt: measure.endedOn }} />
                </span>
              </span>
              <span className="underline-offset-4 group-hover:underline">{name(measure.reason)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was done about it: what holds today first, and what is over. */
export function Measures({ supplier }: { supplier: Supplier }) {
  const t = useT();
  return (
    <Card title={t('supplier.measures')}>
      {supplier.measures.length === 0 && <p className="text-ink-faint">{t('supplier.noMeasures')}</p>}
      <MeasureList
        title={t('supplier.inForce')}
        measures={supplier.measures.filter(({ state }) => state === 'inForce')}
      />
      <MeasureList title={t('supplier.past')} measures={supplier.measures.filter(({ state }) => state !== 'inForce')} />
    </Card>
  );
}

const KINDS = ['testReport', 'foodOperationLicence', 'greenFood', 'organic', 'geographicalIndication'] as const;
const isKnown = (kind: string): kind is (typeof KINDS)[number] => KINDS.some((known) => known === kind);

/** What it was allowed to list, what of it is recognised, and the certificates behind it. */
export function Listed({ supplier }: { supplier: Supplier }) {
  const t = useT();
  const locale = useLocale();
  if (supplier.products.length === 0 && supplier.certificates.length === 0) return null;
  return (
    <div className="grid items-start gap-5 md:grid-cols-2">
      {supplier.products.length > 0 && (
        <Card title={t('supplier.listed')}>
          <ul className="divide-y divide-line">
            {supplier.products.map(({ productId, name, onSale, recognition }) => (
              <li key={productId} className="py-2.5">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <span lang="zh-CN" className="font-medium">
                    {name}
                  </span>
                  <Badge tone={onSale ? 'good' : 'neutral'}>{t(onSale ? 'supplier.onSale' : 'supplier.offSale')}</Badge>
                </p>
                {recognition ? (
                  <TextLink className="text-sm" to={`/recognitions/${recognition.id}`}>
                    {t('supplier.recognisedUntil', {
                      issuer: recognition.issuerName,
                      date: formatDate(recognition.validUntil, locale),
                    })}
                  </TextLink>
                ) : (
                  <p className="text-sm text-ink-faint">{t('supplier.notRecognised')}</p>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {supplier.certificates.length > 0 && (
        <Card title={t('supplier.certificates')}>
          <p className="text-sm text-ink-soft">{t('supplier.certificatesText')}</p>
          <ul className="mt-2 divide-y divide-line">
            {supplier.certificates.map(({ kind, number, validUntil }) => (
              <li key={kind + number} className="grid gap-x-4 py-2.5 sm:grid-cols-[1fr_auto]">
                <span>
                  {isKnown(kind) ? t(`certificate.${kind}`) : kind}{' '}
                  <span className="font-mono text-sm break-all text-ink-soft">{number}</span>
                </span>
                <span className="text-sm text-ink-faint">
                  {validUntil
                    ? t('supplier.validUntil', { date: formatDate(validUntil, locale) })
                    : t('supplier.noTerm')}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
