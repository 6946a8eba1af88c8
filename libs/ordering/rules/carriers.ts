import { machines } from '@xihuo/contract';

export type KnownCarrier = (typeof machines.CARRIERS)[number];

/** What nearly every carrier's name ends in, so that it tells none from another. */
const SHARED = /(有限公司|股份|集团|快递|速递|速运|快运|物流|express|logistics)$/;

function bare(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.·・()]/g, '');
  let short = folded;
  while (SHARED.test(short) && short.replace(SHARED, '') !== '') short = short.replace(SHARED, '');
  return short;
}

const KNOWN = new Map<string, KnownCarrier>(
  machines.CARRIERS.flatMap((carrier) =>
    [carrier.code, carrier.zh, carrier.en, ...carrier.aliases].map((name) => [bare(name), carrier] as const),
  ),
);

/** The carrier that is meant by a name, a short name or a code, however it is written; null where it is none we know. */
export function carrierMeant(text: string): KnownCarrier | null {
  return KNOWN.get(bare(text)) ?? null;
}

/** A carrier as rows keep it: one name for all ways of writing it, and what was written where nobody knows it. */
export function carrierName(text: string): string {
  return carrierMeant(text)?.zh ?? text.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/** In both languages; one nobody knows has the name that was written. */
export function carrierNames(kept: string): { zh: string; en: string } {
  return { zh: kept, en: carrierMeant(kept)?.en ?? kept };
}
