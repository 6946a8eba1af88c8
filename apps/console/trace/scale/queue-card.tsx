import { Badge, Button, Card, Notice } from '@xihuo/ui';
import { time } from '@xihuo/kernel';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import { useWeight } from '../weights';
import { thisDevice, type Pack } from './device';
import { useDeviceDay } from './device-day';
import type { Entry } from './entry';
import type { Queue } from './use-queue';

/** One line that always says how it stands: network, what waits, what has gone. */
export function QueueLine({ queue: { queue, receipts, lasting, online, round, send } }: { queue: Queue }) {
  const t = useT();
  const day = useDeviceDay();
  if (!queue) return null;
  const waiting = queue.waiting.length;
  const gone = receipts.filter(({ at }) => time.businessDate(new Date(at)) === day).length;
  const late = online && waiting > 0 && round === 'later';
  const tone = round === 'signIn' && waiting > 0 ? 'bad' : !online || late ? 'attention' : 'good';
  const title =
    waiting === 0
      ? t(gone === 0 ? 'queue.nothing' : 'queue.allSent', { count: gone })
      : t(online && !late ? 'queue.sending' : 'queue.waits', { count: waiting });
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <Notice tone={tone} title={title}>
        {!online && t('queue.offline')}
        {round === 'signIn' && waiting > 0 && t('queue.signIn')}
        {late && (
          <>
            {t('queue.later')}{' '}
            <Button look="quiet" size="small" onClick={() => void send()}>
              {t('queue.now')}
            </Button>
          </>
        )}
      </Notice>
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

function DropDialog({ entry, name, onClose }: { entry: Entry; name: string; onClose: () => void }) {
  const t = useT();
  const weight = useWeight();
  const drop = async () => {
    await (await thisDevice()).drop(entry.id);
    onClose();
  };
  return (
    <ActDialog
      title={t('queue.drop')}
      submit={t('queue.dropSubmit')}
      text={t('queue.dropText', { household: name, weight: weight(entry.grams) })}
      look="danger"
      pending={false}
      problem={null}
      onSubmit={() => void drop()}
      onClose={onClose}
    />
  );
}

interface Acts {
  pack: Pack;
  onMend: (entry: Entry) => void;
}

function Line({ entry, pack, onMend, drop }: Acts & { entry: Entry; drop: (entry: Entry, name: string) => void }) {
  const t = useT();
  const weight = useWeight();
  const household = pack.households.find(({ id }) => id === entry.householdId);
  const name = household?.displayName ?? t('queue.unknown');
  const { refusal } = entry;
  return (
    <li className="border-b border-line py-3 last:border-0">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          <span className="font-medium">{name}</span>{' '}
          <span className="text-sm text-ink-faint">{household?.village}</span>
          <span className="numeric block">{weight(entry.grams)}</span>
          <span className="block text-sm text-ink-faint">
            <Moment value={new Date(entry.at).toISOString()} />
          </span>
        </p>
        <Badge tone={refusal ? 'bad' : 'attention'}>{t(refusal ? 'queue.refused' : 'queue.stillWaits')}</Badge>
      </div>
      {refusal && (
        <p className="mt-1 font-medium text-cinnabar">
          {t(`queue.step.${refusal.step}`)}
          {refusal.text}
        </p>
      )}
      <div className="-ms-3 flex flex-wrap">
        {!entry.recorded && (
          <Button look="quiet" size="small" onClick={() => onMend(entry)}>
            {t('queue.mend')}
          </Button>
        )}
        {refusal && (
          <Button look="quiet" size="small" onClick={() => drop(entry, name)}>
            {t(entry.recorded ? 'queue.dropWitness' : 'queue.drop')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What lies on this device: refused first, with the reason, then what waits. */
export function QueueCard({ queue: { queue }, pack, onMend }: Acts & { queue: Queue }) {
  const t = useT();
  const [dropping, setDropping] = useState<{ entry: Entry; name: string } | null>(null);
  if (!queue || queue.waiting.length + queue.refused.length === 0) return null;
  return (
    <div id="queue">
      <Card title={t('queue.title')}>
        <ul>
          {[...queue.refused, ...queue.waiting].map((entry) => (
            <Line key={entry.id} {...{ entry, pack, onMend }} drop={(one, name) => setDropping({ entry: one, name })} />
          ))}
        </ul>
      </Card>
      {dropping && <DropDialog {...dropping} onClose={() => setDropping(null)} />}
    </div>
  );
}
