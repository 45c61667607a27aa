// What the pages of targets say. Sentences about what was found at a target come from its connector, in English, because
// whoever runs that target searches for them.
import { inEveryLanguage } from './words.tsx';

const statesInEnglish: Readonly<Record<string, string>> = {
  'in-line': 'In line',
  drifting: 'Others have ways in',
  differing: 'Not in line',
  failing: 'Fails, is tried again',
  alarming: 'Needs somebody',
  frozen: 'Frozen',
  unseen: 'Not looked at yet',
  unused: 'Nothing bound',
};

export const targetsWords = inEveryLanguage({
  en: {
    title: 'Targets',
    lead: 'The systems where access becomes real, and whether they are as was agreed.',
    emptyTitle: 'No target is connected yet',
    emptyHint:
      'Connect one with the API or with “countersign apply”. Until then, connectors of others make access real, or nobody.',
    states: statesInEnglish,
    resources: (count: number) => (count === 1 ? 'One resource' : `${count} resources`),
    resource: 'Resources',
    seen: 'Looked',
    next: 'looks again',
    tries: 'tries again',
    never: 'Not looked at yet',
    missing: 'Granted, and not there',
    excess: 'There, and not granted',
    drift: 'Ways in that nobody agreed to',
    failure: (resource: string) => `Last error, at ${resource}`,
    error: 'Last error',
    failures: (count: number) => (count === 1 ? 'Failed once' : `Failed ${count} times in a row`),
    none: 'none',
    frozen: {
      title: 'Targets are frozen after a restore',
      why: 'What is recorded here may be older than what is there. Until somebody has looked, targets are only compared and nothing is changed at them.',
      confirm: 'Let targets be changed again',
      opensNone: 'No access is opened.',
      closesNone: 'No access is taken away.',
      opens: (count: number) =>
        count === 1
          ? 'One access that is granted here and not there is opened.'
          : `${count} accesses that are granted here and not there are opened.`,
      closes: (count: number) =>
        count === 1
          ? 'One access that is there and not granted here is taken away.'
          : `${count} accesses that are there and not granted here are taken away.`,
      leaves: (count: number) =>
        count === 1
          ? 'One way in that Countersign did not make stays as it is.'
          : `${count} ways in that Countersign did not make stay as they are.`,
    },
    connectors: {
      title: 'Connectors of others',
      lead: 'They read what was decided and make it real where Countersign has no target. They register themselves.',
      none: 'None has registered yet.',
      id: 'Connector',
      type: 'Type',
      state: 'State',
    },
    reconcile: 'Bring in line now',
    begun: (count: number) => (count === 1 ? 'Begun for one resource.' : `Begun for ${count} resources.`),
    check: {
      title: 'Rights of Countersign there',
      hint: 'Connects with Countersign’s own role and changes nothing.',
      now: 'Check now',
      ready: 'Countersign can do its work there.',
      mend: 'The owner of the target runs there:',
    },
    facts: {
      title: 'What it is',
      id: 'Id',
      connector: 'Connector',
      owner: 'Run by',
      administrators: 'administrators',
      secrets: 'Secrets',
      kept: 'kept, never shown',
      noSecrets: 'none',
    },
    bound: 'What is bound to it',
    nothingBound: 'Nothing is bound to it yet.',
    nothingBoundHint: 'Data products bind their output ports by their documents, or their owners by hand.',
    leftBehind: 'Not bound any more: what is left of it here is taken away.',
    log: 'What happened here',
    rights: { read: 'reads', write: 'writes', 'read-write': 'reads and writes' },
    adopt: {
      act: 'Make an agreement of it',
      title: (principal: string) => `Make an agreement for ${principal}`,
      hint: 'Access is granted from now on. The way in itself stays as it is: close it at the target when the new one works.',
      whose: 'Whose is it?',
      kinds: { teamId: 'A team', dataProductId: 'A data product', userId: 'A person' },
      team: 'Team',
      dataProduct: 'Id of the data product',
      person: 'E-mail address',
      purpose: 'What is it needed for?',
      roles: 'Roles',
      rolesHint: 'None chosen: the one that gives what was found.',
      until: 'Last day (optional)',
      untilHint: 'Left empty: as long as the policy gives.',
      submit: 'Make the agreement',
      done: 'Agreed.',
      open: 'Open the agreement',
    },
  },
  de: {
    title: 'Ziele',
    lead: 'Die Systeme, in denen Zugang wirklich wird, und ob sie sind, wie es vereinbart ist.',
    emptyTitle: 'Noch ist kein Ziel verbunden',
    emptyHint:
      'Verbinden Sie eines mit der API oder mit „countersign apply“. Bis dahin setzen Konnektoren anderer um, was erteilt ist, oder niemand.',
    states: {
      'in-line': 'Stimmt',
      drifting: 'Andere haben Wege hinein',
      differing: 'Stimmt nicht',
      failing: 'Scheitert, wird wiederholt',
      alarming: 'Braucht jemanden',
      frozen: 'Eingefroren',
      unseen: 'Noch nicht angesehen',
      unused: 'Nichts gebunden',
    },
    resources: (count) => (count === 1 ? 'Eine Ressource' : `${count} Ressourcen`),
    resource: 'Ressourcen',
    seen: 'Nachgesehen',
    next: 'sieht wieder nach',
    tries: 'nächster Versuch',
    never: 'Noch nicht nachgesehen',
    missing: 'Erteilt, und nicht da',
    excess: 'Da, und nicht erteilt',
    drift: 'Wege hinein, denen niemand zugestimmt hat',
    failure: (resource) => `Letzter Fehler, bei ${resource}`,
    error: 'Letzter Fehler',
    failures: (count) => (count === 1 ? 'Einmal gescheitert' : `${count}-mal nacheinander gescheitert`),
    none: 'keine',
    frozen: {
      title: 'Nach einer Wiederherstellung sind die Ziele eingefroren',
      why: 'Was hier steht, ist vielleicht älter als das, was dort ist. Bis jemand nachgesehen hat, werden Ziele nur verglichen, und nichts wird an ihnen geändert.',
      confirm: 'Änderungen wieder erlauben',
      opensNone: 'Kein Zugang wird geöffnet.',
      closesNone: 'Kein Zugang wird weggenommen.',
      opens: (count) =>
        count === 1
          ? 'Ein Zugang, der hier erteilt und dort nicht da ist, wird geöffnet.'
          : `${count} Zugänge, die hier erteilt und dort nicht da sind, werden geöffnet.`,
      closes: (count) =>
        count === 1
          ? 'Ein Zugang, der dort da und hier nicht erteilt ist, wird weggenommen.'
          : `${count} Zugänge, die dort da und hier nicht erteilt sind, werden weggenommen.`,
      leaves: (count) =>
        count === 1
          ? 'Ein Weg hinein, den Countersign nicht gemacht hat, bleibt, wie er ist.'
          : `${count} Wege hinein, die Countersign nicht gemacht hat, bleiben, wie sie sind.`,
    },
    connectors: {
      title: 'Konnektoren anderer',
      lead: 'Sie lesen, was entschieden wurde, und setzen es um, wo Countersign kein Ziel hat. Sie melden sich selbst an.',
      none: 'Noch hat sich keiner angemeldet.',
      id: 'Konnektor',
      type: 'Art',
      state: 'Zustand',
    },
    reconcile: 'Jetzt in Ordnung bringen',
    begun: (count) => (count === 1 ? 'Begonnen für eine Ressource.' : `Begonnen für ${count} Ressourcen.`),
    check: {
      title: 'Rechte von Countersign dort',
      hint: 'Verbindet sich mit der eigenen Rolle von Countersign und ändert nichts.',
      now: 'Jetzt prüfen',
      ready: 'Countersign kann dort arbeiten.',
      mend: 'Wem das Ziel gehört, führt dort aus:',
    },
    facts: {
      title: 'Was es ist',
      id: 'Id',
      connector: 'Konnektor',
      owner: 'Betrieben von',
      administrators: 'wer Countersign betreibt',
      secrets: 'Geheimnisse',
      kept: 'verwahrt, nie gezeigt',
      noSecrets: 'keine',
    },
    bound: 'Was daran gebunden ist',
    nothingBound: 'Noch ist nichts daran gebunden.',
    nothingBoundHint:
      'Datenprodukte binden ihre Output-Ports mit ihren Dokumenten, oder deren Eigentümer von Hand.',
    leftBehind: 'Nicht mehr gebunden: was davon noch hier ist, wird weggenommen.',
    log: 'Was hier geschah',
    rights: { read: 'liest', write: 'schreibt', 'read-write': 'liest und schreibt' },
    adopt: {
      act: 'Eine Vereinbarung daraus machen',
      title: (principal) => `Eine Vereinbarung für ${principal}`,
      hint: 'Zugang gilt ab jetzt. Der Weg selbst bleibt, wie er ist: schließen Sie ihn am Ziel, sobald der neue geht.',
      whose: 'Wem gehört er?',
      kinds: { teamId: 'Einem Team', dataProductId: 'Einem Datenprodukt', userId: 'Einer Person' },
      team: 'Team',
      dataProduct: 'Id des Datenprodukts',
      person: 'E-Mail-Adresse',
      purpose: 'Wofür wird er gebraucht?',
      roles: 'Rollen',
      rolesHint: 'Keine gewählt: die eine, die gibt, was gefunden wurde.',
      until: 'Letzter Tag (freiwillig)',
      untilHint: 'Leer: so lange, wie die Richtlinie gibt.',
      submit: 'Vereinbarung machen',
      done: 'Vereinbart.',
      open: 'Vereinbarung öffnen',
    },
  },
});
