interface ArrowProps {
  sign: string;
  label: string;
  to: number;
  of: number;
  onShow: (index: number) => void;
  className: string;
}

/** To the picture before or after. At either end it stays and does nothing: were it gone, so were the focus of whoever pressed it. */
export function Arrow({ sign, label, to, of, onShow, className }: ArrowProps) {
  const isEnd = to < 0 || to >= of;
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isEnd}
      onClick={() => !isEnd && onShow(to)}
      className={`${className} aria-disabled:text-ink-faint`}
    >
      {sign}
    </button>
  );
}
