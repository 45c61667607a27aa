// Who must act next, and who has acted already: the names, how many of them are needed, or why nobody can.
import { Text } from '@mantine/core';
import type { Access } from '../api/client.ts';
import { useWords } from '../words/words.tsx';
import { actorName, listed, personName } from '../words/telling.ts';
import { useTelling } from './use-telling.ts';

export function Awaiting({ access }: { access: Access }) {
  const words = useWords();
  const { awaiting, decisions } = access.approval;
  const agreed = decisions.filter(({ verdict, voidSince }) => verdict === 'allow' && !voidSince);
  if (!awaiting) return null;
  return (
    <>
      {agreed.map((decision) => (
        <div key={decision.id}>{words.access.agreed(actorName(decision.by, words))}</div>
      ))}
      {awaiting.undecidable === null ? (
        <WhoIsNext access={access} />
      ) : (
        <Text c="var(--mantine-color-error)" inherit>
          {words.access.undecidable(awaiting.undecidable)}
        </Text>
      )}
    </>
  );
}

/** `one of Bob, Carol or Grace`. */
function WhoIsNext({ access }: { access: Access }) {
  const telling = useTelling();
  const { words } = telling;
  const { missing, people, system } = access.approval.awaiting!;
  if (system !== null) return <div>{words.access.systemDecides(system)}</div>;
  const names = people.map(personName).toSorted();
  if (missing >= names.length) return <div>{listed(names, telling, 'and')}</div>;
  if (missing === 1) return <div>{words.access.oneOf(listed(names, telling, 'or'))}</div>;
  return <div>{words.access.twoOf(listed(names, telling, 'and'))}</div>;
}
