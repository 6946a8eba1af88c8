import { Button, Dialog } from '@xihuo/ui';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../../words';
import { leavesPage } from './unsaved';
import { page, useAnyUnsaved } from './use-unsaved';

/** Nobody loses an afternoon's work by closing the window, nor by a way to another page. One for all forms: a second would put the first out. */
export function LeaveGuard() {
  const t = useT();
  const unsaved = useAnyUnsaved();
  const leaving = useBlocker((way) => page.any() && leavesPage(way));
  useEffect(() => {
    if (!unsaved) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [unsaved]);
  if (leaving.state !== 'blocked') return null;
  return (
    <Dialog
      title={t('leave.title')}
      open
      kind="alertdialog"
      onClose={leaving.reset}
      actions={
        <>
          <Button look="danger" onClick={leaving.proceed}>
            {t('leave.go')}
          </Button>
          <Button onClick={leaving.reset}>{t('leave.stay')}</Button>
        </>
      }
    >
      {page.lost() ?? t('leave.text')}
    </Dialog>
  );
}
