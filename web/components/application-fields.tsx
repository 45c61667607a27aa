// What people say about an application, in the form that registers it and in the one that changes it.
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { applicationWords } from '../words/application.ts';
import { useWordsOf } from '../words/words.tsx';

export interface ApplicationTexts {
  readonly name: string;
  readonly description: string;
  /** With commas between them. */
  readonly tags: string;
}

interface ApplicationFieldsProps {
  readonly said: ApplicationTexts;
  readonly change: (said: ApplicationTexts) => void;
  /** What is wrong, by the name of the field. */
  readonly fields: Readonly<Record<string, string>>;
  /** What stands between the name and the rest. */
  readonly children?: ReactNode;
}

export function ApplicationFields({ said, change, fields, children }: ApplicationFieldsProps) {
  const texts = useWordsOf(applicationWords);
  return (
    <>
      <TextInput
        autoFocus
        required
        withAsterisk={false}
        label={texts.name}
        maxLength={500}
        value={said.name}
        error={fields.name}
        onChange={(event) => change({ ...said, name: event.currentTarget.value })}
      />
      {children}
      <Textarea
        label={texts.description}
        autosize
        minRows={2}
        maxRows={10}
        value={said.description}
        error={fields.description}
        onChange={(event) => change({ ...said, description: event.currentTarget.value })}
      />
      <TextInput
        label={texts.tags}
        description={texts.tagsHint}
        value={said.tags}
        error={fields.tags}
        onChange={(event) => change({ ...said, tags: event.currentTarget.value })}
      />
    </>
  );
}
