import { useQueryClient } from '@tanstack/react-query';
import {
  ApiProblem,
  Button,
  Checkbox,
  Dialog,
  forgetIdempotencyKey,
  idempotencyKey,
  routeKey,
  TextField,
  toast,
  useApi,
  useLocale,
  useSend,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Whole } from '../frame/whole';
import { Problem } from '../frame/problem';
import { useT } from '../words';
import { LinePicks, type Lot } from './line-picks';
import { looksOdd } from './looks-odd';
import { faultOf, firstPicks, openPacks, packedOf, type Pick } from './picks';
import type { Task } from './state';

interface ShipmentFormProps {
  id: string;
  task: Task;
  lots: readonly Lot[];
  problem: ApiProblem | null;
  /** All of it goes in this parcel. */
  whole: boolean;
  onShip: (shipment: { carrier: string; trackingNumber: string; partial?: true; picks: Pick[] }) => void;
}

function ShipmentForm({ id, task, lots, problem, whole, onShip }: ShipmentFormProps) {
  const t = useT();
  const carriers = useApi('GET /carriers', {}, { staleTime: Infinity }).data?.data ?? [];
  const locale = useLocale();
  const [carrier, setCarrier] = useState('');
  const [trackingNumber, setTrackingNumber] = useState('');
  const [picks, setPicks] = useState(() => firstPicks(task.lines, lots));
  const [tried, setTried] = useState(false);
  const [partial, setPartial] = useState(false);
  const open = task.lines.filter((line) => openPacks(line) > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const complete = carrier.trim() !== '' && trackingNumber.trim() !== '';
    const packed = packedOf(picks, partial);
    if (complete && packed.length > 0 && open.every((line) => faultOf(line, picks, partial) === null))
      onShip({ carrier, trackingNumber, ...(partial ? { partial } : {}), picks: packed });
  };
  return (
    <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Problem problem={problem}>{problem?.code === 'LOT_MASS_BALANCE' && t('shipment.massBalance')}</Problem>
      <p className="text-ink-soft">
        {task.shipTo.name} <span className="numeric">{task.shipTo.phone}</span> · {task.shipTo.regionName}{' '}
        {task.shipTo.address}
      </p>
      {open.map((line) => (
        <LinePicks key={line.id} {...{ line, lots, picks, partial }} onChange={setPicks} told={tried} />
      ))}
      {!whole && open.reduce((all, line) => all + openPacks(line), 0) > 1 && (
        <Checkbox checked={partial} onChange={(event) => setPartial(event.target.checked)}>
          {t('shipment.partial')}
        </Checkbox>
      )}
      {tried && partial && packedOf(picks, true).length === 0 && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {t('shipment.nothingPacked')}
        </p>
      )}
      <TextField
        label={t('shipment.carrier')}
        list={`${id}-carriers`}
        maxLength={40}
        value={carrier}
        error={tried && carrier.trim() === '' ? t('shipment.carrierMissing') : null}
        onChange={(event) => setCarrier(event.target.value)}
      />
      <datalist id={`${id}-carriers`}>
        {carriers.map(({ code, name }) => (
          <option key={code} value={name.zh} label={locale === 'en' ? name.en : code} />
        ))}
      </datalist>
      <TextField
        label={t('shipment.tracking')}
        maxLength={40}
        autoCapitalize="characters"
        spellCheck={false}
        value={trackingNumber}
        hint={looksOdd(carriers, carrier, trackingNumber) ? t('shipment.trackingOdd', { carrier }) : undefined}
        error={tried && trackingNumber.trim() === '' ? t('shipment.trackingMissing') : null}
        onChange={(event) => setTrackingNumber(event.target.value)}
      />
    </form>
  );
}

interface ParcelDialogProps extends Omit<ShipmentFormProps, 'id' | 'lots' | 'whole'> {
  title: string;
  whole?: boolean;
  pending: boolean;
  onClose: () => void;
}

/** Asks what goes into a parcel, from which lots, by whom, under which number. */
export function ParcelDialog({ title, task, problem, whole = false, pending, onShip, onClose }: ParcelDialogProps) {
  const t = useT();
  const form = `shipment-${task.id}`;
  const atHand = [...new Set(task.lines.map((line) => line.productId))].join(',');
  const lots = useApi('GET /supplier/lots', { query: { atHand, limit: 100 } });
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t('shipment.cancel')}
          </Button>
          <Button type="submit" form={form} pending={pending} unavailable={lots.data === undefined}>
            {t('shipment.submit')}
          </Button>
        </>
      }
    >
      <Whole query={lots}>
        {({ data }) => (
          <ShipmentForm
            id={form}
            lots={data}
            {...{ task, problem, whole }}
            onShip={(parcel) => {
              if (!pending) onShip(parcel);
            }}
          />
        )}
      </Whole>
    </Dialog>
  );
}

/** Sends a parcel of a supplier order, by default all that is open. The buyer sees the lots. */
export function ShipmentDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const scope = `ship-${task.id}`;
  const send = useSend('POST /supplier/orders/{id}/shipment', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      toast(t('shipment.done', { number: task.orderNumber }));
      for (const route of ['GET /supplier/orders', 'GET /supplier/orders/{id}', 'GET /supplier/lots'] as const) {
        void queries.invalidateQueries({ queryKey: routeKey(route) });
      }
      onClose();
    },
  });
  return (
    <ParcelDialog
      title={t('shipment.title', { number: task.orderNumber })}
      {...{ task, onClose }}
      problem={send.error}
      pending={send.isPending}
      onShip={(body) => send.mutate({ params: { id: task.id }, body, idempotencyKey: idempotencyKey(scope, body) })}
    />
  );
}
