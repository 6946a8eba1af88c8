import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { columns, defineImport, type CellFault, type Tx, type Verdict } from '@xihuo/platform';
import { linkedAlready, linkHouseholds, lockForLinking, withGuardedCard } from './link-households';
import { idNumberFault, isBankCard, type IdNumberFault } from '../rules/household-codes';
import { countiesNamed, lockLinkingApplication } from '../store/linked-household.sql';

interface HouseholdRow {
  displayName: string;
  /** As people write it: a code, a name, or province and name. */
  county: string;
  village: string;
  model: 'contractPurchase' | 'employment' | 'dividend' | 'landRent' | 'share';
  householdKind: 'ordinary' | 'lifted' | 'monitored';
  idNumber: string;
  bankCard: string;
  consentGivenOn: string;
  consentHow: 'signature' | 'witnessed' | 'sms';
  consentTextVersion: string;
}

/** The wording that is handed out with the template. */
const CONSENT_TEXT = '2026-1';

const fault = (code: string, zh: string, en: string, fixZh: string, fixEn: string): CellFault => ({
  code,
  reason: { zh, en },
  fix: { zh: fixZh, en: fixEn },
});

const ID_NUMBER: Readonly<Record<IdNumberFault, CellFault>> = {
  form: fault(
    'ID_NUMBER_FORM',
    '应为 18 位身份证号',
    'An ID number has 18 characters',
    '对照身份证核对位数',
    'Compare it with the card',
  ),
  disabilityCertificate: fault(
    'ID_NUMBER_DISABILITY',
    '是 20 或 22 位残疾人证号',
    'This is the number of a disability certificate',
    '只填前 18 位',
    'Fill in its first 18 characters',
  ),
  birthday: fault(
    'ID_NUMBER_BIRTHDAY',
    '第 7–14 位不是有效出生日期',
    'Characters 7 to 14 are no birthday',
    '对照身份证核对',
    'Compare it with the card',
  ),
  checkCharacter: fault(
    'ID_NUMBER_CHECK',
    '校验位不符，有数字填错',
    'The check character does not fit: a digit is wrong',
    '对照身份证核对',
    'Compare it with the card',
  ),
};
const BANK_CARD = fault(
  'BANK_CARD',
  '不是有效的银行卡号（16–19 位）',
  'This is no card number of 16 to 19 digits',
  '对照银行卡核对',
  'Compare it with the card',
);
const NO_COUNTY = fault(
  'NO_COUNTY',
  '没有这个县（市、区）',
  'There is no such county',
  '填写 6 位行政区划代码或全称',
  'Fill in its six-digit code or its full name',
);
const MANY_COUNTIES = fault(
  'MANY_COUNTIES',
  '有多个同名的县（市、区）',
  'Several counties have this name',
  '在前面加上省名，或填写 6 位代码',
  'Put the province before it, or its six-digit code',
);
const CARD_GUARDED = fault(
  'CARD_CHANGE_GUARDED',
  '与该农户已登记的收款卡不同',
  'The household is known with another card',
  '准入后换卡须走收款账户变更，此处填写原卡号',
  'After admission a card changes by a change of account; fill in the card it is known with',
);
const CONSENT_AHEAD = fault(
  'CONSENT_AHEAD',
  '同意日期在今天之后',
  'The consent is dated after today',
  '填写实际签署日期',
  'Fill in the day it was given',
);

const words = (zh: string, en: string) => ({ zh, en });

