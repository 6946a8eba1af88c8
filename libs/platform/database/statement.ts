/**
 * A named statement: PostgreSQL prepares it once per connection, which is worth about a third of a short query's cost.
 * The name must be unique, since the server keeps one text per name.
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler: the shape of a row. */
  readonly row?: Row;
}

const texts = new Map<string, string>();

/** Declares a statement; a name used for two texts is a defect found at start. */
export function statement<Row>(name: string, text: string): Statement<Row> {
  const known = texts.get(name);
  if (known !== undefined && known !== text) throw new Error(`two statements are named ${name}`);
  texts.set(name, text);
  return { name, text };
}
