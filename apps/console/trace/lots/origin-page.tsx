import { Card, EmptyState, Facts, useApi, useLocale, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { inLanguage } from '../../frame/in-language';
import { Page } from '../../frame/page';
import { Day } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { useWeight } from '../weights';

type Source = Output<'GET /trace/order-lines/{id}/origin'>['lots'][number];

function SourceCard({ source }: { source: Source }) {
  const t = useT();
  const locale = useLocale();
  const weight = useWeight();
  const { productName, households, village, countyName } = source;
  return (
    <Card
      level={3}
      title={
        <>
          <span className="font-mono text-base">{source.lotCode}</span> {inLanguage(productName, locale)}
        </>
      }
    >
      <Facts
        facts={[
          { term: t('lots.produced'), detail: <Day value={source.producedOn} /> },
          ...(source.packs === null ? [] : [{ term: t('origin.packs'), detail: String(source.packs) }]),
          { term: t('origin.delivered'), detail: <span className="numeric">{weight(source.deliveredGrams)}</span> },
          { term: t('balance.own'), detail: <span className="numeric">{weight(source.ownGrams)}</span> },
          {
            term: t('origin.days'),
            detail:
              source.firstDeliveredOn === null ? (
                t('list.notYet')
              ) : (
                <>
                  <Day value={source.firstDeliveredOn} /> – <Day value={source.lastDeliveredOn} />
                </>
              ),
          },
          {
            term: t('lots.households'),
            detail: households === null ? t('origin.few') : t('lot.householdCount', { count: households }),
          },
          { term: t('origin.place'), detail: village ?? countyName ?? t('list.notYet') },
        ]}
      />
    </Card>
  );
}

/** Step by step back: depth 0 is what was in the parcel, each next step what it was made of. */
function Steps({ lots }: { lots: readonly Source[] }) {
  const t = useT();
  const depths = [...new Set(lots.map(({ depth }) => depth))].sort((one, other) => one - other);
  if (depths.length === 0) return <EmptyState title={t('origin.none')}>{t('origin.noneText')}</EmptyState>;
  return (
    <ol className="flex flex-col gap-6">
      {depths.map((depth) => (
        <li key={depth}>
          <h2 className="mb-3 text-lg">{t(depth === 0 ? 'origin.shipped' : 'origin.madeOf', { depth })}</h2>
          <div className="grid gap-4 lg:grid-cols-2">
            {lots
              .filter((one) => one.depth === depth)
              .map((source) => (
                <SourceCard key={source.lotCode} source={source} />
              ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** From a sold line back through all processing to what households brought; small counts are not shown to anybody. */
export function OriginPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /trace/order-lines/{id}/origin', { params: { id } });
  return (
    <Page title={t('origin.title')} lead={t('origin.lead')}>
      <Whole query={query}>{({ lots }) => <Steps lots={lots} />}</Whole>
    </Page>
  );
}
