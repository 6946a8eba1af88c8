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

export function buttonClass({ look = 'primary', size = 'normal', wide }: ButtonLook, extra?: string): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded-md py-1.5 text-center leading-snug font-medium transition-colors',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    looks[look],
    sizes[size],
    wide && 'w-full',
    extra,
  );
}
