/** An entry of its own: it is not gone to within this one. */
export const FARMER = '/farmer';

/** What a household reads of itself stands on one page. */
const own = () => FARMER;

const WAYS: Readonly<Record<string, (rest: string) => string>> = {
  order: (id) => `/orders/${id}`,
  claims: (order) => `/orders/${order}/after-sales`,
  dispute: (path) => `/orders/${path.replace('/', '/disputes/')}`,
  product: (slug) => `/p/${slug}`,
  purchase: (id) => `/business/orders/${id}`,
  invoice: (id) => `/business/invoices/${id}`,
  leads: () => '/account/leads',
  payouts: own,
  ...{ delivery: own, agreement: own, work: own, contest: own, outside: own, pool: own, distribution: own },
};

/** Where a message leads, by what it is about; null where this shop knows no page for it. */
export function leadsOn(about: string | null): string | null {
  const [kind = '', rest = ''] = about?.split(':') ?? [];
  return Object.hasOwn(WAYS, kind) && rest !== '' ? WAYS[kind]!(rest) : null;
}
