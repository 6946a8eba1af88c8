import { Button, Card, Notice } from '@xihuo/ui';
import { time } from '@xihuo/kernel';
import { useState } from 'react';
import { useT } from '../../words';
import { useWeight } from '../weights';
import { thisDevice, type Pack } from './device';
import { useDeviceDay } from './device-day';
import type { Entry } from './entry';
import { DropDialog, NetNotice, standing, WaitingLine } from './queue-parts';
import type { Queue } from './use-queue';

/** One line that always says how it stands: network, what waits, what has gone. */
export function QueueLine({ queue: { queue, receipts, lasting, ...sending } }: { queue: Queue }) {
  const t = useT();
  const day = useDeviceDay();
  if (!queue) return null;
  const waiting = queue.waiting.length;
  const gone = receipts.filter(({ at }) => time.businessDate(new Date(at)) === day).length;
  const isSending = sending.online && !standing(sending, waiting).late;
  const title =
    waiting === 0
      ? t(gone === 0 ? 'queue.nothing' : 'queue.allSent', { count: gone })
      : t(isSending ? 'queue.sending' : 'queue.waits', { count: waiting });
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <NetNotice {...{ sending, waiting, title }} offline={t('queue.offline')} />
      {queue.refused.length > 0 && (
        <Notice tone="bad" title={t('queue.refusedCount', { count: queue.refused.length })}>
          <a href="#queue" className="touch underline underline-offset-4">
            {t('queue.seeRefused')}
          </a>
        </Notice>
      )}
      {queue.ofOthers > 0 && <Notice tone="info">{t('queue.ofOthers', { count: queue.ofOthers })}</Notice>}
      {!lasting && <Notice tone="attention">{t('queue.notLasting')}</Notice>}
    </div>
  );
}

interface Acts {
  pack: Pack;
  onMend: (entry: Entry) => void;
}

/** Its household, for people. */
function useNameOf(pack: Pack) {
  const t = useT();
  return (entry: Entry) =>
    pack.households.find(({ id }) => id === entry.householdId)?.displayName ?? t('queue.unknown');
}

function Line({ entry, pack, onMend, onDrop }: Acts & { entry: Entry; onDrop: () => void }) {
  const t = useT();
  const weight = useWeight();
  const name = useNameOf(pack)(entry);
  const { refusal } = entry;
  const buttons = (
    <>
      {!entry.recorded && (
        <Button look="quiet" size="small" onClick={() => onMend(entry)}>
          {t('queue.mend')}
        </Button>
      )}
      {refusal && (
        <Button look="quiet" size="small" onClick={onDrop}>
          {t(entry.recorded ? 'queue.dropWitness' : 'queue.drop')}
        </Button>
      )}
    </>
  );
  return (
    <WaitingLine {...{ entry, buttons }} before={refusal && t(`queue.step.${refusal.step}`)}>
      <span className="font-medium">{name}</span>{' '}
      <span className="text-sm text-ink-faint">
        {pack.households.find(({ id }) => id === entry.householdId)?.village}
      </span>
      <span className="numeric block">{weight(entry.grams)}</span>
    </WaitingLine>
  );
}

/** What lies on this device: refused first, with the reason, then what waits. */
export function QueueCard({ queue: { queue }, pack, onMend }: Acts & { queue: Queue }) {
  const t = useT();
  const weight = useWeight();
  const [dropping, setDropping] = useState<Entry | null>(null);
  const nameOf = useNameOf(pack);
  if (!queue || queue.waiting.length + queue.refused.length === 0) return null;
  return (
    <div id="queue">
      <Card title={t('queue.title')}>
        <ul>
          {[...queue.refused, ...queue.waiting].map((entry) => (
            <Line key={entry.id} {...{ entry, pack, onMend }} onDrop={() => setDropping(entry)} />
          ))}
        </ul>
      </Card>
      {dropping && (
        <DropDialog
          title={t('queue.drop')}
          text={t('queue.dropText', { household: nameOf(dropping), weight: weight(dropping.grams) })}
          drop={async () => (await thisDevice()).drop(dropping.id)}
          onClose={() => setDropping(null)}
        />
      )}
    </div>
  );
}
