import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAddress } from './parse-address';
import { shortName, type Region } from './place';

/** All regions of the mainland, as the api answers them level by level. */
const rows = readFileSync(join(__dirname, '../../../../infra/database/reference/regions.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .map(([code, name, level, parent]) => ({ code: code!, name: name!, level: level!, parent: parent || null }));
const below = (parent: string | null): Promise<readonly Region[]> =>
  Promise.resolve(rows.filter((row) => row.parent === parent));
const nameOf = (code: string) => rows.find((row) => row.code === code)?.name ?? '';

async function read(text: string) {
  const { name, phone, path, address } = await parseAddress(text, below);
  const place = path ? [path.province, path.prefecture, path.county].map(nameOf).filter(Boolean).join(' ') : null;
  return [name, phone, place, address];
}

const ZHANG = ['张三', '13800000000', '上海市 浦东新区', '张江镇示例路1号'];
const ROAD = '示例路1号';

test.each([
  ['in one row', '张三 13800000000 上海市浦东新区张江镇示例路1号', ZHANG],
  ['phone first', '13800000000 张三 上海市浦东新区张江镇示例路1号', ZHANG],
  ['address first', '上海市浦东新区张江镇示例路1号 张三 13800000000', ZHANG],
  ['phone last', '张三，上海市浦东新区张江镇示例路1号，13800000000', ZHANG],
  ['Chinese signs', '张三，138 0000 0000；上海市、浦东新区、张江镇示例路1号。', ZHANG],
  ['nothing between', '张三13800000000上海市浦东新区张江镇示例路1号', ZHANG],
  ['the name before the place', '张三上海市浦东新区张江镇示例路1号13800000000', ZHANG],
  ['the name behind the house', '上海市浦东新区张江镇示例路1号张三13800000000', ZHANG],
  ['lines', '张三\n+86 138-0000-0000\n上海市 浦东新区 张江镇\n示例路1号', ZHANG],
  ['labels', '收货人：张三\n手机号码：13800000000\n所在地区：上海市浦东新区张江镇\n详细地址：示例路1号', ZHANG],
  ['full-width digits', '张三　１３８００００００００　上海市浦东新区张江镇示例路１号', ZHANG],
  ['the municipality twice', '张三 13800000000 上海市上海市浦东新区张江镇示例路1号', ZHANG],
  ['as forms write it', '张三 13800000000 上海 市辖区 浦东新区 张江镇示例路1号', ZHANG],
  ['short names', '张三 13800000000 上海浦东张江镇示例路1号', ZHANG],
  ['the sign of the city', '张三 13800000000 沪浦东新区张江镇示例路1号', ZHANG],
])('a municipality, %s', async (_how, text, wanted) => {
  expect(await read(text)).toEqual(wanted);
});

test.each([
  ['a province in full', `李四 13800000001 浙江省杭州市西湖区${ROAD}`, '浙江省 杭州市 西湖区', ROAD],
  ['a province in short', `李四 13800000001 浙江杭州西湖区${ROAD}`, '浙江省 杭州市 西湖区', ROAD],
  ['no province', `李四 13800000001 杭州市西湖区${ROAD}`, '浙江省 杭州市 西湖区', ROAD],
  ['no city', `李四 13800000001 浙江省义乌市${ROAD}`, '浙江省 金华市 义乌市', ROAD],
  [
    'an autonomous region',
    `李四 13800000001 内蒙古自治区呼和浩特市新城区${ROAD}`,
    '内蒙古自治区 呼和浩特市 新城区',
    ROAD,
  ],
  ['an autonomous region in short', `李四 13800000001 广西南宁市青秀区${ROAD}`, '广西壮族自治区 南宁市 青秀区', ROAD],
  ['a city called as its province', `李四 13800000001 吉林市昌邑区${ROAD}`, '吉林省 吉林市 昌邑区', ROAD],
  ['province and city called the same', `李四 13800000001 吉林省吉林市昌邑区${ROAD}`, '吉林省 吉林市 昌邑区', ROAD],
  [
    'an autonomous prefecture',
    `李四 13800000001 云南省大理白族自治州大理市${ROAD}`,
    '云南省 大理白族自治州 大理市',
    ROAD,
  ],
  [
    'an autonomous prefecture in short',
    `李四 13800000001 吉林延边延吉市${ROAD}`,
    '吉林省 延边朝鲜族自治州 延吉市',
    ROAD,
  ],
  ['a city without counties', `李四 13800000001 广东省东莞市南城街道${ROAD}`, '广东省 东莞市', `南城街道${ROAD}`],
  ['the sign of the province', `李四 13800000001 粤深圳市南山区${ROAD}`, '广东省 深圳市 南山区', ROAD],
  ['a county below the province', `李四 13800000001 湖北省省直辖县级行政区划仙桃市${ROAD}`, '湖北省 仙桃市', ROAD],
  ['a street called as a county', '李四 13800000001 陕西省西安市雁塔区朝阳路2号', '陕西省 西安市 雁塔区', '朝阳路2号'],
  ['a county that is not named', '李四 13800000001 四川省成都市示例路2号', '四川省 成都市', '示例路2号'],
])('%s', async (_how, text, place, address) => {
  expect(await read(text)).toEqual(['李四', '13800000001', place, address]);
});

test.each([
  ['nothing', '', ['', '', null, '']],
  ['a phone alone', '13800000000', ['', '13800000000', null, '']],
  ['a number that is no phone', '张三 12345 ', ['张三', '', null, '12345']],
  ['no place that is known', '张三 13800000000 示例路1号', ['张三', '13800000000', null, '示例路1号']],
  [
    'a name with a dot',
    '阿依古丽·买买提 13800000000 新疆乌鲁木齐市天山区示例路1号',
    ['阿依古丽·买买提', '13800000000', '新疆维吾尔自治区 乌鲁木齐市 天山区', '示例路1号'],
  ],
  [
    'a name that sounds like a street',
    '路遥 13800000000 陕西省榆林市清涧县示例路1号',
    ['路遥', '13800000000', '陕西省 榆林市 清涧县', '示例路1号'],
  ],
  [
    'a name in Latin letters',
    'Li Ming\n13800000000\n北京市朝阳区示例路1号',
    ['Li Ming', '13800000000', '北京市 朝阳区', '示例路1号'],
  ],
  [
    'how somebody is called',
    '王女士 13800000000 北京朝阳区示例路1号',
    ['王女士', '13800000000', '北京市 朝阳区', '示例路1号'],
  ],
])('%s', async (_what, text, wanted) => {
  expect(await read(text)).toEqual(wanted);
});

test('every county of the mainland is found by its whole name', async () => {
  const counties = rows.filter(({ level, code }) => level === 'county' && !/^(71|81|82)/.test(code));
  const missed: string[] = [];
  for (const { code, name, parent } of counties) {
    const above = rows.find((row) => row.code === parent)!;
    const province = above.parent === null ? above : rows.find((row) => row.code === above.parent)!;
    const text = `${province.name}${above === province ? '' : above.name}${name}示例路1号`;
    const { path, address } = await parseAddress(`张三 13800000000 ${text}`, below);
    if ((path?.county || path?.prefecture) !== code || address !== '示例路1号') missed.push(`${text} -> ${address}`);
  }
  expect(missed).toEqual([]);
});

test('short names are those people write', () => {
  expect(
    ['内蒙古自治区', '新疆维吾尔自治区', '延边朝鲜族自治州', '大兴安岭地区', '浦东新区', '郊区', '锡林郭勒盟'].map(
      shortName,
    ),
  ).toEqual(['内蒙古', '新疆', '延边', '大兴安岭', '浦东', '郊区', '锡林郭勒']);
});
