import { needWords } from '@xihuo/ui';
import { begin } from '../../serving/begin';
import { LotDocument } from './lot-document';
import { lotWords, proofWords } from './words';

const code = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');

void begin({
  words: lotWords,
  load: () => needWords([proofWords]),
  element: () => <LotDocument code={code} />,
});
