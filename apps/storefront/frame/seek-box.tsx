import { Button, TextField } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';

interface SeekBoxProps {
  label: string;
  act: string;
  /** By what the list is narrowed now: Back changes it too. */
  words: string;
  onSeek: (words: string) => void;
}

/** Narrows a list by a number or a few words. */
export function SeekBox({ label, act, words, onSeek }: SeekBoxProps) {
  const [typed, setTyped] = useState(words);
  const [shown, setShown] = useState(words);
  if (shown !== words) {
    setShown(words);
    setTyped(words);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSeek(typed.trim());
  };
  return (
    <search>
      <form onSubmit={submit} className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <TextField
            required={false}
            type="search"
            maxLength={40}
            label={label}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" look="secondary">
          {act}
        </Button>
      </form>
    </search>
  );
}
