import { i18n } from '@lingui/core';
import { ApiProblem, createQueryClient, routeKey, UiProvider } from '@xihuo/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { zh } from '../i18n/zh-CN';
import { FromToday } from './frame';

test('a page of days says why it has none where today cannot be read, and offers to ask again', () => {
  i18n.load('zh-CN', zh as never);
  i18n.activate('zh-CN');
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { retryOnMount: false } });
  const problem = new ApiProblem(503, 'UNAVAILABLE');
  const key = routeKey('GET /instance', {});
  queries.getQueryCache().build(queries, { queryKey: key }).setState({ status: 'error', error: problem });
  const html = renderToStaticMarkup(
    <UiProvider queries={queries} api={() => Promise.reject(problem)}>
      <StaticRouter location="/results">
        <FromToday title="帮扶成效">{(today) => today}</FromToday>
      </StaticRouter>
    </UiProvider>,
  );
  expect(html).toContain('帮扶成效');
  expect(html).toContain('role="alert"');
  expect(html).toContain('<button');
});
