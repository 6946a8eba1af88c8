/** Column by field, or by both languages of a field. */
type Columns = Readonly<Record<string, string | { readonly zh: string; readonly en: string }>>;

export interface WasAndIs {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** What an update returns for the trail: what its row said before and says now, with the update itself. */
export function wasAndIs(columns: Columns): string {
  const valueOf = (side: string, column: Columns[string]) =>
    typeof column === 'string'
      ? `${side}.${column}`
      : `jsonb_build_object('zh', ${side}.${column.zh}, 'en', ${side}.${column.en})`;
  const rowOf = (side: string) =>
    `jsonb_build_object(${Object.entries(columns)
      .map(([field, column]) => `'${field}', ${valueOf(side, column)}`)
      .join(', ')})`;
  return `returning ${rowOf('old')} as before, ${rowOf('new')} as after`;
}
