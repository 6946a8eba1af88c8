import { draftOf, isSame, type KeptAddress } from './kept-address';

const kept: KeptAddress = {
  ...{ id: 'a', tag: 'home', isDefault: true, regionName: '上海市浦东新区', path: ['310000', '310115'] },
  delivery: { regionCode: '310115', address: '示例路1号', name: '张三', phone: '13800000000' },
};

test('what stands in the book is what the form shows', () => {
  expect(draftOf(kept)).toEqual({
    ...kept.delivery,
    path: { province: '310000', prefecture: '310115', county: '' },
  });
  expect(isSame(draftOf(kept), kept)).toBe(true);
});

test.each([
  ['blanks and hyphens in the phone', { phone: '138-0000 0000' }, true],
  ['another house', { address: '示例路2号' }, false],
  ['a county that is not chosen yet', { regionCode: null }, false],
])('%s', (_what, part, same) => {
  expect(isSame({ ...draftOf(kept), ...part }, kept)).toBe(same);
});
