import { Button, Card, EmptyState, Table, useApi } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { ActButton, type Act } from '../../admission/watching/act';
import { useSay } from '../../admission/watching/today';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { Refusal, Typed, useSave } from '../channels/parts';
import { keyOf, ListingPicker, type PickedListing } from './listing-picker';

const LABEL = 'PUT /catalogue/listings/{supplierId}/{productId}/own-account';

function TakeOff({ listing: { supplier, product } }: { listing: PickedListing }) {
  const t = useT();
  const act: Act<typeof LABEL> = {
    route: LABEL,
    ...{ word: t('labels.takeOff'), lead: t('labels.takeOffLead'), done: t('labels.takenOff'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('channel.reason'), least: 4, most: 300 }],
    input: ({ reason = '' }) => ({
      params: { supplierId: supplier.id, productId: product.id },
      body: { ownAccount: false, reason: reason.trim() },
    }),
  };
  return <ActButton act={act} size="small" />;
}

/** What the platform's own business sells: buyers see 自营 on it. */
export function OwnAccount() {
  const t = useT();
  const say = useSay();
  const keeps = hasRole(useMe(), ['operator']);
  const query = useApi('GET /catalogue/own-account', {});
  return (
    <Card title={t('labels.ownAccount')}>
      <p className="mb-3 text-sm text-ink-faint">{t('labels.ownAccountText')}</p>
      <Whole query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('labels.noOwnAccount')}>{t('labels.noOwnAccountText')}</EmptyState>
          ) : (
            <Table
              caption={t('labels.ownAccount')}
              rows={data}
              rowKey={keyOf}
              columns={[
                { id: 'product', header: t('order.product'), rowHeader: true, cell: (row) => say(row.product.name) },
                { id: 'supplier', header: t('agreement.supplier'), cell: (row) => row.supplier.name },
                ...(keeps
                  ? [
                      {
                        id: 'act',
                        header: t('channel.act'),
                        cell: (row: PickedListing) => <TakeOff listing={row} />,
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Whole>
    </Card>
  );
}

/** After one is marked the form begins anew. */
export function MarkOwnAccount() {
  const [marked, setMarked] = useState(0);
  return <MarkForm key={marked} onMarked={() => setMarked(marked + 1)} />;
}

function MarkForm({ onMarked }: { onMarked: () => void }) {
  const t = useT();
  const [listing, setListing] = useState<PickedListing | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useSave(LABEL, t('labels.marked'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!listing || reason.trim().length < 4 || save.isPending) return;
    const params = { supplierId: listing.supplier.id, productId: listing.product.id };
    save.mutate({ params, body: { ownAccount: true, reason: reason.trim() } }, { onSuccess: onMarked });
  };
  return (
    <Card title={t('labels.mark')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <ListingPicker value={listing} error={tried && !listing ? t('act.missing') : null} onChange={setListing} />
        <Typed
          label={t('labels.basis')}
          hint={t('labels.basisHint')}
          most={300}
          tried={tried}
          value={reason}
          onChange={setReason}
        />
        <Refusal problem={save.error} />
        <Button
          data-act="PUT /catalogue/listings/{supplierId}/{productId}/own-account"
          type="submit"
          look="secondary"
          pending={save.isPending}
        >
          {t('labels.markSubmit')}
        </Button>
      </form>
    </Card>
  );
}