/** Households behind an application, as lists of villages are kept: one household a row, each with its own consent. */
export const linkedHouseholdsImport = defineImport<HouseholdRow>({
  kind: 'linkedHouseholds',
  title: words('带动农户', 'Linked households'),
  roles: ['supplier'],
  columns: {
    displayName: columns.textColumn(
      {
        title: words('户主姓名', 'Name'),
        aliases: ['姓名', '户主', '农户姓名'],
        hint: words('户主姓名，不超过 40 个字', 'Head of the household, up to 40 characters'),
        sample: '示例某',
      },
      40,
    ),
    county: columns.textColumn(
      {
        title: words('县（市、区）', 'County'),
        aliases: ['县', '区县', '县区', '县市区', '行政区划代码', '县代码'],
        hint: words(
          '全称或 6 位行政区划代码；同名的请加省名',
          'Full name or six-digit code; with its province where the name is not unique',
        ),
        sample: '武川县',
      },
      40,
    ),
    village: columns.textColumn(
      {
        title: words('村', 'Village'),
        aliases: ['行政村', '村名', '所在村', '村委会'],
        hint: words('行政村名称', 'The administrative village'),
        sample: '示例村',
      },
      80,
    ),
    model: columns.choiceColumn(
      {
        title: words('联结方式', 'Linkage'),
        aliases: ['利益联结方式', '带动方式', '利益联结机制'],
        hint: words(
          '订单式收购、吸纳就业、收益分红、土地流转租金、入股之一',
          'One of contractPurchase, employment, dividend, landRent, share',
        ),
        sample: '订单式收购',
      },
      {
        contractPurchase: ['订单式收购', '订单收购', '订单', '订单农业', '保底收购'],
        employment: ['吸纳就业', '就业', '务工', '就业务工'],
        dividend: ['收益分红', '分红'],
        landRent: ['土地流转租金', '土地流转', '土地租金', '租金'],
        share: ['入股', '股份合作', '资产入股'],
      },
    ),
    householdKind: {
      ...columns.choiceColumn(
        {
          title: words('户类型', 'Kind of household'),
          aliases: ['农户类型', '户属性', '农户属性'],
          hint: words('一般农户、脱贫户、监测户之一', 'One of ordinary, lifted, monitored'),
          sample: '一般农户',
        },
        {
          ordinary: ['一般农户', '普通农户', '一般户'],
          lifted: ['脱贫户', '已脱贫户'],
          monitored: ['监测户', '监测对象', '防返贫监测对象', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'],
        },
      ),
      sensitive: true,
    },
    idNumber: {
      ...columns.codeColumn(
        {
          title: words('身份证号', 'ID number'),
          aliases: ['身份证号码', '户主身份证号', '户主证件号码', '证件号码'],
          hint: words('18 位；该列请设为文本格式', '18 characters; format the column as text'),
          sample: '11010519491231002X',
        },
        (code) => {
          const wrong = idNumberFault(code);
          return wrong && ID_NUMBER[wrong];
        },
      ),
      sensitive: true,
    },
    bankCard: {
      ...columns.codeColumn(
        {
          title: words('银行卡号', 'Bank card'),
          aliases: ['卡号', '银行账号', '一卡通账号', '一卡通卡号', '惠农卡号'],
          hint: words('16–19 位；该列请设为文本格式', '16 to 19 digits; format the column as text'),
          sample: '6222021234567894',
        },
        (code) => (isBankCard(code) ? null : BANK_CARD),
      ),
      sensitive: true,
    },
    consentGivenOn: columns.dayColumn({
      title: words('同意日期', 'Consent given on'),
      aliases: ['单独同意日期', '签署日期', '同意书日期'],
      hint: words('农户单独签署同意书的日期', 'The day the household gave its separate consent'),
      sample: '2026-09-01',
    }),
    consentHow: columns.choiceColumn(
      {
        title: words('同意方式', 'Consent given by'),
        aliases: ['单独同意方式', '签署方式'],
        hint: words('本人签字、见证签署、短信确认之一', 'One of signature, witnessed, sms'),
        sample: '本人签字',
      },
      {
        signature: ['本人签字', '签字', '签名'],
        witnessed: ['见证签署', '见证', '按手印', '代签见证'],
        sms: ['短信确认', '短信'],
      },
    ),
    consentTextVersion: columns.optional(
      columns.textColumn(
        {
          title: words('同意书版本', 'Wording of the consent'),
          hint: words(
            '同意书页脚的版本号，留空为当前版本',
            'The version at the foot of the paper; empty means the present one',
          ),
          sample: CONSENT_TEXT,
        },
        20,
      ),
      CONSENT_TEXT,
    ),
  },
  keyOf: ({ idNumber }) => idNumber,

  async admit(tx, applicationId) {
    // Somebody else's application is not there, whatever its state: whose it is comes first.
    const [application] = await tx.sql(lockLinkingApplication, [applicationId]);
    const own = tx.actor.kind === 'person' ? tx.actor.grants.filter(({ role }) => role === 'supplier') : [];
    if (!own.some(({ organisationId }) => organisationId === application?.supplier_id)) throw fail('NOT_FOUND');
    await lockForLinking(tx, applicationId);
  },

  async inspect(tx, applicationId, rows, { vault }) {
    const application = await lockForLinking(tx, applicationId);
    const counties = await countiesOf(tx, rows);
    const linked = await linkedAlready(
      tx,
      vault,
      application,
      rows.map(({ idNumber }) => idNumber),
    );
    const guarded = await withGuardedCard(tx, vault, application, rows);
    const today = time.businessDate(tx.now);
    return rows.map(({ county, consentGivenOn }, at): Verdict => {
      const codes = counties.get(county)?.length ?? 0;
      if (codes !== 1) return { ...(codes === 0 ? NO_COUNTY : MANY_COUNTIES), column: 'county' };
      if (consentGivenOn > today) return { ...CONSENT_AHEAD, column: 'consentGivenOn' };
      if (guarded[at]) return { ...CARD_GUARDED, column: 'bankCard' };
      return linked[at] ? 'known' : 'new';
    });
  },

  async write(tx, applicationId, rows, { vault }) {
    const application = await lockForLinking(tx, applicationId);
    const counties = await countiesOf(tx, rows);
    await linkHouseholds(
      tx,
      vault,
      application,
      rows.map(({ county, consentGivenOn, consentTextVersion, consentHow, ...household }) => ({
        ...household,
        countyCode: counties.get(county)![0]!,
        consent: { givenOn: consentGivenOn, textVersion: consentTextVersion, how: consentHow },
      })),
    );
  },
});

async function countiesOf(tx: Tx, rows: readonly { county: string }[]): Promise<Map<string, string[]>> {
  const named = await tx.sql(countiesNamed, [[...new Set(rows.map(({ county }) => county))]]);
  return new Map(named.map(({ word, codes }) => [word, codes]));
}
