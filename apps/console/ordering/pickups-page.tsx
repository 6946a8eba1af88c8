import { Badge, Button, routeKey, TextField, toast, usePages, useSend, type Column, type Output } from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../admission/watching/today';
import { ActDialog } from '../frame/act-dialog';
import { actForMany } from '../frame/bulk/act-many';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Moment } from '../frame/when';
import { useT } from '../words';

type Part = Output<'GET /pickups'>['data'][number];

const VIEWS = ['expected', 'arrived', 'handedOver'] as const;
const TONES = { expected: 'neutral', arrived: 'attention', handedOver: 'good' } as const;

function useReadAnew() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: routeKey('GET /pickups') });
}

function TakeIn({ part }: { part: Part }) {
  const t = useT();
  const readAnew = useReadAnew();
  const send = useSend('POST /pickups/{supplierOrderId}/arrival', {
    onSuccess: () => {
      toast(t('pickups.takenIn'));
      readAnew();
    },
    onError: () => toast(t('pickups.failed'), 'bad'),
  });
  const { supplierOrderId } = part;
  return (
    <Button
      data-act="POST /pickups/{supplierOrderId}/arrival"
      size="small"
      look="secondary"
      pending={send.isPending}
      onClick={() => send.mutate({ params: { supplierOrderId }, body: {} })}
    >
      {t('pickups.takeIn')}
    </Button>
  );
}

/** A van brings many at once. */
function useTakeInMany() {
  const t = useT();
  return actForMany({
    route: 'POST /pickups/{supplierOrderId}/arrival',
    ...{ word: t('pickups.takeIn'), lead: () => t('pickups.takeInMany'), fields: [] },
    can: (row: Part) => row.state === 'expected',
    rowKey: (row) => row.supplierOrderId,
    name: ({ orderNumber, name, supplierName }) => `${orderNumber} · ${name} · ${supplierName}`,
    to: () => '/ordering/pickups',
    input: ({ supplierOrderId }) => ({ params: { supplierOrderId }, body: {} }),
  });
}

/** The code the buyer reads out is the proof; everything of the order that lies here goes at once. */
function HandOverDialog({ part, onClose }: { part: Part; onClose: () => void }) {
  const t = useT();
  const readAnew = useReadAnew();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const digits = code.normalize('NFKC').replace(/\s/g, '');
  const isWhole = /^\d{8}$/.test(digits);
  const send = useSend('POST /pickups/orders/{orderId}/handover', {
    onSuccess: () => {
      toast(t('pickups.handedOver'));
      readAnew();
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    if (isWhole) send.mutate({ params: { orderId: part.orderId }, body: { code: digits } });
  };
  return (
    <ActDialog
      title={t('pickups.handOver')}
      submit={t('pickups.handOver')}
      text={t('pickups.handOverText', { number: part.orderNumber, name: part.name })}
      {...{ pending: send.isPending, problem: send.error, onSubmit: submit, onClose }}
    >
      <TextField
        label={t('pickups.code')}
        inputMode="numeric"
        autoComplete="off"
        className="numeric"
        maxLength={12}
        value={code}
        error={tried && !isWhole ? t('pickups.codeFault') : null}
        onChange={(event) => setCode(event.target.value)}
      />
    </ActDialog>
  );
}

function useColumns(handOver: (part: Part) => void): readonly Column<Part>[] {
  const t = useT();
  const say = useSay();
  return [
    { id: 'order', header: t('pickups.order'), rowHeader: true, cell: (row) => row.orderNumber },
    { id: 'venue', header: t('pickups.point'), cell: (row) => say(row.venue.name) },
    { id: 'buyer', header: t('pickups.buyer'), cell: (row) => `${row.name} ${row.phone}` },
    {
      id: 'goods',
      header: t('pickups.goods'),
      cell: (row) => (
        <>
          {row.lines.map(({ name, pack, packs }, at) => (
            <span key={at} className="block">
              {name} {pack} × {packs}
            </span>
          ))}
          <span className="block text-sm text-ink-faint">{row.supplierName}</span>
        </>
      ),
    },
    {
      id: 'parcels',
      header: t('pickups.parcels'),
      cell: (row) =>
        row.parcels.map(({ carrier, trackingNumber }) => (
          <span key={trackingNumber} className="block">
            {carrier} <span className="font-mono">{trackingNumber}</span>
          </span>
        )),
    },
    {
      id: 'state',
      header: t('pickups.state'),
      cell: (row) => (
        <>
          <Badge tone={TONES[row.state]}>{t(`pickups.state.${row.state}`)}</Badge>{' '}
          <Moment value={row.handedAt ?? row.arrivedAt ?? row.shippedAt} />
        </>
      ),
    },
    {
      id: 'act',
      header: t('pickups.act'),
      cell: (row) =>
        row.state === 'expected' ? (
          <TakeIn part={row} />
        ) : row.state === 'arrived' ? (
          <Button data-act="POST /pickups/orders/{orderId}/handover" size="small" onClick={() => handOver(row)}>
            {t('pickups.handOver')}
          </Button>
        ) : null,
    },
  ];
}

/** The counter of the venues one keeps: what is on its way, what lies here, what was fetched. */
export function PickupsPage() {
  const t = useT();
  const [handing, setHanding] = useState<Part | null>(null);
  const columns = useColumns(setHanding);
  const view = useView('state', VIEWS);
  const query = usePages('GET /pickups', { query: view === undefined ? {} : { state: view } });
  return (
    <Page title={t('menu.pickups')} lead={t('pickups.lead')}>
      <Views
        name="state"
        label={t('pickups.state')}
        views={[
          { value: '', word: t('pickups.all') },
          ...VIEWS.map((value) => ({ value, word: t(`pickups.state.${value}`) })),
        ]}
      />
      <Listing
        id="pickups"
        query={query}
        caption={t('menu.pickups')}
        bulk={[useTakeInMany()]}
        rowKey={(row) => row.supplierOrderId}
        empty={{ title: t('pickups.none'), text: t('pickups.noneText') }}
        columns={columns}
      />
      {handing && <HandOverDialog part={handing} onClose={() => setHanding(null)} />}
    </Page>
  );
}
