import { Button } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { ConfirmByCode } from '../confirm-by-code';
import { useWeight } from '../weights';
import type { Pack } from './device';
import type { Entry } from './entry';
import type { Queue } from './use-queue';

/** The entry just made: that it is kept, whether it has gone, and the household's code while it still stands here. */
export function JustWritten({ entry, pack, queue }: { entry: Entry; pack: Pack; queue: Queue }) {
  const t = useT();
  const weight = useWeight();
  const [confirming, setConfirming] = useState(false);
  const household = pack.households.find(({ id }) => id === entry.householdId);
  const name = household?.displayName ?? '';
  const gone = queue.receipts.some(({ id }) => id === entry.id);
  const kept = queue.entries.find(({ id }) => id === entry.id);
  if (kept?.refusal) return null;
  return (
    <div role="status" className="rounded-md border-s-4 border-green bg-green-wash px-4 py-3">
      <p className="font-semibold">{t('scale.written', { household: name, weight: weight(entry.grams) })}</p>
      <p className="text-ink-soft">{t(gone ? 'scale.writtenSent' : 'scale.writtenWaits')}</p>
      {gone && entry.witness === null && household?.hasPhone && queue.online && (
        <Button
          data-act="POST /supplier/deliveries/{id}/confirmation"
          look="secondary"
          className="mt-2"
          onClick={() => setConfirming(true)}
        >
          {t('delivery.byCode')}
        </Button>
      )}
      {confirming && <ConfirmByCode id={entry.id} household={name} onClose={() => setConfirming(false)} />}
    </div>
  );
}
