import type { ReactElement } from 'react';
import { ShownPaper } from './shown-paper';

interface Said {
  children: string;
  onClick?: () => void;
}

const onFail = jest.fn();
const onRetry = jest.fn();
const paper = (failed: boolean) =>
  ShownPaper({
    ...{ path: '/api/v1/certificates/c-1/picture', alt: '有机产品', failed, onFail, onRetry },
    words: { failed: '图片没有打开', why: '网络不通', retry: '重试' },
  });

test('a picture that is refused or lost says so to whoever shows it', () => {
  const { type, props } = paper(false) as ReactElement<{ src: string; onError: () => void }>;
  expect([type, props.src]).toEqual(['img', '/api/v1/certificates/c-1/picture']);
  props.onError();
  expect(onFail).toHaveBeenCalledTimes(1);
});

test('in its place stand what happened and a button that asks anew', () => {
  const { type, props } = paper(true) as ReactElement<{ role: string; children: ReactElement<Said>[] }>;
  expect([type, props.role]).toEqual(['div', 'alert']);
  expect(props.children.map((said) => said.props.children)).toEqual(['图片没有打开', '网络不通', '重试']);
  props.children.at(-1)!.props.onClick!();
  expect(onRetry).toHaveBeenCalledTimes(1);
});
