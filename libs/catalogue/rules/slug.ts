interface Named {
  readonly reference: string;
  readonly pinyin: string;
}

/** Names in addresses, from pinyin. Where two products sound alike, the reference tells the later ones apart, for good. */
export function slugsOf(products: readonly Named[]): string[] {
  const taken = new Set<string>();
  return products.map(({ reference, pinyin }) => {
    const base = plain(pinyin);
    const slug = base === '' || taken.has(base) ? plain(`${base.slice(0, 60)} ${reference}`) : base;
    taken.add(slug);
    return slug;
  });
}

/** An address that nobody else's product can have. */
export function slugOf({ reference, pinyin }: Named): string {
  return plain(`${plain(pinyin).slice(0, 50)} ${reference}`);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}
