// `countersign rover …`: what teams expose and subscribe to, as their Rover files say it.
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { roverTokenCommand } from './rover-token.ts';

export function roverCommands(program: Command, context: Context): void {
  const rover = program
    .command('rover')
    .summary('Rover files of a team')
    .description('What a team exposes and subscribes to, as its Rover files say it.');
  roverTokenCommand(rover, context);
}
