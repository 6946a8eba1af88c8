import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { i18n } from '@lingui/core';
import { ApiProblem, createClient, createQueryClient, routeKey, UiProvider, type Output } from '@xihuo/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { zh } from '../i18n/zh-CN';
import { MeContext, type Me } from '../identity/me';
import { Listing, type PagedRead } from './listing';

i18n.load('zh-CN', zh as never);
i18n.activate('zh-CN');

const ME = { personId: 'p', viewing: null, grants: [] } as unknown as Me;
const late = { name: '超时的', search: 'state=late', look: { hidden: [], order: [] } };
const KEPT: Output<'GET /me/lists'> = { data: [{ list: 'some', version: 1, look: late.look, views: [late] }] };

function html(read: Partial<PagedRead<string>>, at = '/'): string {
  const queries = createQueryClient();
  queries.setQueryData(routeKey('GET /me/lists', {}), KEPT);
  const query = {
    ...{ rows: undefined, error: null, dataUpdatedAt: 0, isFetching: false, isFetchingNextPage: false },
    ...{ hasNextPage: false, refetch: () => undefined, fetchNextPage: () => undefined },
    ...read,
  };
  return renderToStaticMarkup(
    <UiProvider api={createClient({})} queries={queries}>
      <MeContext value={ME}>
        <MemoryRouter initialEntries={[at]}>
          <Listing
            {...{ id: 'some', query, caption: '若干', rowKey: (row: string) => row, empty: { title: '无', text: '' } }}
            columns={[{ id: 'name', header: '名称', rowHeader: true, cell: (row) => row }]}
          />
        </MemoryRouter>
      </MeContext>
    </UiProvider>,
  );
}

test('the own views of a list stand while it is read, and where it cannot be read', () => {
  expect(html({})).toContain('超时的');
  expect(html({ error: new ApiProblem(400, 'INVALID_INPUT') })).toContain('超时的');
});

test('a list is had as a table, but not one of persons', () => {
  const of = (route: 'GET /admission/queue' | 'GET /benefit/households') =>
    html({ rows: ['甲'], source: { route, input: {} } }).includes('POST /me/list-files');
  expect([of('GET /admission/queue'), of('GET /benefit/households')]).toEqual([true, false]);
});

test('a column of what can be done is told by its id, and is in no file', () => {
  const console = join(__dirname, '..');
  const pages = readdirSync(console, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
  const lists = pages
    .map((path) => ({ path, text: readFileSync(join(console, path), 'utf8') }))
    .filter(({ text }) => /<Listing\b/.test(text));
  const ids = lists.flatMap(({ path, text }) =>
    [...text.matchAll(/id: '(\w+)',\s*header: t\('\w+\.acts?'\)/g)].map(([, id]) => `${id} ${path}`),
  );
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id) => !id.startsWith('act '))).toEqual([]);
});
