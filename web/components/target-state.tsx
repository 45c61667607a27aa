// How a target, or one resource at it, stands: by word, shape and colour.
import { Icon, type IconName } from '../ui/icon.tsx';
import { targetsWords } from '../words/targets.ts';
import { useWordsOf } from '../words/words.tsx';

const looks: Readonly<Record<string, readonly [look: string, icon: IconName]>> = {
  'in-line': ['good', 'check'],
  drifting: ['wait', 'warn'],
  differing: ['wait', 'half'],
  failing: ['bad', 'clock'],
  alarming: ['bad', 'warn'],
  frozen: ['wait', 'pause'],
  unseen: ['over', 'clock'],
  unused: ['over', 'stop'],
};

export function TargetStateBadge({ state }: { state: string }) {
  const texts = useWordsOf(targetsWords);
  const [look, icon] = looks[state] ?? ['over', 'stop'];
  return (
    <span className="state" data-look={look}>
      <Icon name={icon} size={13} />
      {texts.states[state] ?? state}
    </span>
  );
}
