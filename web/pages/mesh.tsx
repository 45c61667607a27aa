// Who uses what in the company: teams and what they own, and the agreements between them, drawn or as a table. It begins
// with the teams; a team unfolds into what it owns, and from each thing one goes on to what is near it. All of what one
// looks at is in the address.
import { Alert, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { asFault } from '../api/fault.ts';
import { useLiveSubject } from '../api/live.tsx';
import { aroundQuery, everythingQuery, unfoldedQuery } from '../api/mesh.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { MeshActsContext, titleOf, useMeshActing, useMeshWords } from '../components/mesh-acts.ts';
import { MeshBar } from '../components/mesh-bar.tsx';
import { MeshBehind } from '../components/mesh-behind.tsx';
import { MeshCanvas } from '../components/mesh-canvas.tsx';
import { LineEnds } from '../components/mesh-marks.tsx';
import { allThings, pictureOf, type Picture, type Thing } from '../components/mesh-picture.ts';
import { MeshTable } from '../components/mesh-table.tsx';
import { centredAt, useMeshView, type MeshView, type MeshViewing } from '../components/use-mesh-view.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { WaitingRows } from '../ui/waiting.tsx';

export function MeshPage() {
  const viewing = useMeshView();
  const { view, search } = viewing;
  const texts = useMeshWords();
  const acts = useMeshActing(viewing);
  const { shown, error, retry } = usePicture(view);
  const centre = shown && allThings(shown).find(({ isCentre }) => isCentre);
  return (
    <MeshActsContext value={acts}>
      <LineEnds />
      {view.at !== null && <Hears of={view.at} />}
      <Page
        title={centre ? texts.titleOf(titleOf(centre, texts)) : texts.title}
        lead={texts.lead}
        kicker={
          view.at !== null && (
            <Link to={paths.mesh()} search={search(centredAt(null))}>
              {texts.everything}
            </Link>
          )
        }
        beside={centre && <ToItsPage thing={centre} />}
      >
        <MeshBar viewing={viewing} />
        {error && <FaultNote error={error} retry={retry} />}
        {!shown && !error && <WaitingRows rows={1} height={480} />}
        {shown && <Looked picture={shown} viewing={viewing} />}
      </Page>
    </MeshActsContext>
  );
}

function Looked({ picture, viewing }: { picture: Picture; viewing: MeshViewing }) {
  const { view, go } = viewing;
  const texts = useMeshWords();
  if (picture.things.length === 0) return <Nothing icon="mesh" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <>
      {picture.truncated && <NotAll viewing={viewing} />}
      {picture.connections.length === 0 && (
        <Alert color="gray" variant="outline" title={texts.alone}>
          {texts.aloneHint}
        </Alert>
      )}
      {view.look === 'table' ? <MeshTable picture={picture} /> : <MeshCanvas picture={picture} />}
      {view.edge && (
        <Behind picture={picture} edge={view.edge} view={view} close={() => go({ edge: null })} />
      )}
    </>
  );
}

function NotAll({ viewing: { view, go } }: { viewing: MeshViewing }) {
  const texts = useMeshWords();
  return (
    <Alert color="yellow" variant="outline" icon={<Icon name="warn" />} title={texts.truncated}>
      <Group justify="space-between" gap="xs">
        {view.at === null ? texts.truncatedAll : texts.truncatedNear}
        {view.at !== null && !view.more && (
          <Button size="xs" variant="default" onClick={() => go({ more: true })}>
            {texts.showMore}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

interface BehindProps {
  readonly picture: Picture;
  readonly edge: NonNullable<MeshView['edge']>;
  readonly view: MeshView;
  readonly close: () => void;
}

function Behind({ picture, edge, view, close }: BehindProps) {
  const texts = useMeshWords();
  const things = new Map(allThings(picture).map((thing) => [thing.name, thing]));
  const title = (name: string) => {
    const thing = things.get(name);
    return thing ? titleOf(thing, texts) : name.slice(name.indexOf(':') + 1);
  };
  const drawn = picture.connections.find(({ from, to }) => from.name === edge.from && to.name === edge.to);
  return (
    <MeshBehind
      ends={{ provider: edge.from, consumer: edge.to, own: drawn?.own ?? 'with' }}
      states={view.states}
      from={title(edge.from)}
      to={title(edge.to)}
      close={close}
    />
  );
}

/** Whatever is no person has a page of its own. */
function ToItsPage({ thing }: { thing: Thing }) {
  const texts = useMeshWords();
  const { kind, id } = thing;
  const to = pages[kind];
  if (!to) return null;
  return (
    <ButtonLink to={to(id)} variant="default">
      {texts.openPage(titleOf(thing, texts))}
    </ButtonLink>
  );
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  team: paths.team,
  'data-product': paths.dataProduct,
  application: paths.application,
  api: paths.resource,
  event: paths.resource,
  action: paths.resource,
};

/** What happens to the thing in the middle, whoever's it is. */
function Hears({ of }: { of: string }) {
  useLiveSubject(of.slice(of.indexOf(':') + 1));
  return null;
}

const readable = 100;
const most = 500;

/**
 * The whole mesh, or what is near one thing, with the insides of teams that are unfolded; a team in the middle always is.
 * The picture before stays until there is another one.
 */
function usePicture({ at, states, open, way, steps, more }: MeshView) {
  const around = { of: at ?? '', way, steps, limit: more ? most : readable };
  const everything = useQuery({ ...everythingQuery(states), enabled: at === null });
  const near = useQuery({ ...aroundQuery(around, states), enabled: at !== null });
  const coarse = at === null ? everything : near;
  const teams = useMemo(() => teamsToUnfold(at, open), [at, open]);
  const unfolded = useQuery(unfoldedQuery(teams, states));
  // Teams that a shared address unfolds may be gone by now.
  const isGone = unfolded.error !== null && asFault(unfolded.error).status === 404;
  const fresh = useMemo(() => {
    const inside = teams.length > 0 && !isGone ? unfolded.data : null;
    if (!coarse.data || inside === undefined) return null;
    const scene = JSON.stringify([at, way, steps, more, states]);
    return pictureOf({ scene, coarse: coarse.data, unfolded: inside, open: teams, centre: at, way });
  }, [coarse.data, unfolded.data, isGone, teams, at, way, steps, more, states]);
  const [shown, setShown] = useState(fresh);
  if (fresh && fresh !== shown) setShown(fresh);
  const error = coarse.error ?? (isGone ? null : unfolded.error);
  return {
    shown: error ? null : shown,
    error,
    retry: () => void (coarse.error ? coarse : unfolded).refetch(),
  };
}

/** Around a product nothing is unfolded: everything there is a product already. */
function teamsToUnfold(at: string | null, open: readonly string[]): string[] {
  if (at === null) return [...open];
  if (!at.startsWith('team:')) return [];
  return [...new Set([at.slice('team:'.length), ...open])];
}
