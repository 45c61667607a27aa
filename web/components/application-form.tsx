// Changing an application in place: name, description, tags. It begins with what is stored and sends all of it back, so
// whatever the form does not show stays; when somebody else was faster the server says so, and what was typed stays until
// one starts again.
import { Button, Group } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useSaveApplication, type Application } from '../api/applications.ts';
import { asFault } from '../api/fault.ts';
import { applicationWords } from '../words/application.ts';
import { useWordsOf } from '../words/words.tsx';
import { ApplicationFields, type ApplicationTexts } from './application-fields.tsx';
import { FaultNote } from './fault-note.tsx';
import { tagsIn } from './tags-in.ts';

interface ApplicationFormProps {
  readonly stored: { readonly application: Application; readonly version: string };
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

export function ApplicationForm({ stored, onClose, onAgain }: ApplicationFormProps) {
  const texts = useWordsOf(applicationWords);
  // What it began with: a change of somebody else must not slip in under what is being typed.
  const [{ application, version }] = useState(stored);
  const [said, setSaid] = useState<ApplicationTexts>({
    name: application.name,
    description: application.description ?? '',
    tags: application.tags.join(', '),
  });
  const save = useSaveApplication();
  const fault = save.error ? asFault(save.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { description: _, ...rest } = application;
    const { name, description, tags } = said;
    const told = description.trim() === '' ? rest : { ...rest, description };
    save.mutate(
      { application: { ...told, name: name.trim(), tags: tagsIn(tags) }, version },
      { onSuccess: onClose },
    );
  };
  return (
    <form onSubmit={submit} aria-label={texts.editTitle} className="stacked">
      <ApplicationFields said={said} change={setSaid} fields={fault?.fields ?? {}} />
      {fault && <FaultNote error={fault} />}
      <Group gap="xs">
        <Button type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
        {fault?.code === 'version_mismatch' && (
          <Button variant="default" onClick={onAgain}>
            {texts.again}
          </Button>
        )}
      </Group>
    </form>
  );
}
