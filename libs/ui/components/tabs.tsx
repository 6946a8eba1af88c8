import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, TabPanels, Tabs as AriaTabs } from 'react-aria-components';

export interface TabItem {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  items: readonly TabItem[];
  selected?: string;
  onSelect?: (id: string) => void;
}

/** Arrow keys move between tabs; only the chosen panel is in the page. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {items.map(({ id, label: name }) => (
          <Tab
            key={id}
            id={id}
            className="-mb-px flex min-h-target cursor-pointer items-center border-b-3 border-transparent px-4 whitespace-nowrap text-ink-soft outline-offset-[-3px] hover:text-ink data-selected:border-green data-selected:font-semibold data-selected:text-green"
          >
            {name}
          </Tab>
        ))}
      </TabList>
      <TabPanels>
        {items.map(({ id, content }) => (
          <TabPanel key={id} id={id} className="py-5">
            {content}
          </TabPanel>
        ))}
      </TabPanels>
    </AriaTabs>
  );
}
