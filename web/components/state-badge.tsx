// How an access stands, by word, shape and colour: whoever cannot tell the colours apart has the other two.
import type { ReactNode } from 'react';
import type { Access } from '../api/client.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';

export type Look = 'wait' | 'good' | 'bad' | 'over';

const looks: Readonly<Record<string, readonly [look: Look, icon: IconName]>> = {
  Pending: ['wait', 'clock'],
  SemiGranted: ['wait', 'half'],
  Granted: ['good', 'check'],
  Rejected: ['bad', 'cross'],
  Suspended: ['bad', 'pause'],
  Expired: ['over', 'stop'],
  Withdrawn: ['over', 'stop'],
  Revoked: ['over', 'stop'],
  None: ['over', 'stop'],
};

export function StateBadge({ state }: { state: string }) {
  const words = useWords();
  const [look, icon] = looks[state] ?? ['over', 'stop'];
  return (
    <StateMark look={look} icon={icon}>
      {words.states[state] ?? state}
    </StateMark>
  );
}

/** The same looks for another word. */
export function StateMark({ look, icon, children }: { look: Look; icon: IconName; children: ReactNode }) {
  return (
    <span className="state" data-look={look}>
      <Icon name={icon} size={13} />
      {children}
    </span>
  );
}

/** One badge, or two where something new is asked while something is granted. */
export function AccessState({ access }: { access: Pick<Access, 'approval'> }) {
  const { state, standing } = access.approval;
  const open = state === 'Pending' || state === 'SemiGranted';
  const granted = standing === 'None' ? null : standing;
  return (
    <>
      {granted && <StateBadge state={granted} />}
      {(open || granted === null) && <StateBadge state={state} />}
    </>
  );
}
