import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useUiT } from '../i18n/translate';
import { Button } from './button';
import { classes } from './classes';
import { afterwards, isText, type Typed } from './dialog-typed';

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

/** Nobody loses what they wrote in a box by a key or a click beside it: it asks first. The box's own buttons mean what they say. */
function useAsking(open: boolean, onClose: (() => void) | undefined) {
  const [typed, setTyped] = useState<Typed>('nothing');
  const before = useRef<HTMLElement | null>(null);
  if (!open && typed !== 'nothing') setTyped('nothing');
  const leave = () => {
    if (!onClose) return;
    const next = afterwards(typed, 'leave');
    if (next === 'closed') return onClose();
    if (next === 'asked') before.current = document.activeElement as HTMLElement | null;
    else before.current?.focus();
    setTyped(next);
  };
  return {
    asked: typed === 'asked',
    leave,
    onInput: ({ target }: FormEvent) => {
      const field = target as HTMLInputElement;
      const { tagName, type } = field;
      if (isText({ tagName, type, role: field.getAttribute('role') }))
        setTyped((now) => afterwards(now, 'typed') as Typed);
    },
  };
}

/** In the place of the box's buttons; the focus is brought to the answer that loses nothing. */
function Question({ onStay, onDrop }: { onStay: () => void; onDrop: () => void }) {
  const t = useUiT();
  const text = useId();
  return (
    <div role="group" aria-labelledby={text} className="w-full">
      <p id={text} role="alert" className="mb-3">
        {t('ui.typed.lost')}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onDrop}>
          {t('ui.typed.drop')}
        </Button>
        <Button autoFocus onClick={onStay}>
          {t('ui.typed.stay')}
        </Button>
      </div>
    </div>
  );
}

/** For decisions only. A sheet from the bottom on phones, a box in the middle elsewhere. */
export function Dialog({ title, open, onClose, children, actions, kind = 'dialog', wide, opaque }: DialogProps) {
  const t = useUiT();
  const { asked, leave, onInput } = useAsking(open, onClose);
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && leave()}
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
                onClick={leave}
                aria-label={t('ui.close')}
                className="min-h-target min-w-target rounded-md text-xl hover:bg-sunken"
              >
                ×
              </button>
            )}
          </header>
          <div className="overflow-y-auto px-5 py-4" onInput={onInput}>
            {children}
          </div>
          {(actions || asked) && (
            <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              {asked && onClose ? <Question onStay={leave} onDrop={onClose} /> : actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
