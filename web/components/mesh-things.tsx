// Things as they are drawn in the mesh: teams, which unfold when they are clicked, and what they own, which leads to what
// is near it. They are buttons and links like everywhere else, so a keyboard reaches them.
import type { Node, NodeProps } from '@xyflow/react';
import { Link as RouterLink } from '@tanstack/react-router';
import { memo } from 'react';
import { paths } from '../paths.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { titleOf, useMeshActs, useMeshWords } from './mesh-acts.ts';
import type { Thing } from './mesh-picture.ts';

export type ThingNode = Node<{ thing: Thing }>;

/** A team that is folded, and the head of one that is not. */
const Team = memo(({ data: { thing } }: NodeProps<ThingNode>) => {
  const texts = useMeshWords();
  const { toggle } = useMeshActs();
  const title = titleOf(thing, texts);
  const isOpen = thing.inside !== null;
  return (
    <div className="mesh-team" data-open={isOpen} data-centre={thing.isCentre}>
      <button
        type="button"
        className="mesh-name nopan"
        aria-expanded={isOpen}
        title={isOpen ? texts.fold(title) : texts.unfold(title)}
        onClick={() => toggle(thing)}
      >
        <Icon name="people" size={16} />
        <Names
          title={title}
          beside={thing.inside?.length === 0 ? texts.ownsNothing : productsOf(thing, texts.productsOf)}
        />
      </button>
      <Near thing={thing} title={title} />
    </div>
  );
});

function productsOf({ products }: Thing, say: (count: number) => string): string | null {
  return products === null || products === 0 ? null : say(products);
}

const icons: Readonly<Record<string, IconName>> = {
  'data-product': 'table',
  api: 'code',
  event: 'wave',
  action: 'bolt',
  application: 'gear',
  person: 'person',
  people: 'person',
  team: 'people',
};

/** What is not unfolded: it leads to what is near it, if there is such a picture. */
const Other = memo(({ data: { thing }, parentId }: NodeProps<ThingNode>) => {
  const texts = useMeshWords();
  const { near } = useMeshActs();
  const title = titleOf(thing, texts);
  const search = near(thing);
  const beside = parentId === undefined ? [texts.kinds[thing.kind], thing.team?.title] : [];
  const names = (
    <>
      <Icon name={icons[thing.kind] ?? 'list'} size={16} />
      <Names title={title} beside={beside.filter(Boolean).join(' · ')} />
    </>
  );
  return (
    <div className="mesh-thing" data-kind={thing.kind} data-centre={thing.isCentre}>
      {search === null || thing.isCentre ? (
        <span className="mesh-name" title={title}>
          {names}
        </span>
      ) : (
        <RouterLink className="mesh-name nopan" to={paths.mesh()} search={search} title={title}>
          {names}
        </RouterLink>
      )}
    </div>
  );
});

function Names({ title, beside }: { title: string; beside: string | null }) {
  return (
    <span className="mesh-names">
      <bdi>{title}</bdi>
      {beside && (
        <small>
          <bdi>{beside}</bdi>
        </small>
      )}
    </span>
  );
}

function Near({ thing, title }: { thing: Thing; title: string }) {
  const texts = useMeshWords();
  const { near } = useMeshActs();
  const search = near(thing);
  if (search === null || thing.isCentre) return null;
  return (
    <RouterLink
      className="mesh-near nopan"
      to={paths.mesh()}
      search={search}
      aria-label={texts.zoomTo(title)}
      title={texts.zoomTo(title)}
    >
      <Icon name="search" size={15} />
    </RouterLink>
  );
}

export const thingTypes = { team: Team, other: Other };
