import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { zh } from '../../i18n/zh-CN';
import { Look } from './bulk-dialog';

test('a row that somebody changed is looked at in the console, in a window of its own', () => {
  i18n.load('zh-CN', zh as never);
  i18n.activate('zh-CN');
  const html = renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <StaticRouter basename="/console" location="/console/admission/queue">
        <Look to="/admission/applications/1" name="苗岭茶社" />
      </StaticRouter>
    </I18nProvider>,
  );
  expect(html).toContain('href="/console/admission/applications/1"');
  expect(html).toContain('target="_blank"');
});
