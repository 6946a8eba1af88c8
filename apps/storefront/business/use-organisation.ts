import { useApi, type Output } from '@xihuo/ui';

export type Organisation = Output<'GET /me/organisations'>['data'][number];
export type Purchase = Output<'GET /purchase-orders/{id}'>;

/** The organisation the reader buys for: of several the one that is named, else the first. */
export function useOrganisation(id?: string) {
  const query = useApi('GET /me/organisations', {}, { staleTime: 0 });
  const organisation = id ? query.data?.data.find((one) => one.id === id) : query.data?.data[0];
  return { ...query, organisation };
}

export const has = (organisation: Organisation, duty: Organisation['me']['duties'][number]): boolean =>
  organisation.me.duties.includes(duty);

/** Fen of what somebody typed in yuan; null for anything but an amount. */
export function fenOf(yuan: string): string | null {
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim()) ?? [];
  return whole === undefined ? null : String(BigInt(whole) * 100n + BigInt(part.padEnd(2, '0')));
}

export const yuanOf = (fen: string): string => {
  const value = BigInt(fen);
  const rest = value % 100n;
  return rest === 0n ? String(value / 100n) : `${value / 100n}.${String(rest).padStart(2, '0')}`;
};
