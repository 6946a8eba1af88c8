import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';

const looks = {
  primary: 'bg-green text-white hover:bg-green-deep active:bg-green-deep',
  /** The one act a page is for that moves money. */
  accent: 'bg-cinnabar text-white hover:bg-cinnabar-deep active:bg-cinnabar-deep',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-green underline-offset-4 hover:underline',
  danger: 'border border-cinnabar bg-surface text-cinnabar hover:bg-cinnabar-wash',
} as const;

const sizes = {
  small: 'min-h-target min-w-target px-3 text-sm',
  normal: 'min-h-target px-5 text-base',
  large: 'min-h-13 px-7 text-lg',
} as const;

export interface ButtonLook {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** As wide as what holds it. */
  wide?: boolean;
}

function buttonClass({ look = 'primary', size = 'normal', wide }: ButtonLook, extra?: string): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded-md py-1.5 text-center leading-snug font-medium transition-colors',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    looks[look],
    sizes[size],
    wide && 'w-full',
    extra,
  );
}

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

/** Goes somewhere, so it is a link, however it looks. */
export function LinkButton({ look, size, wide, className, ...rest }: ButtonLook & LinkProps & { className?: string }) {
  return <Link {...rest} className={buttonClass({ look, size, wide }, className)} />;
}
