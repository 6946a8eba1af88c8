import { blockingFaults, type Finding } from '../assess';

/** Blocking faults that nobody has seen when the application was approved: reviewers may have had their reasons for the others. */
export function newFaults(today: readonly Finding[], seen: readonly string[]): Finding[] {
  return blockingFaults(today).filter(({ criterion }) => !seen.includes(criterion));
}

/** What a machine is to read and cannot yet, such as an account that was never opened: nobody's approval stands in for it. */
export function unanswered(today: readonly Finding[]): Finding[] {
  return today.filter(({ kind, result, check }) => kind === 'blocking' && result === 'notJudged' && check !== 'people');
}
