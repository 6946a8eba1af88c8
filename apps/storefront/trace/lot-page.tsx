import {
  Badge,
  Card,
  Facts,
  formatDate,
  LinkButton,
  Loading,
  Skeleton,
  TextLink,
  useApi,
  useLocale,
  type Output,
} from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { PageTitle } from '../frame/page-title';
import { useT } from '../use-t';
import { BreakdownCard } from './breakdown';
import { FeedbackAnswers } from './feedback-answers';
import { FeedbackForm } from './feedback-form';
import { LotJourney } from './lot-journey';
import { Certificates, Tests } from './lot-papers';
import { LotTools } from './lot-tools';
import { RecallBanner } from './recall-banner';

type Lot = Output<'GET /lots/{code}'>;

function LotFacts({ lot }: { lot: Lot }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const place = [lot.county.provinceName, lot.county.name, lot.village].filter(Boolean).join(' ');
  return (
    <Card title={t('lot.facts')} aside={lot.state === 'recalled' && <Badge tone="bad">{t('lot.recall')}</Badge>}>
      <Facts
        facts={[
          { term: t('lot.code'), detail: <span className="font-mono">{lot.code}</span> },
          {
            term: t('lot.product'),
            detail: <TextLink to={`/p/${lot.product.slug}`}>{name(lot.product.name)}</TextLink>,
          },
          { term: t('spec.origin'), detail: <span lang="zh-CN">{place}</span> },
          { term: t('lot.producedOn'), detail: formatDate(lot.producedOn, locale) },
          {
            term: t('supplier.title'),
            detail: (
              <TextLink lang="zh-CN" to={`/suppliers/${lot.supplier.id}`}>
                {lot.supplier.name}
              </TextLink>
            ),
          },
          {
            term: t('lot.delivered'),
            detail:
              lot.households === null ? t('lot.householdsFew') : t('lot.householdsCount', { count: lot.households }),
          },
        ]}
      />
    </Card>
  );
}

/** Of a lot as found or shared from outside: what was made, of which batch, where and by whom. */
function aboutLot(lot: Lot, lead: string, title: string) {
  const path = `/lots/${lot.code}`;
  return {
    ...{ path, description: `${lead} ${lot.county.provinceName}${lot.county.name} · ${lot.supplier.name}` },
    kind: 'article' as const,
    data: (origin: string) => [
      {
        '@type': 'IndividualProduct',
        ...{ name: title, serialNumber: lot.code, url: origin + path, productionDate: lot.producedOn },
        manufacturer: {
          '@type': 'Organization',
          name: lot.supplier.name,
          url: `${origin}/suppliers/${lot.supplier.id}`,
        },
      },
    ],
  };
}

/** The page behind the code on the pack. */
export function LotPage({ code }: { code: string }) {
  const t = useT();
  const name = useName();
  const { data: lot, error, isPending, refetch } = useApi('GET /lots/{code}', { params: { code } });
  if (isPending) {
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="mb-4 h-24" />
          <Skeleton className="h-72" />
        </Loading>
      </div>
    );
  }
  if (!lot) {
    return (
      <PageFailed
        problem={error}
        missing={t('lot.missing', { code })}
        hint={t('lot.missingHint')}
        action={<LinkButton to="/lots">{t('nav.lots')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  const title = t('lot.title', { product: name(lot.product.name) });
  return (
    <div className="page">
      <PageTitle lead={t('lot.lead')} about={aboutLot(lot, t('lot.lead'), title)}>
        {title}
      </PageTitle>
      {lot.recall && <RecallBanner recall={lot.recall} code={lot.code} />}
      <div className="grid items-start gap-5 md:grid-cols-[1fr_1.3fr] print:block print:*:mb-4">
        <div className="flex flex-col gap-5">
          <LotFacts lot={lot} />
          <LotJourney journey={lot.journey} />
        </div>
        <div className="flex flex-col gap-5">
          <BreakdownCard breakdown={lot.breakdown} />
          <Certificates certificates={lot.certificates} />
          <Tests tests={lot.tests} />
          <FeedbackForm code={lot.code} />
          <FeedbackAnswers code={lot.code} />
        </div>
      </div>
      <LotTools title={title} code={lot.code} />
    </div>
  );
}
