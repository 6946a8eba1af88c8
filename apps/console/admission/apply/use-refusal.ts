import { useProblemText, type ApiProblem } from '@xihuo/ui';
import { useT } from '../../words';

const FAULTS = ['kind', 'tooLarge', 'tooManyPages', 'tooManyPixels', 'damaged', 'encrypted', 'active', 'bomb'] as const;

/** Why a paper was not taken, in words that say what to do. */
export function useRefusal(): (problem: ApiProblem) => string {
  const t = useT();
  const problemText = useProblemText();
  return (problem) => {
    const fault = FAULTS.find((one) => one === problem.facts['fault']);
    return fault === undefined ? problemText(problem) : t(`paperFault.${fault}`);
  };
}
