import { blockingFaults, type Finding } from '../assess';

/** Blocking faults that nobody has seen when the application was approved: reviewers may have had their reasons for the others. */
export function newFaults(today: readonly Finding[], seen: readonly string[]): Finding[] {
  return blockingFaults(today).filter(({ criterion }) => !seen.includes(criterion));
}
