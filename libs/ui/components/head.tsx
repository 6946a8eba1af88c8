import { createContext, useContext, useEffect } from 'react';

/** What a page says of itself to a tab, a search engine and whoever shares it. */
export interface About {
  /** A sentence or two; the site's own where absent. */
  description?: string | undefined;
  /** The one address of what is shown, from the root, where several lead to it. */
  path?: string | undefined;
  /** A picture of it, from the root: a photograph, in a format everything reads. */
  image?: string | undefined;
  /** Of what nobody should be led to from a search: a search of somebody's own, a narrowed list. */
  unlisted?: boolean | undefined;
  /** What it is in the words of Open Graph; a website where absent. */
  kind?: 'product' | 'article' | undefined;
  /** What it is in the words of schema.org, by where the shop is known outside; only the server says it. */
  data?: ((origin: string) => readonly object[]) | undefined;
}

export interface Head extends About {
  title: string;
}

/** Where the server hears what the page it renders says of itself; absent in the browser. */
export const HeadContext = createContext<((head: Head) => void) | null>(null);

/** The site's description, for pages that have none of their own; a rendered page brings it beside its own. */
let usual: string | undefined;

function describe(description: string | undefined): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=description]');
  if (!meta) return;
  usual ??= meta.dataset['usual'] ?? meta.content;
  meta.content = description ?? usual;
}

/** Under which the shop is known, as the server said it: a reader may have come by another name of the same place. */
let known: string | null | undefined;

function pointTo(path: string | undefined): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  known ??= link ? new URL(link.href).origin : null;
  if (path === undefined || known === null) return link?.remove();
  const said = link ?? document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'canonical' }));
  said.href = known + path;
}

/** The name of the page, for the tab, the history and a screen reader that has just arrived; and what else it says of itself. */
export function useTitle(title: string | undefined, site: string, about: About = {}): void {
  const whole = title ? `${title} · ${site}` : site;
  const { description, path } = about;
  useContext(HeadContext)?.({ ...about, title: whole });
  useEffect(() => {
    document.title = whole;
    describe(description);
    pointTo(path);
  }, [whole, description, path]);
}
