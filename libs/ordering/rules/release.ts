import { time } from '@xihuo/kernel';

export interface AfterSalePolicy {
  /** Days of the no-reason return (消费者权益保护法 art. 25), which most goods have. */
  windowDays: number;
  /** Days of the damage claim for fresh and perishable goods, which have no no-reason return. */
  perishableWindowDays: number;
}

/** When a received supplier order may be released: the longest window of its lines, from receipt. */
export function releaseDue(receivedAt: Date, lines: readonly { perishable: boolean }[], policy: AfterSalePolicy): Date {
  const days = lines.map((line) => (line.perishable ? policy.perishableWindowDays : policy.windowDays));
  return time.addHours(receivedAt, 24 * Math.max(...days));
}
