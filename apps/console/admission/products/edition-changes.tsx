import { Badge, Button, Card, Table, useSend } from '@xihuo/ui';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { EDITION_READS as READS, wantedOf, type Edition } from './edition';
import { Problem } from '../../frame/problem';
import { useAfter } from './use-after';

/** What was in the edition before and is not in this one, each with why. */
export function Departures({ edition }: { edition: Edition }) {
  const t = useT();
  return (
    <Card
      title={t('edition.left')}
      aside={<span className="text-sm text-ink-faint">{t('list.shown', { count: edition.departures.length })}</span>}
    >
      {edition.departures.length === 0 ? (
        <p className="text-ink-soft">{t('edition.noneLeft')}</p>
      ) : (
        <Table
          caption={t('edition.left')}
          rows={edition.departures}
          rowKey={(row) => `${row.supplier.id} ${row.product.id}`}
          columns={[
            {
              id: 'product',
              header: t('dossiers.product'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {row.product.name}
                  <span className="block text-sm font-normal text-ink-faint">{row.supplier.name}</span>
                </>
              ),
            },
            {
              id: 'cause',
              header: t('edition.cause'),
              cell: (row) => (
                <>
                  <Badge tone={row.cause === 'leftOut' ? 'neutral' : 'bad'}>{t(`departure.${row.cause}`)}</Badge>
                  <span className="block text-ink-soft">{row.reason}</span>
                </>
              ),
            },
            {
              id: 'since',
              header: t('edition.since'),
              cell: (row) => (
                <span className="whitespace-nowrap">{t('editions.nth', { number: row.sinceEdition })}</span>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

/** What the editor left out though it might stand in it. */
export function Exclusions({ edition }: { edition: Edition }) {
  const t = useT();
  const mayEdit = hasRole(useMe(), ['operator']) && edition.state === 'draft';
  const send = useSend('PUT /admission/editions/{number}', useAfter({ routes: READS, told: t('edition.takenBack') }));
  if (edition.exclusions.length === 0) return null;
  const takeBack = (supplierId: string, productId: string) => {
    const wanted = wantedOf(edition);
    send.mutate({
      params: { number: String(edition.number) },
      body: {
        ...wanted,
        exclusions: wanted.exclusions.filter((one) => one.supplierId !== supplierId || one.productId !== productId),
      },
      version: edition.version,
    });
  };
  return (
    <Card title={t('edition.exclusions')}>
      <Problem problem={send.error} />
      <ul className="divide-y divide-line">
        {edition.exclusions.map(({ supplier, product, reason }) => (
          <li
            key={`${supplier.id} ${product.id}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-2"
          >
            <span>
              <span className="font-medium">{product.name}</span>{' '}
              <span className="text-sm text-ink-faint">{supplier.name}</span>
              <span className="block text-ink-soft">{reason}</span>
            </span>
            {mayEdit && (
              <Button
                data-act="PUT /admission/editions/{number}"
                look="quiet"
                size="small"
                pending={send.isPending}
                onClick={() => takeBack(supplier.id, product.id)}
              >
                {t('edition.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
