interface Range {
  min: number;
  max: number;
}

const within = ({ min, max }: Range, count: number) => Math.min(Math.max(count, min), max);

/**
 * What a typed quantity counts for: whole, within its range, and what it was before where nothing readable stands there: an emptied
 * field orders neither nothing nor one. Digits of Chinese input (１２) are digits.
 */
export function quantityTyped(typed: string | undefined, before: number, range: Range): number {
  const digits = (typed ?? '').normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d+$/.test(digits) ? within(range, Number(digits)) : before;
}

/** What a key makes of a quantity; nothing where it is no key of a spin button (WAI-ARIA Authoring Practices, "Spinbutton"). */
export function quantityByKey(key: string, count: number, range: Range): number | undefined {
  const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
  if (key === 'Home') return range.min;
  if (key === 'End') return range.max < Number.MAX_SAFE_INTEGER ? range.max : undefined;
  const step = steps[key];
  return step === undefined ? undefined : within(range, count + step);
}
