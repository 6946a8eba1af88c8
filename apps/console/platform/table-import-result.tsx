import { Button, Notice, useLocale, useProblemText, useSend, type Output } from '@xihuo/ui';
import { inLanguage } from '../frame/in-language';
import { TimeLeft } from '../frame/time-left';
import { useT } from '../words';
import { FaultyRows } from './faulty-rows';
import { wordsOf } from './table-import-words';

type Import = Output<'GET /imports/{id}'>;

/** Step three: how far it has come. The page may be closed meanwhile; what stopped goes on where it stopped. */
export function ImportResult({
  read,
  onChange,
  onAgain,
  onClose,
}: {
  read: Import;
  onChange: (next: Import) => void;
  onAgain: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const { counts, state } = read;
  const wanted = counts.ready + counts.written;
  if (state === 'done') {
    return (
      <div className="flex flex-col gap-3">
        <Notice tone="good" title={t(`${wordsOf(read.kind)}.done`, { count: counts.written })}>
          {counts.faulty > 0 && t('import.doneFaulty', { count: counts.faulty })}
        </Notice>
        {counts.faulty > 0 && <FaultyRows importId={read.id} />}
        <div className="flex flex-wrap gap-3">
          <Button onClick={onClose}>{t('import.close')}</Button>
          <Button look="secondary" onClick={onAgain}>
            {t('import.more')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <label className="numeric">
        {t('import.writing', { written: counts.written, total: wanted })}
        <progress value={counts.written} max={Math.max(1, wanted)} className="mt-1 block h-1.5 w-full accent-green" />
      </label>
      {state === 'writing' ? (
        <UnderWay read={read} total={wanted} onChange={onChange} />
      ) : (
        <Stopped read={read} onChange={onChange} onAgain={onAgain} />
      )}
    </div>
  );
}

/** How long it takes still, and a way to end it: what is written by then stays. */
function UnderWay({ read, total, onChange }: { read: Import; total: number; onChange: (next: Import) => void }) {
  const t = useT();
  const problemText = useProblemText();
  const stop = useSend('POST /imports/{id}/stop', { onSuccess: onChange });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <TimeLeft done={read.counts.written} total={total} />
      <Button
        data-act="POST /imports/{id}/stop"
        look="secondary"
        size="small"
        pending={stop.isPending}
        onClick={() => stop.mutate({ params: { id: read.id }, version: read.version })}
      >
        {t('import.stop')}
      </Button>
      {stop.error && <p className="text-cinnabar">{problemText(stop.error)}</p>}
    </div>
  );
}

/** Why it does not go on, and the two ways there are: on with the rest, or without it. */
function Stopped({ read, onChange, onAgain }: { read: Import; onChange: (next: Import) => void; onAgain: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const locale = useLocale();
  const { id, version, stoppedWhy, counts } = read;
  const confirm = useSend('POST /imports/{id}/confirm', { onSuccess: onChange });
  const discard = useSend('POST /imports/{id}/discard', { onSuccess: onAgain });
  const error = confirm.error ?? discard.error;
  return (
    <Notice tone="attention" title={t('import.stopped')}>
      {stoppedWhy && <p>{t('import.stoppedWhy', { why: inLanguage(stoppedWhy, locale) })}</p>}
      <p>{t('import.leftOver', { count: counts.ready })}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button
          data-act="POST /imports/{id}/confirm"
          look="secondary"
          size="small"
          pending={confirm.isPending}
          onClick={() => confirm.mutate({ params: { id }, body: { leaveOutFaulty: true }, version })}
        >
          {t('import.goOn')}
        </Button>
        <Button
          data-act="POST /imports/{id}/discard"
          look="quiet"
          size="small"
          pending={discard.isPending}
          onClick={() => discard.mutate({ params: { id }, version })}
        >
          {t('import.forget')}
        </Button>
      </div>
      {error && <p className="text-cinnabar">{problemText(error)}</p>}
    </Notice>
  );
}
