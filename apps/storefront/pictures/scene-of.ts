/** What the shop has drawn doors of. */
export const DOORS = ['venues', 'campaigns', 'fairs', 'brands', 'business'] as const;
export type Door = (typeof DOORS)[number];

/** Provinces with a landscape of their own, by the first two digits of their code (GB/T 2260). */
export const LANDS = ['15', '45', '50', '51', '52', '53', '61', '62', '63', '64'] as const;

/** The landscape of a place: its province's own, or hills that could lie anywhere. */
export function landOf(region: string): string {
  const province = LANDS.find((code) => region.startsWith(code));
  return province === undefined ? 'land' : `land-${province}`;
}
