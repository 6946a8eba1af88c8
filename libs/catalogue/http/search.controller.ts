import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  command,
  DATABASE,
  exporting,
  Handles,
  Input,
  type CommandOptions,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { countFacets } from '../actions/search/count-facets';
import { addSynonyms, changeSynonyms, removeSynonyms, searchedInVain, synonyms } from '../actions/search/edit-synonyms';
import { hotWords } from '../actions/search/hot-words';
import { indexAnew } from '../actions/search/index-products';
import { suggest } from '../actions/search/suggest';
import { SEARCH_ENGINE, type SearchEngine } from '../store/search/engine';
import { inVainTable, synonymTable } from './search-tables';

@Controller()
export class SearchController {
  constructor(
    @Inject(DATABASE) readonly database: Database,
    @Inject(SEARCH_ENGINE) readonly engine: SearchEngine,
  ) {}

  @Handles('GET /search/facets')
  facets(@Input() { query }: InputOf<'GET /search/facets'>): Promise<ResponseOf<'GET /search/facets'>> {
    return countFacets(this, query);
  }

  @Handles('GET /search/suggestions')
  suggestions(@Input() { query }: InputOf<'GET /search/suggestions'>): Promise<ResponseOf<'GET /search/suggestions'>> {
    return suggest(this, query.q);
  }

  @Handles('GET /search/hot-words')
  hot(): Promise<ResponseOf<'GET /search/hot-words'>> {
    return hotWords(this);
  }

  @Handles('GET /search/synonyms')
  @exporting.AsTable(synonymTable)
  synonyms(@Input() { query }: InputOf<'GET /search/synonyms'>): Promise<ResponseOf<'GET /search/synonyms'>> {
    return synonyms(this.database, query);
  }

  @Handles('POST /search/synonyms')
  async add(
    @Input() { body }: InputOf<'POST /search/synonyms'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /search/synonyms'>> {
    return (await command(this.database, ask, (tx) => addSynonyms(tx, body.words))).view;
  }

  @Handles('PUT /search/synonyms/{id}')
  async change(
    @Input() { params, body }: InputOf<'PUT /search/synonyms/{id}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<ResponseOf<'PUT /search/synonyms/{id}'>> {
    const wanted = { ...params, ...body, version: ask.version };
    return (await command(this.database, ask, (tx) => changeSynonyms(tx, wanted))).view;
  }

  @Handles('DELETE /search/synonyms/{id}')
  async remove(@Input() { params }: InputOf<'DELETE /search/synonyms/{id}'>, @Ask() ask: VersionedAsk): Promise<void> {
    await command(this.database, ask, (tx) => removeSynonyms(tx, { ...params, version: ask.version }));
  }

  @Handles('GET /search/zero-results')
  @exporting.AsTable(inVainTable)
  inVain(@Input() { query }: InputOf<'GET /search/zero-results'>): Promise<ResponseOf<'GET /search/zero-results'>> {
    return searchedInVain(this.database, query.days);
  }

  @Handles('POST /search/reindex')
  async reindex(@Ask() ask: CommandOptions): Promise<ResponseOf<'POST /search/reindex'>> {
    await command(this.database, ask, indexAnew);
    return { asked: true };
  }
}
