import { Badge, Button, usePages, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ReasonAct } from '../../frame/act-dialog';
import { Listing } from '../../frame/listing';
import { Day } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { Category } from './category';
import { EDITION_READS as READS, wantedOf, type Edition } from './edition';
import { useAfter } from './use-after';

interface Entry {
  supplier: { id: string; name: string };
  product: { id: string; name: string };
}

const nameColumn = (header: string) => ({
  id: 'product',
  header,
  rowHeader: true,
  cell: ({ product, supplier }: Entry) => (
    <>
      {product.name}
      <span className="block text-sm font-normal text-ink-faint">{supplier.name}</span>
    </>
  ),
});

/** What a draft would hold now: what comes in newly, what stays; each may be left out, with the reason that is published. */
export function ComingEntries({ edition }: { edition: Edition }) {
  const t = useT();
  const isEditor = hasRole(useMe(), ['operator']);
  const [leaving, setLeaving] = useState<Entry | null>(null);
  const query = usePages('GET /admission/editions/{number}/entries', { params: { number: String(edition.number) } });
  return (
    <section>
      <h2 className="text-lg">{t('edition.coming')}</h2>
      <p className="mb-2 text-ink-soft">{t('edition.comingText')}</p>
      <Listing
        id="edition-coming"
        query={query}
        caption={t('edition.coming')}
        rowKey={(row) => row.recognitionId}
        empty={{ title: t('edition.noneComing'), text: t('edition.noneComingText') }}
        columns={[
          nameColumn(t('dossiers.product')),
          { id: 'category', header: t('dossiers.category'), cell: (row) => <Category value={row.product.category} /> },
          {
            id: 'county',
            header: t('applications.county'),
            cell: (row) => `${row.county.provinceName} ${row.county.name}`,
          },
          { id: 'issuer', header: t('recognition.issuer'), cell: (row) => row.issuer },
          { id: 'until', header: t('recognition.validUntil'), cell: (row) => <Day value={row.validUntil} /> },
          {
            id: 'arrives',
            header: t('edition.change'),
            cell: (row) => (
              <Badge tone={row.arrives ? 'good' : 'neutral'}>{t(row.arrives ? 'edition.new' : 'edition.stays')}</Badge>
            ),
          },
          ...(isEditor
            ? [
                {
                  id: 'act',
                  header: t('list.act'),
                  cell: (row: Entry) => (
                    <Button
                      data-act="PUT /admission/editions/{number}"
                      look="quiet"
                      size="small"
                      className="-my-2"
                      onClick={() => setLeaving(row)}
                    >
                      {t('edition.leaveOut')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {leaving && <LeaveOut edition={edition} entry={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function LeaveOut({ edition, entry, onClose }: { edition: Edition; entry: Entry; onClose: () => void }) {
  const t = useT();
  const send = useSend(
    'PUT /admission/editions/{number}',
    useAfter({ routes: READS, told: t('edition.leftOutDone'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('edition.leaveOutTitle', { product: entry.product.name })}
      submit={t('edition.leaveOut')}
      look="danger"
      text={t('edition.leaveOutText')}
      label={t('act.reason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) => {
        const wanted = wantedOf(edition);
        const exclusion = { supplierId: entry.supplier.id, productId: entry.product.id, reason };
        send.mutate({
          params: { number: String(edition.number) },
          body: { ...wanted, exclusions: [...wanted.exclusions, exclusion] },
          version: edition.version,
        });
      }}
      onClose={onClose}
    />
  );
}

/** The entries as they were published, and what may no longer be sold or carry the mark since. */
export function PublishedEntries({ number }: { number: number }) {
  const t = useT();
  const query = usePages('GET /catalogue/editions/{number}/entries', { params: { number: String(number) } });
  return (
    <section>
      <h2 className="mb-2 text-lg">{t('edition.list')}</h2>
      <Listing
        id="edition-entries"
        query={query}
        caption={t('edition.list')}
        rowKey={(row) => String(row.position)}
        empty={{ title: t('edition.noneComing'), text: '' }}
        columns={[
          { id: 'position', header: t('edition.position'), numeric: true, cell: (row) => row.position },
          nameColumn(t('dossiers.product')),
          {
            id: 'county',
            header: t('applications.county'),
            cell: (row) => `${row.county.provinceName} ${row.county.name}`,
          },
          {
            id: 'issuer',
            header: t('edition.recommendedBy'),
            cell: (row) => (
              <>
                {row.issuer.name}
                <span className="block text-sm text-ink-faint">{row.scheme}</span>
              </>
            ),
          },
          { id: 'until', header: t('recognition.validUntil'), cell: (row) => <Day value={row.validUntil} /> },
          {
            id: 'since',
            header: t('edition.since'),
            cell: (row) => <span className="whitespace-nowrap">{t('editions.nth', { number: row.sinceEdition })}</span>,
          },
          {
            id: 'now',
            header: t('edition.now'),
            cell: (row) =>
              row.now ? (
                <Badge tone="bad">{t(`departure.${row.now}`)}</Badge>
              ) : (
                <Badge tone="good">{t('edition.holds')}</Badge>
              ),
          },
        ]}
      />
    </section>
  );
}
