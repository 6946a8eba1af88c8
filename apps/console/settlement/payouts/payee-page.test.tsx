import { i18n } from '@lingui/core';
import { QueryClient } from '@tanstack/react-query';
import { createClient, routeKey, UiProvider, type Output } from '@xihuo/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter, Route, Routes } from 'react-router';
import { zh } from '../../i18n/zh-CN';
import { MeContext, type Me } from '../../identity/me';
import { PayeePage } from './payee-page';

i18n.load({ 'zh-CN': zh as never });
i18n.activate('zh-CN');

const ID = '01890000-0000-7000-8000-000000000001';
const FINANCE = { grants: [{ role: 'finance' }] } as unknown as Me;
type Accounts = Output<'GET /settlement/payee-accounts'>;

test('come to by its address, the page names whose accounts it shows, also of somebody who never had one', () => {
  const queries = new QueryClient();
  const answer: Accounts = { data: [], nextCursor: null, payee: { kind: 'household', id: ID, name: '示例农户甲' } };
  const key = routeKey('GET /settlement/payee-accounts', { query: { payeeId: ID } });
  queries.setQueryData([...key, 'pages'], { pages: [answer], pageParams: [null] });
  const html = renderToStaticMarkup(
    <UiProvider api={createClient({})} queries={queries}>
      <MeContext value={FINANCE}>
        <MemoryRouter initialEntries={[`/settlement/accounts/${ID}`]}>
          <Routes>
            <Route path="/settlement/accounts/:id" element={<PayeePage />} />
          </Routes>
        </MemoryRouter>
      </MeContext>
    </UiProvider>,
  );
  expect(html).toContain('示例农户甲');
});
