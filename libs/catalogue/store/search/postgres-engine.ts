import type { Database } from '@xihuo/platform';
import type { SearchEngine } from './engine';
import { facetCounts, setSizes } from './facets.sql';
import { glanceAt } from './glance';
import { productPage } from './page.sql';
import { suggestions } from './suggest.sql';
import { anyFor } from './synonym.sql';

type Reader = Pick<Database, 'read'>;

/** The default: documents and their indexes beside the goods, in the same database. */
export function postgresEngine(database: Reader): SearchEngine {
  return {
    async page(wanted) {
      const glance = glanceAt(wanted.sort, wanted.filter);
      if (glance !== null) {
        const { statement, values } = productPage({ ...wanted, glance });
        const glanced = await database.read(statement, values);
        if (glanced.length === wanted.rows) return glanced;
      }
      const { statement, values } = productPage(wanted);
      return database.read(statement, values);
    },
    async facets(filter) {
      const first = facetCounts(filter);
      const [counts] = await database.read(first.statement, first.values);
      if (counts!.whole) return { counts: counts!, exact: true };
      const asked = setSizes(filter);
      const [sizes] = await database.read(asked.statement, asked.values);
      const { statement, values } = facetCounts(filter, sizes!);
      const [some] = await database.read(statement, values);
      return { counts: some!, exact: false };
    },
    suggestions(query) {
      const { statement, values } = suggestions(query);
      return database.read(statement, values);
    },
    async findAny(queries) {
      if (queries.length === 0) return new Set();
      const rows = await database.read(anyFor, [queries.map(({ terms }) => terms)]);
      return new Set(rows.map(({ place }) => place - 1));
    },
  };
}
