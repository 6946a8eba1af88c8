import { begin } from '../serving/begin';
import { FarmerPage } from './farmer-page';
import { words } from './words';

/** An entry of its own, without router, cart or dialogs: these pages are opened on old phones over slow lines. */
void begin({ words, element: () => <FarmerPage /> });
