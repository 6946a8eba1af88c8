import { Badge, Card, Facts, formatBasisPoints, formatMoney, useLocale, usePages, type Output } from '@xihuo/ui';
import { useCategoryName } from '../../admission/products/category';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { Day, Moment } from '../../frame/when';
import { useT } from '../../words';

type Draft = Output<'GET /catalogue/campaigns/{id}'>;
export type Discount = Draft['discounts'][number];

/** What a discount takes off, and who bears it, in words. */
export function useDiscountWords() {
  const t = useT();
  const locale = useLocale();
  const categoryName = useCategoryName();
  const terms = ({ kind, percentBp, threshold, reduction, category }: Discount) => {
    const off =
      kind === 'percentOff' || !threshold || !reduction
        ? t('discount.percentOff', { share: formatBasisPoints(percentBp ?? 0, locale) })
        : t('discount.fullReduction', { threshold: formatMoney(threshold), reduction: formatMoney(reduction) });
    return category ? `${off} · ${categoryName(category)}` : off;
  };
  const funders = (list: Discount['funders']) =>
    list
      .map(({ kind, organisation, shareBp }) =>
        t('discount.funder', {
          who: organisation?.name ?? t(`funder.${kind}`),
          share: formatBasisPoints(shareBp, locale),
        }),
      )
      .join(locale === 'en' ? ', ' : '，');
  return { terms, funders };
}

/** A campaign whose terms no longer change. */
export function CampaignSheet({ draft }: { draft: Draft }) {
  const t = useT();
  const say = useSay();
  const { terms, funders } = useDiscountWords();
  return (
    <Card title={t('campaigns.terms')}>
      <Facts
        facts={[
          { term: t('campaigns.pair'), detail: `${draft.east.name} – ${draft.west.name}` },
          { term: t('channel.startsOn'), detail: <Day value={draft.startsOn} /> },
          { term: t('channel.endsOn'), detail: <Day value={draft.endsOn} /> },
          ...draft.discounts.map((one) => ({
            term: say(one.name),
            detail: (
              <>
                {terms(one)}
                <span className="block text-sm text-ink-soft">{funders(one.funders)}</span>
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}

/** What suppliers entered; what is not recognised or not for sale at present is entered and not shown. */
export function Entries({ id }: { id: string }) {
  const t = useT();
  const say = useSay();
  const input = { params: { id }, query: {} };
  const query = usePages('GET /catalogue/campaigns/{id}/entries', input);
  return (
    <Card title={t('campaigns.entries')}>
      <Listing
        id="campaign-entries"
        query={query}
        caption={t('campaigns.entries')}
        rowKey={(row) => `${row.supplier.id} ${row.product.id}`}
        empty={{ title: t('campaigns.noEntries'), text: t('campaigns.noEntriesText') }}
        file={<ListFile name={t('campaigns.entries')} route="GET /catalogue/campaigns/{id}/entries" input={input} />}
        columns={[
          { id: 'product', header: t('order.product'), rowHeader: true, cell: (row) => say(row.product.name) },
          { id: 'supplier', header: t('agreement.supplier'), cell: (row) => row.supplier.name },
          { id: 'at', header: t('campaigns.enteredAt'), cell: (row) => <Moment value={row.enteredAt} /> },
          {
            id: 'shown',
            header: t('campaigns.shown'),
            cell: (row) => (
              <Badge tone={row.shown ? 'good' : 'attention'}>
                {t(row.shown ? 'campaigns.isShown' : 'campaigns.notShown')}
              </Badge>
            ),
          },
        ]}
      />
    </Card>
  );
}
