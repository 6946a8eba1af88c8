/** By which ways a thing was found; kept with its cart line and sent with the order, where the server holds it against what is true. */
export interface Via {
  venue?: string;
  campaign?: string;
  lead?: string;
}

const SLUG = /^[a-z0-9-]{1,80}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHAPES = { venue: SLUG, campaign: SLUG, lead: UUID } as const;
const NAMES = ['venue', 'campaign', 'lead'] as const;

/**
 * What of it the contract takes, or undefined. An address or a kept cart may hold anything, and a malformed way must not keep
 * anybody from ordering.
 */
export function cleanVia(found: Readonly<Partial<Record<keyof Via, unknown>>> | undefined): Via | undefined {
  const good = NAMES.flatMap((name) => {
    const value = found?.[name];
    return typeof value === 'string' && SHAPES[name].test(value) ? [[name, value] as const] : [];
  });
  return good.length === 0 ? undefined : Object.fromEntries(good);
}

/** Of an address: `?venue=…&campaign=…`. */
export function viaOf(params: URLSearchParams): Via | undefined {
  return cleanVia({ venue: params.get('venue'), campaign: params.get('campaign'), lead: params.get('lead') });
}

function href(path: string, kept: object): string {
  const search = new URLSearchParams(kept as Record<string, string>).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** A product's address that remembers where it was found, and of whose offer the place spoke it was found in. */
export function productHref(slug: string, via?: Via, supplier?: string): string {
  return href(`/p/${slug}`, { ...cleanVia(via), ...(supplier !== undefined && { supplier }) });
}

/** Any address that remembers where somebody came from. */
export function hrefVia(path: string, via?: Via): string {
  return href(path, cleanVia(via) ?? {});
}
