import { Switch } from '../../frame/switch';
import { TEXTS } from '../../legal/texts';
import { useT } from '../../words';
import { useConsents } from './use-consents';

/** Whether one wants to hear of kept products: asked for apart, taken back as easily (PIPL art. 15). */
export function NewsSwitch() {
  const t = useT();
  const { rows, standing, say } = useConsents();
  if (!rows) return null;
  const { version } = TEXTS.favouriteNews;
  return (
    <Switch
      on={standing('favouriteNews')?.given ?? false}
      pending={say.isPending}
      label={t('consent.favouriteNews')}
      hint={t('consent.favouriteNewsText')}
      onTurn={(given) => say.mutate({ body: { kind: 'favouriteNews', version, given } })}
    />
  );
}
