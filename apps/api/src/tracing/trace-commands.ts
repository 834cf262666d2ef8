import type { CommandBus, ICommand } from '@nestjs/cqrs';
import { inSpan } from './spans.ts';

/** Gives every command a span with its name; of what it holds nothing is kept. */
export const traceCommands = (bus: CommandBus): void => {
  const execute: (command: ICommand) => Promise<unknown> = bus.execute.bind(bus);
  bus.execute = (command: ICommand) =>
    inSpan({ name: `command ${command.constructor.name}` }, () => execute(command));
};
