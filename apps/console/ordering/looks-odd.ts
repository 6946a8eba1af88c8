interface Carrier {
  code: string;
  name: { zh: string; en: string };
  pattern: string;
}

const folded = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Whether a tracking number does not look like one of the carrier's: worth a second look, and nothing more. Of a carrier nobody knows,
 * and while it is not typed yet, nothing can be said.
 */
export function looksOdd(carriers: readonly Carrier[], carrier: string, trackingNumber: string): boolean {
  const number = trackingNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (number.length < 5) return false;
  const meant = carriers.find(({ code, name }) =>
    [code, name.zh, name.en].some((one) => folded(one) === folded(carrier)),
  );
  return meant !== undefined && !new RegExp(meant.pattern).test(number);
}
