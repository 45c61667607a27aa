// What others do appears by itself: the server says which things have changed, and whatever of them is on the screen is
// read again. Nothing else is told, so a lost or doubled event harms nobody. One stream serves the whole window: what
// concerns the person, and what the open page is about. A window that nobody looks at hears nothing, because browsers
// have few connections for each server; when it is looked at again, everything on it is read once. While there is no
// stream, the lists are read every few seconds.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

interface Change {
  readonly noun: string;
  readonly id: string;
  readonly resource?: string;
  /** It concerns the person, or a team of theirs. */
  readonly mine: boolean;
}

const liveContext = createContext(false);
const subjectContext = createContext<(subject: string) => () => void>(() => () => {});

const pollMs = 4000;
const noticesAfterMs = [700, 3000];
const addressLimit = 20;

export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [subjects, setSubjects] = useState<readonly string[]>([]);
  const isSeen = useSeen();
  const query = new URLSearchParams([
    ['only', 'mine'],
    ...[...new Set(subjects)].slice(0, addressLimit).map((subject) => ['subject', subject]),
  ]);
  const isLive = useStream(isSeen ? `/api/changes/stream?${query}` : null);
  const add = useCallback((subject: string) => {
    setSubjects((before) => [...before, subject]);
    return () => setSubjects((before) => before.toSpliced(before.indexOf(subject), 1));
  }, []);
  useEffect(() => {
    if (isLive || !isSeen) return;
    const timer = setInterval(() => void lookEverywhere(client), pollMs);
    return () => clearInterval(timer);
  }, [client, isLive, isSeen]);
  return (
    <liveContext.Provider value={isLive}>
      <subjectContext.Provider value={add}>{children}</subjectContext.Provider>
    </liveContext.Provider>
  );
}

/** Whether changes are heard at the moment. */
export function useIsLive(): boolean {
  return use(liveContext);
}

/** The page that calls this is about that access, resource, team or the like, whoever's it is. */
export function useLiveSubject(subject: string): void {
  const add = use(subjectContext);
  useEffect(() => add(subject), [add, subject]);
}

function useStream(address: string | null): boolean {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const heard = useRef<readonly Heard[]>([]);
  useEffect(() => {
    if (address === null) {
      heard.current = [];
      return;
    }
    let again: ReturnType<typeof setTimeout> | undefined;
    heard.current = toGoOnFrom(heard.current);
    const [from] = heard.current;
    const source = new EventSource(from ? `${address}&after=${from.id}` : address);
    const hear = (name: string, take: (event: MessageEvent<string>) => void) =>
      source.addEventListener(name, (event) => {
        const message = event as MessageEvent<string>;
        if (message.lastEventId !== '')
          heard.current = [...toGoOnFrom(heard.current), { id: message.lastEventId, at: Date.now() }];
        take(message);
      });
    source.addEventListener('open', () => setLive(true));
    source.addEventListener('error', () => {
      setLive(false);
      // Browsers come back to a connection that broke, and give up for good where they were refused, such as by a 503.
      if (source.readyState === EventSource.CLOSED)
        again = setTimeout(() => setAttempt((before) => before + 1), pollMs);
    });
    // What happened between the last look and the beginning of the stream was not heard.
    hear('begin', () => void client.invalidateQueries());
    hear('reload', () => void client.invalidateQueries());
    hear('changes', ({ data }) => takeIn(client, (JSON.parse(data) as { changes: Change[] }).changes));
    return () => {
      clearTimeout(again);
      source.close();
      setLive(false);
    };
  }, [client, address, attempt]);
  return useMemo(() => isLive && address !== null, [isLive, address]);
}

interface Heard {
  /** The place in the log. */
  readonly id: string;
  readonly at: number;
}

/** Longer than an answer is taken as new (main.tsx). */
const overlapMs = 5000;

/**
 * A page about something else has another stream. It goes on where the one before was a few seconds ago, so that nothing
 * has to be read again for it, and what was read before anybody listened for it is told as well, if it has changed.
 */
function toGoOnFrom(heard: readonly Heard[]): readonly Heard[] {
  const nth = heard.findLastIndex(({ at }) => at <= Date.now() - overlapMs);
  return heard.slice(Math.max(nth, 0));
}

/** Whether somebody can see the window. */
export function useSeen(): boolean {
  const [isSeen, setSeen] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}

/** The first parts of the keys under which a page may have read something of a noun, beside accesses. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  resource: ['resource', 'resources', 'mesh'],
  policy: ['resource', 'accesses'],
  'data-product': ['resource', 'resources', 'product', 'team', 'mesh'],
  'data-contract': ['contract'],
  team: ['team', 'teams', 'me', 'mesh'],
  person: ['members', 'me'],
  target: ['target', 'targets'],
  key: ['keys'],
  organization: ['settings'],
  application: ['application', 'team', 'mesh', 'me'],
};

/** Keys of queries begin with their noun (queries.ts), so a change knows what it makes old. */
function takeIn(client: QueryClient, changes: readonly Change[]): void {
  for (const { noun, id, resource } of changes) {
    if (noun === 'access') {
      void client.invalidateQueries({ queryKey: ['access', id] });
      void client.invalidateQueries({ queryKey: ['mesh'] });
      void client.invalidateQueries({ queryKey: ['accesses', 'to', resource] });
    }
    for (const key of keysOf[noun] ?? []) void client.invalidateQueries({ queryKey: [key] });
  }
  if (changes.some(({ noun }) => noun === 'access')) {
    void lookAgain(client);
    // People are told a moment after it has happened.
    for (const ms of noticesAfterMs)
      setTimeout(() => void client.invalidateQueries({ queryKey: ['notices'] }), ms);
  }
  void client.invalidateQueries({ queryKey: ['log'] });
}

/** Without a stream nobody says which access has changed. */
async function lookEverywhere(client: QueryClient): Promise<void> {
  await Promise.all([lookAgain(client), client.invalidateQueries({ queryKey: ['access'] })]);
}

/**
 * The lists that others change most; the catalog says beside everything what one has there, and an
 * application that has access is not deleted.
 */
async function lookAgain(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['inbox'] }),
    client.invalidateQueries({ queryKey: ['accesses'] }),
    client.invalidateQueries({ queryKey: ['resources', 'catalog'] }),
    client.invalidateQueries({ queryKey: ['application'] }),
    client.invalidateQueries({ queryKey: ['notices'] }),
  ]);
}
