import { Badge, Button, Card, usePages, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { ActButton, type Act } from '../../admission/watching/act';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { Day } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { Refusal, Typed, useSave } from '../channels/parts';
import { ListingPicker, type PickedListing } from './listing-picker';

type Placement = Output<'GET /catalogue/placements'>['data'][number];
const tones = { coming: 'info', running: 'attention', over: 'neutral', ended: 'neutral' } as const;

function End({ placement: { id } }: { placement: Placement }) {
  const t = useT();
  const act: Act<'POST /catalogue/placements/{id}/end'> = {
    route: 'POST /catalogue/placements/{id}/end',
    ...{ word: t('labels.end'), lead: t('labels.endLead'), done: t('labels.ended'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('channel.reason'), least: 4, most: 300 }],
    input: ({ reason = '' }) => ({ params: { id }, body: { reason: reason.trim() } }),
  };
  return <ActButton act={act} size="small" />;
}

/** Places that somebody paid for: where they stand they carry 广告. */
export function Placements() {
  const t = useT();
  const say = useSay();
  const keeps = hasRole(useMe(), ['operator']);
  const input = { query: {} };
  const query = usePages('GET /catalogue/placements', input);
  return (
    <Card title={t('labels.placements')}>
      <p className="mb-3 text-sm text-ink-faint">{t('labels.placementsText')}</p>
      <Listing
        id="placements"
        query={query}
        caption={t('labels.placements')}
        rowKey={(row) => row.id}
        empty={{ title: t('labels.noPlacements'), text: t('labels.noPlacementsText') }}
        file={<ListFile name={t('labels.placements')} route="GET /catalogue/placements" input={input} />}
        columns={[
          { id: 'product', header: t('order.product'), rowHeader: true, cell: (row) => say(row.product.name) },
          { id: 'supplier', header: t('agreement.supplier'), cell: (row) => row.supplier.name },
          {
            id: 'days',
            header: t('labels.days'),
            cell: (row) => (
              // One piece: on a phone a cell is a line of two columns, its name and this.
              <span>
                <Day value={row.startsOn} /> – <Day value={row.endsOn} />
              </span>
            ),
          },
          { id: 'contract', header: t('labels.contract'), cell: (row) => row.contract },
          {
            id: 'state',
            header: t('list.state'),
            cell: (row) => <Badge tone={tones[row.state]}>{t(`placementState.${row.state}`)}</Badge>,
          },
          ...(keeps
            ? [
                {
                  id: 'act',
                  header: t('channel.act'),
                  cell: (row: Placement) =>
                    row.state === 'coming' || row.state === 'running' ? <End placement={row} /> : '—',
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

const BLANK = { startsOn: '', endsOn: '', contract: '' };

/** After one is entered the form begins anew. */
export function EnterPlacement() {
  const [entered, setEntered] = useState(0);
  return <EnterForm key={entered} onEntered={() => setEntered(entered + 1)} />;
}

function EnterForm({ onEntered }: { onEntered: () => void }) {
  const t = useT();
  const [listing, setListing] = useState<PickedListing | null>(null);
  const [typed, setTyped] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const save = useSave('POST /catalogue/placements', t('labels.entered'));
  const set = (some: Partial<typeof BLANK>) => setTyped((before) => ({ ...before, ...some }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const whole = typed.startsOn && typed.endsOn && typed.contract.trim().length >= 2;
    if (!listing || !whole || save.isPending) return;
    const body = { ...typed, supplierId: listing.supplier.id, productId: listing.product.id };
    save.mutate({ body }, { onSuccess: onEntered });
  };
  return (
    <Card title={t('labels.enter')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <ListingPicker value={listing} error={tried && !listing ? t('act.missing') : null} onChange={setListing} />
        <Typed
          label={t('channel.startsOn')}
          type="date"
          tried={tried}
          value={typed.startsOn}
          onChange={(startsOn) => set({ startsOn })}
        />
        <Typed
          label={t('channel.endsOn')}
          type="date"
          tried={tried}
          value={typed.endsOn}
          onChange={(endsOn) => set({ endsOn })}
        />
        <Typed
          label={t('labels.contract')}
          hint={t('labels.contractHint')}
          most={120}
          tried={tried}
          value={typed.contract}
          onChange={(contract) => set({ contract })}
        />
        <Refusal problem={save.error} />
        <Button data-act="POST /catalogue/placements" type="submit" pending={save.isPending}>
          {t('labels.enterSubmit')}
        </Button>
      </form>
    </Card>
  );
}
