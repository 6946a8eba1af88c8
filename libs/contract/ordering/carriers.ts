import { z } from 'zod';
import { bilingual } from '../core/scalars';
import { defineRoutes, open } from '../core/route';

interface Carrier {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Other ways in which people write it; what all share (快递, 速递, Express) is taken off before anything is compared. */
  readonly aliases: readonly string[];
  /** What its tracking numbers usually look like. Carriers change it without asking us, so nothing is refused by it. */
  readonly pattern: string;
}

/** Carriers that shops here send by. Their names are as each calls itself, the codes as aggregators write them. */
export const CARRIERS = [
  { code: 'SF', zh: '顺丰速运', en: 'SF Express', aliases: ['顺丰', 'shunfeng'], pattern: '^(SF)?\\d{12,15}$' },
  { code: 'JD', zh: '京东物流', en: 'JD Logistics', aliases: ['京东', 'jingdong'], pattern: '^JD[A-Z0-9]{8,18}$' },
  {
    code: 'EMS',
    zh: '中国邮政 EMS',
    en: 'China Post EMS',
    aliases: ['邮政特快专递', '邮政ems'],
    pattern: '^([A-Z]{2}\\d{9}[A-Z]{2}|\\d{13})$',
  },
  {
    code: 'YZPY',
    zh: '邮政快递包裹',
    en: 'China Post parcel',
    aliases: ['中国邮政', '邮政', '邮政包裹', 'china post'],
    pattern: '^(9\\d{12}|[A-Z]{2}\\d{9}[A-Z]{2})$',
  },
  { code: 'ZTO', zh: '中通快递', en: 'ZTO Express', aliases: ['中通', 'zhongtong'], pattern: '^(ZT)?\\d{12,15}$' },
  {
    code: 'YTO',
    zh: '圆通速递',
    en: 'YTO Express',
    aliases: ['圆通', 'yuantong'],
    pattern: '^(YT)?[A-Z0-9]?\\d{11,18}$',
  },
  { code: 'STO', zh: '申通快递', en: 'STO Express', aliases: ['申通', 'shentong'], pattern: '^(STO)?\\d{12,15}$' },
  { code: 'YD', zh: '韵达快递', en: 'Yunda Express', aliases: ['韵达', 'yunda'], pattern: '^(YD)?\\d{13,15}$' },
  { code: 'JTSD', zh: '极兔速递', en: 'J&T Express', aliases: ['极兔', 'jt', 'jitu'], pattern: '^JT[A-Z0-9]{10,16}$' },
  {
    code: 'DBL',
    zh: '德邦快递',
    en: 'Deppon Express',
    aliases: ['德邦', 'deppon', '德邦物流'],
    pattern: '^(DPK\\d{12}|\\d{8,12})$',
  },
  {
    code: 'KYSY',
    zh: '跨越速运',
    en: 'KYE Express',
    aliases: ['跨越', '跨越物流', 'kye'],
    pattern: '^(KY)?\\d{11,15}$',
  },
  { code: 'ANE', zh: '安能物流', en: 'ANE Logistics', aliases: ['安能'], pattern: '^\\d{10,14}$' },
  { code: 'ZJS', zh: '宅急送', en: 'ZJS Express', aliases: ['zhaijisong'], pattern: '^(ZJS\\d{10,12}|A\\d{12})$' },
  { code: 'UC', zh: '优速快递', en: 'UC Express', aliases: ['优速'], pattern: '^\\d{12,15}$' },
  {
    code: 'CNSD',
    zh: '菜鸟速递',
    en: 'Cainiao Express',
    aliases: ['菜鸟', '丹鸟', '丹鸟快递', 'cainiao'],
    pattern: '^(LP|CN|DN)?\\d{12,17}$',
  },
] as const satisfies readonly Carrier[];

export const carrierView = z.object({
  code: z.string(),
  name: bilingual,
  /** A regular expression over digits and capitals that its numbers usually fit; one that does not is asked about, never refused. */
  pattern: z.string(),
});

export const carrierRoutes = defineRoutes({
  'GET /carriers': {
    summary:
      'Carriers the house knows by name. Wherever a carrier is written, a name, a short name or a code of these is understood; another one is kept as it was written',
    access: open,
    response: z.object({ data: z.array(carrierView) }),
  },
});
