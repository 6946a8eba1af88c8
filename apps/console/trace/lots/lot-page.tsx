import { Badge, Card, Facts, formatDateTime, Notice, useApi, useLocale, type ApiProblem } from '@xihuo/ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../../frame/page';
import { rowLink } from '../../frame/views';
import { Day } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { useWeight } from '../weights';
import { BalancePicture } from './balance-picture';
import { LotActs } from './lot-menu';
import { CertificateBadge, LotBadge, type Lot } from './lot-parts';
import { Certificates, Quarantines, Tests } from './lot-papers';
import { Labels } from './labels';
import { Problem } from '../../frame/problem';
import { Moves } from './moves';

function RecallBanner({ lot }: { lot: Lot }) {
  const t = useT();
  const locale = useLocale();
  if (!lot.recall) return null;
  return (
    <Notice tone="bad" title={t('lot.recalledSince', { at: formatDateTime(lot.recall.openedAt, locale) })}>
      <p>{lot.recall.reason}</p>
      <Link to={`/trace/recalls/${lot.recall.id}`} className={rowLink}>
        {t('lot.toRecall')}
      </Link>
    </Notice>
  );
}

function LotFacts({ lot }: { lot: Lot }) {
  const t = useT();
  const weight = useWeight();
  const { deliveries, shipments } = lot;
  return (
    <Card title={t('lot.facts')} aside={<LotBadge state={lot.state} />}>
      <Facts
        facts={[
          { term: t('lots.product'), detail: lot.productName },
          { term: t('lots.produced'), detail: <Day value={lot.producedOn} /> },
          { term: t('lots.households'), detail: t('lot.householdCount', { count: lot.households }) },
          {
            term: t('menu.deliveries'),
            detail: (
              <Link
                to={`/trace/deliveries?lot=${lot.id}`}
                className="touch text-green underline-offset-4 hover:underline"
              >
                {t('lot.deliveries', { count: deliveries.counted, weight: weight(deliveries.grams) })}
              </Link>
            ),
          },
          {
            term: t('lot.shipments'),
            detail: t('lot.shipped', { lines: shipments.orderLines, packs: shipments.packs }),
          },
          { term: t('lots.certificate'), detail: <CertificateBadge state={lot.certificate} /> },
          { term: 'GTIN', detail: <span className="font-mono text-sm">{lot.gtin}</span> },
          {
            term: t('lot.publicPage'),
            detail: (
              <a
                href={`/lots/${lot.code}`}
                target="_blank"
                rel="noreferrer"
                className="touch text-green underline-offset-4 hover:underline"
              >
                {t('lot.openPublic')}
              </a>
            ),
          },
          {
            term: t('lot.breakdown'),
            detail: <Badge>{t(lot.breakdownPublic ? 'lot.breakdownPublic' : 'lot.breakdownNot')}</Badge>,
          },
        ]}
      />
    </Card>
  );
}

function Parts({ lot }: { lot: Lot }) {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  return (
    <div className="flex flex-col gap-6">
      <RecallBanner lot={lot} />
      <Problem problem={problem} />
      <LotActs lot={lot} onProblem={setProblem} />
      <BalancePicture lot={lot} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <LotFacts lot={lot} />
          <Moves lot={lot} />
        </div>
        <div className="flex flex-col gap-6">
          <Labels lot={lot} />
          <Certificates lot={lot} />
          <Quarantines lot={lot} />
          <Tests lot={lot} />
        </div>
      </div>
    </div>
  );
}

/** One lot whole: what is in it, where it went, its papers, and the code on its packs. */
export function LotPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/lots/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t('lot.title', { code: query.data.code }) : t('lot.untitled')}
      lead={query.data?.productName}
      back={{ to: '/trace/lots', word: t('menu.lots') }}
      history={{ kind: 'lot', id }}
    >
      <Whole query={query}>{(lot) => <Parts lot={lot} />}</Whole>
    </Page>
  );
}
