import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, Facts, routeKey, useLocale, useSend, type Fact } from '@xihuo/ui';
import { useState } from 'react';
import { useCategoryName } from '../admission/products/category';
import { ActDialog } from '../frame/act-dialog';
import { useTypedOver } from '../frame/typed-over';
import { useT } from '../words';
import type { DossierDraft } from './dossier-draft';
import type { ProductKey } from './group-fields';
import { WordsRefused } from './listing/findings-list';
import { factsOf, KeepingFields, NameFields, typedFacts } from './product-fields';

type Shown = DossierDraft['standing'];

interface FactsCardProps {
  draft: DossierDraft;
  product: ProductKey;
  onSaved: (draft: DossierDraft) => void;
}

/** What the product is: as the shop shows it, and what the next version of its dossier makes of it. */
export function FactsCard({ draft, product, onSaved }: FactsCardProps) {
  const t = useT();
  const [editing, setEditing] = useState(false);
  const { standing, wanted, factsFixed } = draft;
  return (
    <Card
      title={t('facts.title')}
      aside={
        factsFixed ? (
          <Badge>{t(`factsFixed.${factsFixed}`)}</Badge>
        ) : (
          <Button
            data-act="PUT /suppliers/{supplierId}/products/{productId}/dossier/facts"
            look="secondary"
            size="small"
            onClick={() => setEditing(true)}
          >
            {t('facts.edit')}
          </Button>
        )
      }
    >
      <p className="mb-3 text-sm text-ink-faint">{t(factsFixed ? `factsFixedText.${factsFixed}` : 'facts.text')}</p>
      <ShownFacts standing={standing} wanted={wanted} />
      {editing && <EditFacts draft={draft} product={product} onSaved={onSaved} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function ShownFacts({ standing, wanted }: { standing: Shown; wanted: Shown | null }) {
  const t = useT();
  const locale = useLocale();
  const categoryName = useCategoryName();
  const row = (term: string, of: (facts: Shown) => string | null): Fact => {
    const [now, next] = [of(standing), wanted && of(wanted)];
    const changes = wanted !== null && now !== next;
    return {
      term,
      detail: changes ? (
        <>
          <span className="font-medium">{next ?? t('facts.none')}</span>
          <span className="block text-sm text-ink-faint">{t('facts.now', { value: now ?? t('facts.none') })}</span>
        </>
      ) : (
        (now ?? t('facts.none'))
      ),
    };
  };
  const kept = (facts: Shown) =>
    facts.shelfLifeDays === null ? null : t('change.days', { count: facts.shelfLifeDays });
  return (
    <Facts
      facts={[
        row(t('apply.products.name'), ({ name }) => (locale === 'en' ? `${name.zh} · ${name.en}` : name.zh)),
        row(t('apply.products.category'), ({ category }) => categoryName(category)),
        row(t('apply.products.origin'), ({ origin }) => origin),
        row(t('ownProducts.storage'), ({ storage }) => t(`storage.${storage}`)),
        row(t('facts.shelfLife'), kept),
        row(t('apply.products.scClass'), ({ scClass }) => scClass),
      ]}
    />
  );
}

function EditFacts({ draft, product, onSaved, onClose }: FactsCardProps & { onClose: () => void }) {
  const t = useT();
  const form = useTypedOver(typedFacts(draft.wanted ?? draft.standing), draft.version);
  const typed = form.value;
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const send = useSend('PUT /suppliers/{supplierId}/products/{productId}/dossier/facts', {
    onError: (problem) => {
      form.refused(problem);
      void queries.invalidateQueries({
        queryKey: routeKey('GET /suppliers/{supplierId}/products/{productId}/dossier'),
      });
    },
    onSuccess: (next) => {
      onSaved(next);
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    const body = factsOf(typed);
    if (body) send.mutate({ params: { ...product }, version: form.beside, body });
  };
  const fields = {
    typed,
    change: (some: Partial<typeof typed>) => form.change((now) => ({ ...now, ...some })),
    lacks: (filled: boolean) => (tried && !filled ? t('household.missing') : null),
  };
  return (
    <ActDialog
      title={t('facts.edit')}
      submit={t('facts.submit')}
      text={t('facts.editText')}
      pending={send.isPending}
      problem={send.error}
      refusal={send.error?.code === 'TEXT_UNLAWFUL' && <WordsRefused problem={send.error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameFields {...fields} />
      <KeepingFields {...fields} />
    </ActDialog>
  );
}
