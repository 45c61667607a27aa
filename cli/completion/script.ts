// Completion scripts, made from the tree of commands. Each is a table from the commands typed so far to the words that
// may follow, in the language of the shell.
import type { Command } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

export function completionScript(shell: Shell, program: Command): string {
  const places = placesIn(program, '');
  switch (shell) {
    case 'bash':
      return bashScript(places);
    case 'zsh':
      return `autoload -U +X bashcompinit && bashcompinit\n${bashScript(places)}`;
    case 'fish':
      return fishScript(places);
  }
}

interface Place {
  /** The commands typed so far, such as `access request`. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly text: string }[];
  readonly options: readonly { readonly flag: string; readonly text: string; readonly takesValue: boolean }[];
}

function placesIn(command: Command, path: string): Place[] {
  const commands = command.commands.filter((one) => one.name() !== 'help');
  const options = command.options
    .filter((option) => !option.hidden && option.long)
    .map((option) => ({
      flag: option.long!,
      text: option.description,
      takesValue: option.required || option.optional,
    }));
  const own = {
    path,
    commands: commands.map((one) => ({ name: one.name(), text: one.summary() || one.description() })),
    options: [...options, { flag: '--help', text: 'print help', takesValue: false }],
  };
  return [
    own,
    ...commands.flatMap((one) => placesIn(one, path === '' ? one.name() : `${path} ${one.name()}`)),
  ];
}

function bashScript(places: readonly Place[]): string {
  const cases = places.map(({ path, commands, options }) => {
    const words = [...commands.map(({ name }) => name), ...options.map(({ flag }) => flag)].join(' ');
    return `    ${quoted(path)}) words=${quoted(words)} ;;`;
  });
  const valued = [
    ...new Set(places.flatMap(({ options }) => options.flatMap((one) => (one.takesValue ? [one.flag] : [])))),
  ];
  return `# Completion of countersign. Load it with: source <(countersign completion bash)
_countersign() {
  local path='' words='' word known
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) continue ;; esac
    known=" ${places.map(({ path }) => path.replaceAll(' ', '/')).join(' ')} "
    local longer="\${path:+$path/}$word"
    case "$known" in *" $longer "*) path="$longer" ;; esac
  done
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
    ${['-f', ...valued].join('|')}) COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")); return ;;
  esac
  case "\${path//\\// }" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _countersign countersign ./countersign
`;
}

function fishScript(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, commands, options }) => {
    const when = conditionFor(
      path,
      commands.map(({ name }) => name),
    );
    return [
      ...commands.map(
        ({ name, text }) => `complete -c countersign -n ${when} -f -a ${quoted(name)} -d ${quoted(text)}`,
      ),
      ...options.map(
        ({ flag, text, takesValue }) =>
          `complete -c countersign -n ${when} -l ${flag.slice(2)}${takesValue ? ' -r' : ''} -d ${quoted(text)}`,
      ),
    ];
  });
  return `# Completion of countersign. Load it with: countersign completion fish | source\n${lines.join('\n')}\n`;
}

function conditionFor(path: string, below: readonly string[]): string {
  if (path === '') return '__fish_use_subcommand';
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
  const not = below.length > 0 ? [`not __fish_seen_subcommand_from ${below.join(' ')}`] : [];
  return quoted([...seen, ...not].join('; and '));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
