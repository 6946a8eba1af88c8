import { Button, Card, Notice } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { thisDevice } from '../../trace/scale/device';
import { DropDialog, NetNotice, standing, WaitingLine } from '../../trace/scale/queue-parts';
import type { useSheetQueue } from '../../trace/scale/use-queue';
import type { WaitingSheet } from './waiting-sheet';

type Queue = ReturnType<typeof useSheetQueue>;

/** That the network is away, what waits on this device, and why something was refused; nothing where all has gone. */
export function SheetLine({ queue: { queue, lasting, ...sending } }: { queue: Queue }) {
  const t = useT();
  if (!queue) return null;
  const waiting = queue.waiting.length;
  const { late, signIn } = standing(sending, waiting);
  const isSending = sending.online && !late && !signIn;
  const isShown = !sending.online || waiting > 0;
  const title =
    waiting === 0 ? t('sheets.noNet') : t(isSending ? 'sheets.sending' : 'sheets.waits', { count: waiting });
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      {isShown && <NetNotice {...{ sending, waiting, title }} offline={t('sheets.offline')} />}
      {queue.ofOthers > 0 && <Notice tone="info">{t('sheets.ofOthers', { count: queue.ofOthers })}</Notice>}
      {!lasting && isShown && <Notice tone="attention">{t('queue.notLasting')}</Notice>}
    </div>
  );
}

/** The sheets that lie on this device: refused ones first, with the reason. */
export function SheetCard({ queue: { queue }, onMend }: { queue: Queue; onMend: (sheet: WaitingSheet) => void }) {
  const t = useT();
  const [dropping, setDropping] = useState<WaitingSheet | null>(null);
  if (!queue || queue.waiting.length + queue.refused.length === 0) return null;
  const buttonsOf = (sheet: WaitingSheet) => (
    <>
      <Button look="quiet" size="small" onClick={() => onMend(sheet)}>
        {t('queue.mend')}
      </Button>
      <Button look="quiet" size="small" onClick={() => setDropping(sheet)}>
        {t('sheets.drop')}
      </Button>
    </>
  );
  return (
    <Card title={t('queue.title')}>
      <ul>
        {[...queue.refused, ...queue.waiting].map((sheet) => (
          <WaitingLine key={sheet.id} entry={sheet} buttons={buttonsOf(sheet)}>
            <span className="font-medium">{t('sheets.lines', { count: sheet.lines.length })}</span>
          </WaitingLine>
        ))}
      </ul>
      {dropping && (
        <DropDialog
          title={t('sheets.drop')}
          text={t('sheets.dropText', { count: dropping.lines.length })}
          drop={async () => (await thisDevice()).sheets.drop(dropping.id)}
          onClose={() => setDropping(null)}
        />
      )}
    </Card>
  );
}
