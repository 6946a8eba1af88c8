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
