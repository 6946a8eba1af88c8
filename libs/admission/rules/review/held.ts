import type { Finding } from '../assess';
import { sentenceOf } from '../sentence';
import type { Obstacle } from './approvable';

export interface Held {
  readonly zh: string;
  readonly en: string;
}

/** Where a supplier stands apart from its application, on the day it would be certified. */
export interface Departure {
  /** The last day of a bar; null where it has none. */
  readonly barredUntil: string | null;
  readonly barred: boolean;
  /** An exit that came while the application was under way, or one that is still being carried out. */
  readonly leaving: boolean;
}

const REGISTERS: Readonly<Record<NonNullable<Obstacle['register']>, Held>> = {
  seriousDishonesty: { zh: '列入严重违法失信名单', en: 'listed for serious dishonesty' },
  judgmentDefaulter: { zh: '列入失信被执行人名单', en: 'listed as a judgment defaulter' },
  abnormalOperation: { zh: '列入经营异常名录', en: 'listed for abnormal operation' },
  penalty: { zh: '有行政处罚记录', en: 'a penalty is on record' },
};

/**
 * Why nobody is admitted by the clock alone after the public notice: what machines find new, what people found since they approved
 * it, and a way out that the supplier has taken or was shown meanwhile. Empty where nothing stands against it. That a look into a
 * register has grown old meanwhile is none: it was asked in time when it was approved.
 */
export function heldFor(
  faults: readonly Finding[],
  obstacles: readonly Obstacle[],
  { barred, barredUntil, leaving }: Departure,
): Held[] {
  return [
    ...faults.map(({ result, reasons }) => sentenceOf(result, reasons)),
    ...obstacles.flatMap(({ code, register }): Held[] => {
      if (code === 'creditListed') return [REGISTERS[register!]];
      if (code === 'inspectionPlanned') return [{ zh: '现场核查尚未完成', en: 'an inspection on site is outstanding' }];
      return code === 'inspectionFailed' ? [{ zh: '现场核查未通过', en: 'the inspection on site failed' }] : [];
    }),
    ...(barred
      ? [
          {
            zh: `尚在禁止重新准入期内（至 ${barredUntil ?? '另行通知'}）`,
            en: `barred from re-admission until ${barredUntil ?? 'further notice'}`,
          },
        ]
      : []),
    ...(leaving ? [{ zh: '该主体正在退出平台', en: 'the supplier is leaving the platform' }] : []),
  ];
}
