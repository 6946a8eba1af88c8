import { Button, Dialog } from '@xihuo/ui';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../../words';

/** Nobody loses an afternoon's figures by closing the window, nor by a way to another page. */
export function HoldBack({ count }: { count: number }) {
  const t = useT();
  const unsaved = count > 0;
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [unsaved]);
  if (leaving.state !== 'blocked') return null;
  return (
    <Dialog
      title={t('grid.leave.title')}
      open
      kind="alertdialog"
      onClose={leaving.reset}
      actions={
        <>
          <Button look="danger" onClick={leaving.proceed}>
            {t('grid.leave.go')}
          </Button>
          <Button onClick={leaving.reset}>{t('grid.leave.stay')}</Button>
        </>
      }
    >
      {t('grid.leave.text', { count })}
    </Dialog>
  );
}
