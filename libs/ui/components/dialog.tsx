import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';

interface DialogProps {
  title: string;
  open: boolean;
  /** Without it the box has no way out but what stands in it. */
  onClose?: () => void;
  children: ReactNode;
  /** The decision's buttons; name the act (“删除地址”), never “确定”. */
  actions?: ReactNode;
  /** alertdialog for what cannot be undone: a click outside does not close it. */
  kind?: 'dialog' | 'alertdialog';
  /** For papers to read. */
  wide?: boolean;
  /** Nothing of the page shows around it. */
  opaque?: boolean;
}

/** For decisions only. A sheet from the bottom on phones, a box in the middle elsewhere. */
export function Dialog({ title, open, onClose, children, actions, kind = 'dialog', wide, opaque }: DialogProps) {
  const t = useUiT();
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose?.()}
      isDismissable={kind === 'dialog' && onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      className={classes(
        'fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6',
        opaque ? 'bg-pine' : 'bg-pine/60',
      )}
    >
      <Modal
        className={classes(
          'w-full rounded-t-lg bg-surface shadow-floating outline-none sm:rounded-lg',
          wide ? 'max-w-4xl' : 'max-w-lg',
        )}
      >
        <AriaDialog role={kind} className="flex max-h-[88dvh] flex-col outline-none">
          <header className="flex items-center justify-between gap-4 border-b border-line ps-5 pe-2">
            <Heading slot="title" className="py-3 text-lg">
              {title}
            </Heading>
            {onClose && (
              <button
                type="button"
                onClick={onClose}
                aria-label={t('ui.close')}
                className="min-h-target min-w-target rounded-md text-xl hover:bg-sunken"
              >
                ×
              </button>
            )}
          </header>
          <div className="overflow-y-auto px-5 py-4">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
