// What the list of teams says.
import { inEveryLanguage } from './words.tsx';

const kinds: Record<string, readonly [one: string, many: string]> = {
  'output-port': ['output port', 'output ports'],
  api: ['API', 'APIs'],
  event: ['event', 'events'],
  action: ['action', 'actions'],
};

const kindsInGerman: Record<string, readonly [one: string, many: string]> = {
  'output-port': ['Output-Port', 'Output-Ports'],
  api: ['API', 'APIs'],
  event: ['Ereignis', 'Ereignisse'],
  action: ['Aktion', 'Aktionen'],
};

export const teamsWords = inEveryLanguage({
  en: {
    title: 'Teams',
    lead: 'Who owns and who uses. A role in a team holds in all teams below it.',
    search: 'Search teams',
    searchHint: 'Name or id',
    emptyTitle: 'There are no teams yet',
    emptyHint:
      'Teams own what access can be asked for, and decide about it. Add the first one here, or publish yours with the API or with “countersign apply”.',
    noneTitle: 'No team is called like that',
    noneHint: 'Words are found by their beginning, in names and ids.',
    all: 'All teams',
    found: (count: number) => (count === 1 ? 'One team' : `${count} teams`),
    more: 'There are more teams than are shown here. Search for the one you look for.',
    people: (count: number) => (count === 0 ? 'nobody in it' : count === 1 ? '1 person' : `${count} people`),
    owned: (count: number, kind: string) => `${count} ${kinds[kind]?.[count === 1 ? 0 : 1] ?? kind}`,
    ownsMore: (count: number) => `more than ${count} resources`,
    ownsNothing: 'owns nothing yet',
    yours: (role: string) => `you: ${role}`,
    open: (team: string) => `Teams below ${team}`,
    add: 'Add a team',
    name: 'Name',
    id: 'Id',
    idHint: 'How it is called in the API and in files. It stays as it is.',
    parent: 'Belongs to',
    noParent: 'No team above',
    confirm: 'Add the team',
    cancel: 'Cancel',
    taken: 'There is a team with this id already. Choose another one.',
    tree: 'Tree of teams',
  },
  de: {
    title: 'Teams',
    lead: 'Wem etwas gehört und wer es nutzt. Eine Rolle in einem Team gilt auch in allen Teams darunter.',
    search: 'Teams suchen',
    searchHint: 'Name oder Id',
    emptyTitle: 'Es gibt noch keine Teams',
    emptyHint:
      'Teams gehört, wofür man Zugang anfragen kann, und sie entscheiden darüber. Legen Sie hier das erste an, oder veröffentlichen Sie Ihre über die API oder mit »countersign apply«.',
    noneTitle: 'So heißt kein Team',
    noneHint: 'Wörter werden an ihrem Anfang gefunden, in Namen und Ids.',
    all: 'Alle Teams',
    found: (count) => (count === 1 ? 'Ein Team' : `${count} Teams`),
    more: 'Es gibt mehr Teams, als hier stehen. Suchen Sie das, das Sie meinen.',
    people: (count) => (count === 0 ? 'niemand darin' : count === 1 ? '1 Person' : `${count} Personen`),
    owned: (count, kind) => `${count} ${kindsInGerman[kind]?.[count === 1 ? 0 : 1] ?? kind}`,
    ownsMore: (count) => `mehr als ${count} Ressourcen`,
    ownsNothing: 'noch ohne Eigenes',
    yours: (role) => `Sie: ${role}`,
    open: (team) => `Teams unter ${team}`,
    add: 'Team anlegen',
    name: 'Name',
    id: 'Id',
    idHint: 'So heißt es in der API und in Dateien. Das bleibt so.',
    parent: 'Gehört zu',
    noParent: 'Kein Team darüber',
    confirm: 'Team anlegen',
    cancel: 'Abbrechen',
    taken: 'Ein Team mit dieser Id gibt es schon. Wählen Sie eine andere.',
    tree: 'Baum der Teams',
  },
});
