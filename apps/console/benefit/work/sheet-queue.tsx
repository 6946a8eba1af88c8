import { Badge, Button, Card, Notice } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import { thisDevice } from '../../trace/scale/device';
import type { useSheetQueue } from '../../trace/scale/use-queue';
import type { WaitingSheet } from './waiting-sheet';

type Queue = ReturnType<typeof useSheetQueue>;

/** That the network is away, what waits on this device, and why something was refused; nothing where all has gone. */
export function SheetLine({ queue: { queue, lasting, online, round, send } }: { queue: Queue }) {
  const t = useT();
  if (!queue) return null;
  const waiting = queue.waiting.length;
  const late = online && waiting > 0 && round === 'later';
  const signIn = round === 'signIn' && waiting > 0;
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      {(!online || waiting > 0) && (
        <Notice
          tone={signIn ? 'bad' : !online || late ? 'attention' : 'good'}
          title={
            waiting === 0
              ? t('sheets.noNet')
              : t(online && !late && !signIn ? 'sheets.sending' : 'sheets.waits', { count: waiting })
          }
        >
          {!online && t('sheets.offline')}
          {signIn && t('queue.signIn')}
          {late && (
            <>
              {t('queue.later')}{' '}
              <Button look="quiet" size="small" onClick={() => void send()}>
                {t('queue.now')}
              </Button>
            </>
          )}
        </Notice>
      )}
      {queue.ofOthers > 0 && <Notice tone="info">{t('sheets.ofOthers', { count: queue.ofOthers })}</Notice>}
      {!lasting && (!online || waiting > 0) && <Notice tone="attention">{t('queue.notLasting')}</Notice>}
    </div>
  );
}

function Drop({ sheet, onClose }: { sheet: WaitingSheet; onClose: () => void }) {
  const t = useT();
  const drop = async () => {
    await (await thisDevice()).sheets.drop(sheet.id);
    onClose();
  };
  return (
    <ActDialog
      title={t('sheets.drop')}
      submit={t('queue.dropSubmit')}
      text={t('sheets.dropText', { count: sheet.lines.length })}
      look="danger"
      pending={false}
      problem={null}
      onSubmit={() => void drop()}
      onClose={onClose}
    />
  );
}

/** The sheets that lie on this device: refused ones first, with the reason. */
export function SheetCard({ queue: { queue }, onMend }: { queue: Queue; onMend: (sheet: WaitingSheet) => void }) {
  const t = useT();
  const [dropping, setDropping] = useState<WaitingSheet | null>(null);
  if (!queue || queue.waiting.length + queue.refused.length === 0) return null;
  return (
    <Card title={t('queue.title')}>
      <ul>
        {[...queue.refused, ...queue.waiting].map((sheet) => (
          <li key={sheet.id} className="border-b border-line py-3 last:border-0">
            <div className="flex items-start justify-between gap-3">
              <p className="min-w-0">
                <span className="font-medium">{t('sheets.lines', { count: sheet.lines.length })}</span>
                <span className="block text-sm text-ink-faint">
                  <Moment value={new Date(sheet.at).toISOString()} />
                </span>
              </p>
              <Badge tone={sheet.refusal ? 'bad' : 'attention'}>
                {t(sheet.refusal ? 'queue.refused' : 'queue.stillWaits')}
              </Badge>
            </div>
            {sheet.refusal && <p className="mt-1 font-medium text-cinnabar">{sheet.refusal.text}</p>}
            <div className="-ms-3 flex flex-wrap">
              <Button look="quiet" size="small" onClick={() => onMend(sheet)}>
                {t('queue.mend')}
              </Button>
              <Button look="quiet" size="small" onClick={() => setDropping(sheet)}>
                {t('sheets.drop')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {dropping && <Drop sheet={dropping} onClose={() => setDropping(null)} />}
    </Card>
  );
}
