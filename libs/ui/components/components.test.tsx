import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { compile } from '../i18n/catalog';
import { zh } from '../i18n/zh-CN';
import { ApiProblem } from '../client/problem';
import { Button } from './button';
import { TextField } from './field';
import { Money } from './money';
import { ErrorState } from './states';
import { Table } from './table';

function html(node: ReactNode): string {
  i18n.loadAndActivate({ locale: 'zh-CN', messages: compile(zh) });
  return renderToStaticMarkup(<I18nProvider i18n={i18n}>{node}</I18nProvider>);
}

test('money is read out as a phrase and shown with its sign', () => {
  const out = html(<Money value={{ amount: '-123450', currency: 'CNY' }} />);
  expect(out).toContain('-1,234.50元');
  expect(out).toMatch(/aria-hidden="true">-<span class="">¥<\/span>1,234/);
});

test('a field in error says so to those who cannot see red', () => {
  const out = html(<TextField id="phone" label="手机号" error="应为 11 位数字" hint="用于联系收货" />);
  expect(out).toContain('for="phone"');
  expect(out).toContain('aria-describedby="phone-hint phone-error"');
  expect(out).toContain('aria-invalid="true"');
  expect(out).toContain('id="phone-error"');
});

test('a pending button keeps focus and says that it works', () => {
  const out = html(<Button pending>付款</Button>);
  expect(out).toContain('aria-busy="true"');
  expect(out).toContain('aria-disabled="true"');
  expect(out).not.toContain(' disabled');
});

test('table cells know their column, rows their header', () => {
  const out = html(
    <Table
      caption="批次"
      columns={[
        { id: 'code', header: '批次号', cell: (row: { code: string }) => row.code, rowHeader: true },
        { id: 'kg', header: '重量', cell: () => '5', numeric: true },
        { id: 'act', header: '', cell: () => <button>移除</button> },
      ]}
      rows={[{ code: 'L1' }]}
      rowKey={(row) => row.code}
    />,
  );
  expect(out).toContain('<th scope="col"');
  expect(out).toContain('<th scope="row" data-label="批次号"');
  expect(out).toContain('<td data-label="重量"');
  // A column without a name is not announced as a header.
  expect(out.match(/<th /g)).toHaveLength(3);
});

test.each([
  [new ApiProblem(0, 'TIMEOUT'), '等待超过 10 秒'],
  [new ApiProblem(409, 'OUT_OF_STOCK', { title: '库存不足' }), '库存不足'],
  [new ApiProblem(500, 'INTERNAL', { title: 'Internal error', traceId: 't-7' }), '服务器出了问题'],
  [new TypeError('x is undefined'), '页面出了问题'],
  [
    new ApiProblem(429, 'RATE_LIMITED', { title: '操作过于频繁' }, { retryAfterSeconds: 42 }),
    '操作太频繁，请 42 秒后再试',
  ],
  [new ApiProblem(429, 'RATE_LIMITED', {}, { retryAfterSeconds: 601 }), '操作太频繁，请 11 分钟后再试'],
  [new ApiProblem(429, 'TOO_MANY_UNPAID', { title: '未付订单太多' }, { retryAfterSeconds: 90_000 }), '未付订单太多'],
  [new ApiProblem(429, 'HTTP_429'), '操作太频繁，请稍候再试'],
])('a failure speaks the reader’s language: %s', (problem, words) => {
  const out = html(<ErrorState problem={problem} />);
  expect(out).toContain(words);
  expect(out).not.toContain('Internal error');
});

test('the trace id can be copied', () => {
  expect(html(<ErrorState problem={new ApiProblem(500, 'INTERNAL', { traceId: 't-7' })} />)).toContain('t-7');
});
