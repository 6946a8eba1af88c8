import { Button, Dialog } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { useT } from '../words';

interface AskFirstProps {
  /** On the button that asks. */
  word: string;
  title: string;
  text: ReactNode;
  /** On the button that does it, by name. */
  yes: string;
  pending: boolean;
  onYes: () => void;
  look?: 'quiet' | 'secondary';
}

/** What cannot be taken back is asked before it is done. */
export function AskFirst({ word, title, text, yes, pending, onYes, look = 'quiet' }: AskFirstProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look={look} size="small" pending={pending} onClick={() => setAsking(true)}>
        {word}
      </Button>
      <Dialog
        title={title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              {t('ask.no')}
            </Button>
            <Button
              pending={pending}
              onClick={() => {
                setAsking(false);
                onYes();
              }}
            >
              {yes}
            </Button>
          </>
        }
      >
        <p>{text}</p>
      </Dialog>
    </>
  );
}
