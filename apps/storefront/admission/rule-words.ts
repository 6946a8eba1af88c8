import type { Output } from '@xihuo/ui';
import { useT } from '../words';

type Setting = Output<'GET /settings'>['data'][number];
type MeasureKind = Output<'GET /register/measures'>['data'][number]['kind'];
type Signal =
  | 'order'
  | 'complaint'
  | 'return'
  | 'lateShipment'
  | 'unpaidDues'
  | 'priceAbovePeers'
  | 'massBalance'
  | 'awardIgnored'
  | 'selfDealing'
  | 'sharedTracking';
type Register = 'seriousDishonesty' | 'judgmentDefaulter' | 'abnormalOperation';
type Paper =
  | 'businessLicence'
  | 'foodProductionLicence'
  | 'foodOperationLicence'
  | 'mandate'
  | 'testReport'
  | 'greenFood'
  | 'organic'
  | 'geographicalIndication';

interface Ground {
  stages?: readonly MeasureKind[];
  rectificationDays: number | null;
  barMonths: number | null;
}

interface Rule {
  signal: Signal;
  per: Signal | null;
  mode: 'rate' | 'days' | 'sum' | 'max';
  windowDays: number;
  least: number;
  steps: readonly { at: number; measure: 'case' | 'warning' | 'suspension' }[];
}

/** Rules on exit are public (电商法 art. 32) for people too: a ground, a rule over signals, what the end of a paper does, line by line. */
export function useRuleWords(): (setting: Setting) => string[] | null {
  const t = useT();
  const ground = ({ stages = [], rectificationDays, barMonths }: Ground): string[] => [
    ...(stages.length === 0 ? [] : [stages.map((kind) => t(`measure.kind.${kind}`)).join(' → ')]),
    ...(rectificationDays === null ? [] : [t('rule.rectification', { count: rectificationDays })]),
    ...(barMonths === null || barMonths === 0 ? [] : [t('rule.bar', { count: barMonths })]),
  ];
  const reached = ({ mode, signal }: Rule, at: number): string => {
    if (mode === 'rate') return `${at / 100}%`;
    if (mode === 'days') return t('settings.days', { count: at });
    return signal === 'massBalance' ? t('rule.grams', { count: at }) : String(at);
  };
  const rule = (one: Rule): string[] => {
    const { signal, per, mode, windowDays, least, steps } = one;
    const words = { signal: t(`rule.signal.${signal}`), per: per === null ? '' : t(`rule.signal.${per}`) };
    return [
      t(`rule.mode.${mode}`, { ...words, days: windowDays }),
      ...(mode === 'rate' && least > 0 ? [t('rule.least', { per: words.per, least })] : []),
      ...steps.map(
        ({ at, measure }) =>
          `≥ ${reached(one, at)}${t('rule.then')}${measure === 'case' ? t('rule.case') : t(`measure.kind.${measure}`)}`,
      ),
    ];
  };
  return ({ key, value }) => {
    if (key.startsWith('admission.ground.')) return ground(value as unknown as Ground);
    if (key.startsWith('admission.signalRule.')) return rule(value as unknown as Rule);
    if (key === 'admission.creditEffects')
      return Object.entries(value as Record<Register, MeasureKind>).map(
        ([register, kind]) =>
          `${t(`rule.register.${register as Register}`)}${t('rule.then')}${t(`measure.kind.${kind}`)}`,
      );
    if (key !== 'admission.expiryEffects') return null;
    return Object.entries(value as Record<Paper, MeasureKind>).map(
      ([paper, kind]) => `${t(`rule.paper.${paper as Paper}`)}${t('rule.then')}${t(`measure.kind.${kind}`)}`,
    );
  };
}
