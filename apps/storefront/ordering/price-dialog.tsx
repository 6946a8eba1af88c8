import { Button, Dialog, Money } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import type { CheckedItem } from './cart';
import type { PriceChange } from './price-change';

interface PriceDialogProps {
  changes: readonly PriceChange[] | null;
  /** The whole sum, with freight and discounts. */
  total: Pick<PriceChange, 'old' | 'new'> | null;
  items: readonly CheckedItem[];
  onAccept: () => void;
  onClose: () => void;
}

/** Nobody is charged a price they have not seen: old and new, and the choice. */
export function PriceDialog({ changes, total, items, onAccept, onClose }: PriceDialogProps) {
  const t = useT();
  const name = useName();
  return (
    <Dialog
      title={t('price.title')}
      open={changes !== null}
      onClose={onClose}
      kind="alertdialog"
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t('price.decline')}
          </Button>
          <Button look="accent" onClick={onAccept}>
            {t('price.accept')}
          </Button>
        </>
      }
    >
      <p>{t('price.text')}</p>
      <ul className="mt-3 divide-y divide-line">
        {changes?.map(({ skuId, old, new: now }) => {
          const item = items.find((other) => other.skuId === skuId);
          return (
            <li key={skuId} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span>{item && name(item.name)}</span>
              <span>
                <del className="text-ink-faint">
                  <Money value={old} />
                </del>
                <span aria-hidden> → </span>
                <Money value={now} accent />
              </span>
            </li>
          );
        })}
        {total && (
          <li className="flex flex-wrap justify-between gap-x-4 py-2 font-medium">
            <span>{t('price.totalNow')}</span>
            <span>
              <del className="text-ink-faint">
                <Money value={total.old} />
              </del>
              <span aria-hidden> → </span>
              <Money value={total.new} accent />
            </span>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
