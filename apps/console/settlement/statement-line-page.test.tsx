import { i18n } from '@lingui/core';
import { createClient, createQueryClient, UiProvider } from '@xihuo/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { zh } from '../i18n/zh-CN';
import { MeContext, type Me } from '../identity/me';
import { ToOrder } from './statement-line-page';

i18n.load('zh-CN', zh as never);
i18n.activate('zh-CN');

test('the order itself is opened by its own supplier, and by nobody who is one of another beside', () => {
  const me = {
    grants: [
      { role: 'finance', organisation: null },
      { role: 'supplier', organisation: { id: 'x', name: '甲' } },
    ],
  } as unknown as Me;
  const way = (supplierId: string) =>
    /href="([^"]+)"/.exec(
      renderToStaticMarkup(
        <UiProvider api={createClient({})} queries={createQueryClient()}>
          <MeContext value={me}>
            <MemoryRouter>
              <ToOrder id="o" supplierId={supplierId} statementId="s" lineId="l" />
            </MemoryRouter>
          </MeContext>
        </UiProvider>,
      ),
    )?.[1];
  expect(way('x')).toBe('/ordering/orders/o');
  expect(way('y')).toBe('/settlement/statements/s/lines/l/order');
});
