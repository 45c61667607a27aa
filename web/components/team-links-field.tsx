// Links of a team in its form: what each is called and where it leads, one line each. A line without a name is none.
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { Icon } from '../ui/icon.tsx';
import { teamWords } from '../words/team.ts';
import { useWordsOf } from '../words/words.tsx';

/** A name and an address, as they are typed; a name may stand there twice until it is stored. */
export type TeamLink = readonly [name: string, address: string];

interface TeamLinksProps {
  readonly links: readonly TeamLink[];
  readonly change: (links: readonly TeamLink[]) => void;
}

export function TeamLinksField({ links, change }: TeamLinksProps) {
  const texts = useWordsOf(teamWords).form;
  return (
    <Stack component="section" gap="xs" align="flex-start" aria-label={texts.links}>
      <Text fw={600} size="sm">
        {texts.links}
      </Text>
      {links.map(([name, address], nth) => (
        <div key={nth} className="team-link">
          <TextInput
            aria-label={texts.linkName(nth + 1)}
            placeholder={texts.linkNameHint}
            maxLength={200}
            value={name}
            onChange={(event) => change(links.with(nth, [event.currentTarget.value, address]))}
          />
          <TextInput
            aria-label={texts.linkAddress(nth + 1)}
            placeholder="https://"
            inputMode="url"
            maxLength={2000}
            value={address}
            onChange={(event) => change(links.with(nth, [name, event.currentTarget.value]))}
          />
          <Button
            variant="default"
            aria-label={texts.removeLink(nth + 1)}
            leftSection={<Icon name="cross" size={14} />}
            onClick={() => change(links.toSpliced(nth, 1))}
          >
            {texts.remove}
          </Button>
        </div>
      ))}
      <Button variant="default" size="xs" onClick={() => change([...links, ['', '']])}>
        {texts.addLink}
      </Button>
    </Stack>
  );
}

/** As they are stored; the last one of a name counts. */
export function linksIn(links: readonly TeamLink[]): Record<string, string> {
  const said = links.map(([name, address]) => [name.trim(), address.trim()] as const);
  return Object.fromEntries(said.filter(([name]) => name !== ''));
}
