import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useUiT } from '../i18n/translate';
import { buttonClass, type ButtonLook } from './button-look';

type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    /** The act is running: the button stays where focus is but does nothing more. */
    pending?: boolean;
    /** Not possible now. Stays focusable, so that `title` or a described-by text can say why. */
    unavailable?: boolean;
    children: ReactNode;
  };

export function Button({
  look,
  size,
  wide,
  pending,
  unavailable,
  className,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const t = useUiT();
  const still = pending || unavailable;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (still) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={still || undefined}
      aria-busy={pending || undefined}
      onClick={press}
      className={buttonClass({ look, size, wide }, className)}
    >
      {pending && (
        <>
          <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent" />
          <span className="sr-only">{t('ui.working')}</span>
        </>
      )}
      {children}
    </button>
  );
}
