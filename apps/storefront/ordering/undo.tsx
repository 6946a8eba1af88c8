import { Button } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { putBack, useTakenOut } from './taken-out';

/** What was taken out last, and the way back. */
export function Undo() {
  const t = useT();
  const name = useName();
  const items = useTakenOut();
  if (items.length === 0) return null;
  return (
    <div role="status" className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-sunken px-4 py-1">
      <span>{t('cart.takenOut', { name: items.map((item) => name(item.name)).join('、') })}</span>
      <Button look="quiet" size="small" onClick={putBack}>
        {t('cart.putBack')}
      </Button>
    </div>
  );
}
