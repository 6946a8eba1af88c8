import {
  Badge,
  Card,
  Facts,
  formatDate,
  LinkButton,
  Loading,
  Skeleton,
  useApi,
  useLocale,
  usePages,
  type Output,
  type Tone,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { ProductGrid } from '../catalogue/product-card';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { StandingBadge } from './standing';

type Supplier = Output<'GET /suppliers/{id}'>;
type Finding = Supplier['findings'][number];

const tones: Record<Finding['result'], Tone> = {
  pass: 'good',
  fail: 'bad',
  notApplicable: 'neutral',
  notJudged: 'neutral',
};

function Licences({ supplier }: { supplier: Supplier }) {
  const t = useT();
  const locale = useLocale();
  const until = (date: string | null) =>
    date ? t('supplier.validUntil', { date: formatDate(date, locale) }) : t('supplier.noTerm');
  return (
    <Card title={t('supplier.licences')} aside={<StandingBadge standing={supplier.standing} />}>
      <Facts
        facts={[
          { term: t('register.kind'), detail: t(`kind.${supplier.kind}`) },
          { term: t('supplier.uscc'), detail: <span className="font-mono break-all">{supplier.uscc}</span> },
          {
            term: t('register.county'),
            detail: <span lang="zh-CN">{`${supplier.county.provinceName} ${supplier.county.name}`}</span>,
          },
          { term: t('supplier.established'), detail: formatDate(supplier.establishedOn, locale) },
          { term: t('supplier.licence'), detail: until(supplier.licenceValidUntil) },
          ...supplier.foodLicences.map((licence) => ({
            term: t('supplier.foodLicence'),
            detail: (
              <>
                <span className="font-mono break-all">{licence.number}</span>
                <span className="block text-sm text-ink-faint">{until(licence.validUntil)}</span>
              </>
            ),
          })),
          {
            term: t('lot.households'),
            detail:
              supplier.linkedHouseholds === null
                ? t('lot.householdsFew')
                : t('lot.householdsCount', { count: supplier.linkedHouseholds }),
          },
        ]}
      />
    </Card>
  );
}

/** The findings that gave the right to sell: what a program judged with its result, and what is for people to judge. */
function Findings({ supplier }: { supplier: Supplier }) {
  const t = useT();
  const name = useName();
  const judged = supplier.findings.filter((finding) => finding.result !== 'notJudged');
  const forPeople = supplier.findings.filter((finding) => finding.result === 'notJudged');
  return (
    <Card
      title={t('supplier.findings')}
      aside={
        supplier.standardVersion && (
          <span className="text-sm text-ink-faint">
            {t('supplier.standard', { version: supplier.standardVersion })}
          </span>
        )
      }
    >
      <p className="text-ink-soft">{t('supplier.findingsText')}</p>
      <ul className="mt-3 gap-x-12 md:columns-2">
        {judged.map((finding) => (
          <li
            key={finding.criterion}
            className="grid break-inside-avoid grid-cols-[1fr_auto] items-baseline gap-x-4 border-t border-line py-2.5"
          >
            <span className="font-medium">{name(finding.name)}</span>
            <Badge tone={tones[finding.result]}>{t(`finding.${finding.result}`)}</Badge>
            {finding.result === 'fail' && (
              <span className="col-span-2 text-sm text-ink-soft">{name(finding.sentence)}</span>
            )}
          </li>
        ))}
      </ul>
      {forPeople.length > 0 && (
        <>
          <h3 className="mt-6 text-base">{t('supplier.forPeople', { count: forPeople.length })}</h3>
          <p className="text-ink-soft">{t('supplier.forPeopleText')}</p>
          <ul className="mt-3 list-disc gap-x-12 ps-5 text-ink-soft marker:text-line-strong md:columns-2">
            {forPeople.map((finding) => (
              <li key={finding.criterion} className="break-inside-avoid py-1">
                {name(finding.name)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Goods({ supplierId }: { supplierId: string }) {
  const t = useT();
  const list = usePages('GET /products', { query: { supplier: supplierId, limit: 8 } });
  if (!list.rows?.length) return null;
  return (
    <section aria-labelledby="goods" className="mt-8">
      <header className="mb-3 flex items-baseline justify-between">
        <h2 id="goods" className="text-xl">
          {t('supplier.goods')}
        </h2>
        <LinkButton look="quiet" size="small" to={`/products?supplier=${supplierId}`}>
          {t('home.all')}
        </LinkButton>
      </header>
      <ProductGrid products={list.rows} />
    </section>
  );
}

export function SupplierPage() {
  const t = useT();
  const name = useName();
  const { id = '' } = useParams();
  const { data: supplier, error, isPending, refetch } = useApi('GET /suppliers/{id}', { params: { id } });
  if (isPending) {
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="h-80" />
        </Loading>
      </div>
    );
  }
  if (!supplier) {
    return (
      <PageFailed
        problem={error}
        missing={t('supplier.missing')}
        action={<LinkButton to="/register">{t('nav.register')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="page">
      <PageTitle lead={t('supplier.lead')}>{name(supplier.name)}</PageTitle>
      <div className="flex flex-col gap-5">
        <Licences supplier={supplier} />
        <Findings supplier={supplier} />
      </div>
      <Goods supplierId={supplier.supplierId} />
    </div>
  );
}
