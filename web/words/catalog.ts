// What the catalog says.
import { inEveryLanguage } from './words.tsx';

export const catalogWords = inEveryLanguage({
  en: {
    title: 'Catalog',
    lead: 'Everything that access can be asked for.',
    search: 'Search',
    searchHint: 'Name, id or description',
    kind: 'Kind',
    owner: 'Owner',
    anyOwner: 'Every team',
    tag: 'Tag',
    all: 'All kinds',
    emptyTitle: 'Nothing fits',
    emptyHint: 'Try fewer words or another kind.',
    clear: 'Clear the search',
    firstTitle: 'There is nothing here yet',
    firstHint:
      'Owners publish data products, APIs, events and actions with the API or with “countersign apply”.',
    more: 'Show more',
    results: (count: number, more: boolean) => (more ? `The first ${count}` : `${count} found`),
  },
  de: {
    title: 'Katalog',
    lead: 'Alles, wofür man Zugang anfragen kann.',
    search: 'Suche',
    searchHint: 'Name, Id oder Beschreibung',
    kind: 'Art',
    owner: 'Eigentümer',
    anyOwner: 'Alle Teams',
    tag: 'Schlagwort',
    all: 'Alle Arten',
    emptyTitle: 'Nichts passt',
    emptyHint: 'Versuchen Sie weniger Wörter oder eine andere Art.',
    clear: 'Suche leeren',
    firstTitle: 'Hier ist noch nichts',
    firstHint:
      'Eigentümer veröffentlichen Datenprodukte, APIs, Ereignisse und Aktionen mit der API oder mit „countersign apply“.',
    more: 'Mehr zeigen',
    results: (count, more) => (more ? `Die ersten ${count}` : `${count} Treffer`),
  },
});
