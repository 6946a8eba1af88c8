import { time } from '@xihuo/kernel';
import { Button, FormErrors, Select } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { newId, useOwnSuppliers } from '../../benefit/parts';
import { Page } from '../../frame/page';
import { rowLink } from '../../frame/views';
import { Refused, Waiting } from '../../frame/whole';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { thisDevice, type Pack } from './device';
import { draftOf, emptyDraft, entryOf, faultsOf, nextDraft, type Draft } from './draft';
import type { Entry } from './entry';
import { JustWritten } from './just-written';
import { QueueCard, QueueLine } from './queue-card';
import { TodayCard } from './today-card';
import { usePack } from './use-pack';
import { useQueue, type Queue } from './use-queue';
import { GoodsPart, useFaults, WeightPart, WhoPart, WorthPart, type PartProps } from './weigh-form';
import { MorePart, PhotoPart } from './weigh-more';

/** What belongs to one supplier, for clerks of several. */
function packOf(pack: Pack, supplierId: string): Pack {
  const own = <Row extends { supplierId: string }>(rows: Row[]) => rows.filter((row) => row.supplierId === supplierId);
  return { ...pack, households: own(pack.households), lots: own(pack.lots), products: own(pack.products) };
}

interface WeighingProps {
  pack: Pack;
  supplierId: string;
  recent: readonly string[];
  queue: Queue;
  /** One of the queue that is to be mended. */
  mending: Entry | null;
  onKept: (entry: Entry) => void;
}

function Weighing({ pack, supplierId, recent, queue, mending, onKept }: WeighingProps) {
  const t = useT();
  const { personId } = useMe();
  const [draft, setDraft] = useState<Draft>(() => (mending ? draftOf(mending) : emptyDraft(pack.today)));
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);
  const faults = attempt > 0 ? faultsOf(draft, pack, time.addDays) : [];
  const { fault, listed } = useFaults(faults);
  const change = (some: Partial<Draft>) => setDraft((now) => ({ ...now, ...some }));
  const part: PartProps = { draft, pack, change, fault };

  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (faultsOf(draft, pack, time.addDays).length > 0) return setAttempt(attempt + 1);
    const made = entryOf({
      ...{ draft, pack, entries: queue.entries, personId, supplierId },
      ...{ id: mending?.id ?? newId(), freshLotId: newId(), at: mending?.at ?? Date.now() },
    });
    try {
      // Said to be written down only once the device has it.
      await (await thisDevice()).put(made);
    } catch {
      return setFailed(true);
    }
    setFailed(false);
    setAttempt(0);
    setDraft(nextDraft(draft));
    onKept(made);
    document.getElementById('scale-household')?.focus();
  };
  return (
    <form noValidate onSubmit={(event) => void keep(event)} className="flex flex-col gap-5 pb-4">
      <FormErrors faults={listed} attempt={attempt} />
      <GoodsPart {...part} />
      <WhoPart {...part} recent={recent} />
      <WeightPart {...part} />
      <WorthPart {...part} />
      <PhotoPart {...part} />
      <MorePart {...part} />
      {failed && (
        <p role="alert" className="font-medium text-cinnabar">
          {t('scale.notKept')}
        </p>
      )}
      <div className="sticky bottom-0 z-30 -mx-4 border-t border-line bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:px-0">
        <Button data-act="POST /supplier/deliveries" type="submit" size="large" wide>
          {t(mending ? 'scale.mend' : 'scale.keep')}
        </Button>
      </div>
    </form>
  );
}

function Desk({ pack, recent, used }: { pack: Pack; recent: readonly string[]; used: (id: string) => Promise<void> }) {
  const t = useT();
  const queue = useQueue();
  const suppliers = useOwnSuppliers();
  const [supplierId, setSupplierId] = useState(suppliers[0]?.id ?? '');
  const [mending, setMending] = useState<Entry | null>(null);
  const [last, setLast] = useState<Entry | null>(null);
  const of = packOf(pack, mending?.supplierId ?? supplierId);
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        <QueueLine queue={queue} />
        {suppliers.length > 1 && (
          <Select
            label={t('scale.supplier')}
            value={supplierId}
            choices={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setSupplierId(event.target.value)}
          />
        )}
        {last && !mending && <JustWritten entry={last} pack={pack} queue={queue} />}
        <Weighing
          key={mending?.id ?? supplierId}
          {...{ pack: of, supplierId: mending?.supplierId ?? supplierId, recent, queue, mending }}
          onKept={(entry) => {
            setMending(null);
            setLast(entry);
            void used(entry.householdId);
          }}
        />
        {mending && (
          <Button look="quiet" onClick={() => setMending(null)}>
            {t('scale.mendNot')}
          </Button>
        )}
      </div>
      <div className="flex flex-col gap-6">
        <QueueCard
          queue={queue}
          pack={pack}
          onMend={(entry) => {
            setMending(entry);
            window.scrollTo({ top: 0 });
          }}
        />
        <TodayCard today={pack.today} queue={queue} />
      </div>
    </div>
  );
}

/** Deliveries as they come off the scale, quick and with one hand; without a network they wait on the device and say so. */
export function ScalePage() {
  const t = useT();
  const { pack, recent, used, error, refetch } = usePack();
  return (
    <Page
      title={t('menu.scale')}
      lead={t('scale.lead')}
      actions={
        <Link to="/trace/deliveries" className={`${rowLink} whitespace-nowrap`}>
          {t('scale.toList')}
        </Link>
      }
    >
      {pack ? (
        <Desk pack={pack} recent={recent} used={used} />
      ) : error ? (
        <Refused problem={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
