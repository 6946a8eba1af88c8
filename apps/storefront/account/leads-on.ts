const WAYS: Readonly<Record<string, (rest: string) => string>> = {
  order: (id) => `/orders/${id}`,
  claims: (order) => `/orders/${order}/after-sales`,
  dispute: (path) => `/orders/${path.replace('/', '/disputes/')}`,
  product: (slug) => `/p/${slug}`,
};

/** Where a message leads, by what it is about; null where this shop knows no page for it. */
export function leadsOn(about: string | null): string | null {
  const [kind = '', rest = ''] = about?.split(':') ?? [];
  return Object.hasOwn(WAYS, kind) && rest !== '' ? WAYS[kind]!(rest) : null;
}
