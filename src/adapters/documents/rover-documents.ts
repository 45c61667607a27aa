// The readers of Rover files and of what they lean on, in the words of the use cases (app/rover.ts).
import type { RoverDocuments } from '../../app/rover.ts';
import { readApiSpecification } from './api-specification.ts';
import { readEventSpecification } from './event-specification.ts';
import { readRover } from './rover.ts';

export const roverDocuments: Omit<RoverDocuments, 'endOfDay'> = {
  readRover,
  readApiSpecification,
  readEventSpecification,
};
