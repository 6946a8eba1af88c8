import { Button, Dialog } from '@xihuo/ui';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../../words';
import { leavesPage } from './unsaved';
import { page, useAnyUnsaved } from './use-unsaved';

/** Nobody loses an afternoon's work by closing the window. */
export function useHeldWindow(): void {
  const unsaved = useAnyUnsaved();
  useEffect(() => {
    if (!unsaved) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [unsaved]);
}

/** Nor by a way to another page. One for all forms, and none beside what holds a page whole: the router hears one only. */
export function LeaveGuard() {
  const t = useT();
  const leaving = useBlocker((way) => page.any() && leavesPage(way));
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
