import {
  Card,
  Facts,
  formatDate,
  LinkButton,
  Notice as Remark,
  TextLink,
  useApi,
  useLocale,
  usePages,
  type Fact,
  type Output,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { ProductGrid } from '../catalogue/product-card';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { useT } from '../words';
import { Place, StandingBadge } from './marks';
import { WaitingPage } from './reading';
import { RecordPage } from './record-page';
import { Findings } from './supplier-findings';
import { Listed, Measures } from './supplier-history';

export type Supplier = Output<'GET /suppliers/{id}'>;

/** What a reader must know before anything else: whether it may sell now, and what becomes of orders where not. */
function MaySell({ supplier }: { supplier: Supplier }) {
  const t = useT();
  if (supplier.standing === 'exited') {
    return (
      <Remark tone="bad" title={t('supplier.mayNotSell')}>
        {t('supplier.exitedText')}
      </Remark>
    );
  }
  if (supplier.standing === 'suspended') {
    return (
      <Remark tone="bad" title={t('supplier.mayNotSell')}>
        {t('supplier.mayNotSellText')}
      </Remark>
    );
  }
  if (!supplier.maySell) {
    return (
      <Remark tone="bad" title={t('supplier.mayNotSell')}>
        {t('supplier.termOverText')}
      </Remark>
    );
  }
  return null;
}

function Now({ supplier }: { supplier: Supplier }) {
  const t = useT();
  const locale = useLocale();
  const facts: (Fact | false)[] = [
    {
      term: t('register.standing'),
      detail: (
        <span className="flex flex-wrap items-center gap-x-3">
          <StandingBadge {...supplier} />
          {t('supplier.standingSince', { date: formatDate(supplier.standingSince, locale) })}
        </span>
      ),
    },
    supplier.certifiedOn !== null &&
      supplier.validUntil !== null && {
        term: t('supplier.validity'),
        detail: t('supplier.validity.fromTo', {
          from: formatDate(supplier.certifiedOn, locale),
          to: formatDate(supplier.validUntil, locale),
        }),
      },
    {
      term: t('supplier.recommendedBy'),
      detail:
        supplier.recommendedBy.length === 0
          ? t('supplier.notRecommended')
          : supplier.recommendedBy.map(({ department, signedOn }) => (
              <span key={department} className="block">
                {t('supplier.recommended', {
                  department: t(`department.${department}`),
                  date: formatDate(signedOn, locale),
                })}
              </span>
            )),
    },
    supplier.notices.length > 0 && {
      term: t('supplier.openNotices'),
      detail: supplier.notices.map(({ id, kind, endsOn }) => (
        <TextLink key={id} to={`/notices/${id}`}>
          {t('supplier.openNotice', { kind: t(`notice.kind.${kind}`), date: formatDate(endsOn, locale) })}
        </TextLink>
      )),
    },
    {
      term: t('record.supplierNumber'),
      detail: <span className="font-mono text-sm break-all">{supplier.supplierId}</span>,
    },
  ];
  return (
    <Card title={t('supplier.now')}>
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </Card>
  );
}

function Licences({ supplier }: { supplier: Supplier }) {
  const t = useT();
  const locale = useLocale();
  const until = (date: string | null) =>
    date ? t('supplier.validUntil', { date: formatDate(date, locale) }) : t('supplier.noTerm');
  return (
    <Card title={t('supplier.licences')}>
      <Facts
        facts={[
          { term: t('register.kind'), detail: t(`kind.${supplier.kind}`) },
          { term: t('supplier.uscc'), detail: <span className="font-mono break-all">{supplier.uscc}</span> },
          { term: t('register.county'), detail: <Place county={supplier.county} /> },
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

function Goods({ supplierId }: { supplierId: string }) {
  const t = useT();
  const list = usePages('GET /products', { query: { supplier: supplierId, limit: 8 } });
  if (!list.rows?.length) return null;
  return (
    <section aria-labelledby="goods" className="mt-8 print:hidden">
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

/** A supplier as the public may know it: how it stands, on what evidence, and what was done about it. */
export function SupplierPage() {
  const t = useT();
  const name = useName();
  const { id = '' } = useParams();
  const { data: supplier, error, isPending, refetch } = useApi('GET /suppliers/{id}', { params: { id } });
  if (isPending) return <WaitingPage />;
  if (!supplier) {
    return (
      <PageFailed
        problem={error}
        missing={t('supplier.missing')}
        hint={t('supplier.missingHint')}
        action={<LinkButton to="/register">{t('nav.register')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <RecordPage
      title={name(supplier.name)}
      lead={t('supplier.lead')}
      data={`/suppliers/${supplier.supplierId}`}
      printed
    >
      <div className="flex flex-col gap-5">
        <MaySell supplier={supplier} />
        <div className="grid items-start gap-5 md:grid-cols-2">
          <div className="grid gap-5">
            <Now supplier={supplier} />
            <Measures supplier={supplier} />
          </div>
          <Licences supplier={supplier} />
        </div>
        <Listed supplier={supplier} />
        <Findings supplier={supplier} />
      </div>
      <Goods supplierId={supplier.supplierId} />
    </RecordPage>
  );
}
