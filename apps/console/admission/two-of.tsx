import { Select } from '@xihuo/ui';

interface Pair {
  from: string;
  to: string;
}

interface TwoOfProps extends Pair {
  words: Pair;
  choices: readonly { value: string; label: string }[];
  onChoose: (pair: Pair) => void;
}

/** Which two of several are held beside each other. */
export function TwoOf({ from, to, words, choices, onChoose }: TwoOfProps) {
  return (
    <div className="mb-4 grid gap-3 sm:grid-cols-2">
      <Select
        label={words.from}
        value={from}
        choices={choices}
        onChange={({ target }) => onChoose({ from: target.value, to })}
      />
      <Select
        label={words.to}
        value={to}
        choices={choices}
        onChange={({ target }) => onChoose({ from, to: target.value })}
      />
    </div>
  );
}
