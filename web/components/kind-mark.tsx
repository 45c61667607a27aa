// Which of the four kinds a resource is of, as picture and word.
import { Icon, type IconName } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';

const icons: Readonly<Record<string, IconName>> = {
  'output-port': 'table',
  api: 'code',
  event: 'wave',
  action: 'bolt',
};

export function KindMark({ kind }: { kind: string }) {
  const words = useWords();
  return (
    <span className="kind">
      <Icon name={icons[kind] ?? 'list'} size={15} />
      {words.kinds[kind] ?? kind}
    </span>
  );
}
