import { time } from '@xihuo/kernel';

export const REGISTERS = ['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation', 'penalty'] as const;
export type CreditRegister = (typeof REGISTERS)[number];

export interface Snapshot {
  readonly register: CreditRegister;
  readonly status: 'clear' | 'listed';
  readonly queriedOn: string;
}

export interface InspectionOutcome {
  readonly state: 'planned' | 'reported' | 'cancelled';
  readonly result: 'pass' | 'improve' | 'fail' | null;
}

export interface Obstacle {
  readonly code: 'creditMissing' | 'creditStale' | 'creditListed' | 'inspectionPlanned' | 'inspectionFailed';
  /** Which register, where it is about one. */
  readonly register?: CreditRegister;
}

/**
 * What stands against approving beside the checklist: every credit register asked within so many days and clear, no inspection
 * outstanding, and the last one that was made not failed.
 *
 * @param snapshots the newest of each register
 * @param inspections in the order they were made
 */
export function obstacles(
  snapshots: readonly Snapshot[],
  inspections: readonly InspectionOutcome[],
  { today, validDays }: { today: string; validDays: number },
): Obstacle[] {
  const oldest = time.addDays(today, -validDays);
  const credit = REGISTERS.flatMap((register): Obstacle[] => {
    const snapshot = snapshots.find((one) => one.register === register);
    if (!snapshot) return [{ code: 'creditMissing', register }];
    if (snapshot.status === 'listed') return [{ code: 'creditListed', register }];
    return snapshot.queriedOn < oldest ? [{ code: 'creditStale', register }] : [];
  });
  const planned = inspections.some(({ state }) => state === 'planned');
  const last = inspections.filter(({ state }) => state === 'reported').at(-1);
  return [
    ...credit,
    ...(planned ? [{ code: 'inspectionPlanned' } as const] : []),
    ...(last?.result === 'fail' ? [{ code: 'inspectionFailed' } as const] : []),
  ];
}
