import { LinkButton, usePages } from '@xihuo/ui';
import { Areas } from '../admission/watching/frame';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { StateBadge, TargetBar, useOwnSuppliers, type AgreementRow } from './parts';

const KINDS = ['contractPurchase', 'employment', 'dividend'] as const;

export function AgreementAreas() {
  const t = useT();
  return (
    <Areas
      label={t('agreements.areas')}
      areas={[
        { to: '/benefit/agreements', word: t('menu.agreements') },
        { to: '/benefit/held', word: t('held.title') },
      ]}
    />
  );
}

/** From its first day to its last; an agreement without a last day runs until one side ends it. */
export function Term({ agreement }: { agreement: Pick<AgreementRow, 'effectiveFrom' | 'effectiveTo'> }) {
  const t = useT();
  return (
    <span className="block">
      <Day value={agreement.effectiveFrom} />
      <span className="block">
        {agreement.effectiveTo === null ? (
          <span className="text-sm text-ink-faint">{t('agreement.openEnded')}</span>
        ) : (
          <>
            {t('agreement.to')} <Day value={agreement.effectiveTo} />
          </>
        )}
      </span>
    </span>
  );
}

/** Agreements between suppliers and households, and how far each has come. */
export function AgreementsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const kind = useView('kind', KINDS);
  const query = usePages('GET /benefit/agreements', { query: kind ? { kind } : {} });
  return (
    <Page
      title={t('menu.agreements')}
      lead={t('agreements.lead')}
      actions={own.length > 0 && <LinkButton to="/benefit/agreements/new">{t('agreement.new')}</LinkButton>}
    >
      <AgreementAreas />
      <Views
        name="kind"
        label={t('agreements.views')}
        views={[{ value: '', word: t('list.all') }, ...KINDS.map((value) => ({ value, word: t(`linkage.${value}`) }))]}
      />
      <Listing
        id="agreements"
        query={query}
        caption={t('menu.agreements')}
        rowKey={(row) => row.id}
        edit={
          own.length > 0 ? ({ id, state }) => (state === 'draft' ? `/benefit/agreements/${id}/edit` : null) : undefined
        }
        empty={{ title: t('agreements.none'), text: t('agreements.noneText') }}
        columns={[
          {
            id: 'household',
            header: t('dues.household'),
            rowHeader: true,
            cell: (row) => (
              <>
                <RowLink to={`/benefit/agreements/${row.id}`}>{row.household.displayName}</RowLink>
                <span className="block text-sm font-normal text-ink-faint">{row.household.village}</span>
              </>
            ),
          },
          {
            id: 'kind',
            header: t('agreement.kind'),
            cell: (row) => (
              <span className="whitespace-nowrap">
                {t(`linkage.${row.kind}`)}
                <span className="numeric block text-sm text-ink-faint">{row.number}</span>
              </span>
            ),
          },
          ...(own.length === 1
            ? []
            : [{ id: 'supplier', header: t('agreement.supplier'), cell: (row: AgreementRow) => row.supplier.name }]),
          { id: 'product', header: t('order.product'), cell: (row) => row.product?.name ?? t('list.notYet') },
          { id: 'target', header: t('agreement.target'), cell: (row) => <TargetBar target={row.target} /> },
          { id: 'term', header: t('agreement.term'), cell: (row) => <Term agreement={row} /> },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`agreement.${row.state}`} /> },
        ]}
      />
    </Page>
  );
}
