import { needWords } from '@xihuo/ui';
import { begin } from '../../serving/begin';
import { parts } from '../../words';
import { LotDocument } from './lot-document';

const code = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');

void begin({ load: () => needWords([parts.proof]), element: () => <LotDocument code={code} /> });
