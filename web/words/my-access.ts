// What the list of one's own access says.
import { inEveryLanguage } from './words.tsx';

export const myAccessWords = inEveryLanguage({
  en: {
    title: 'My access',
    lead: 'What you, your teams and their products have or have asked for.',
    show: { live: 'Granted', waiting: 'Waiting', all: 'Everything' },
    emptyTitle: 'You have no access yet',
    emptyHint: 'Find what you need in the catalog and ask for it.',
    toCatalog: 'To the catalog',
    resource: 'Resource',
    forWhom: 'For',
    state: 'State',
    left: 'Ends',
    next: 'Next',
    renew: 'Renew',
    none: 'Nothing of this kind.',
    shown: 'Show',
    more: 'Show more',
  },
  de: {
    title: 'Meine Zugänge',
    lead: 'Was Sie, Ihre Teams und deren Produkte haben oder angefragt haben.',
    show: { live: 'Erteilt', waiting: 'Wartet', all: 'Alles' },
    emptyTitle: 'Sie haben noch keinen Zugang',
    emptyHint: 'Finden Sie im Katalog, was Sie brauchen, und fragen Sie danach.',
    toCatalog: 'Zum Katalog',
    resource: 'Ressource',
    forWhom: 'Für',
    state: 'Stand',
    left: 'Endet',
    next: 'Nächster Schritt',
    renew: 'Verlängern',
    none: 'Nichts davon.',
    shown: 'Zeigen',
    more: 'Mehr zeigen',
  },
});
