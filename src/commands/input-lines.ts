import { createInterface } from 'node:readline';
import { z } from 'zod';
import { CommandFailure } from './command.ts';

const Line = z.object({ id: z.union([z.string(), z.number().transform(String)]), text: z.string() });

/** One line of standard input with `--jsonl`. */
export type InputLine = z.infer<typeof Line>;

/** The lines of a stream, one JSON object each, as they come. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<InputLine> {
  let number = 0;
  for await (const typed of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (typed.trim() === '') continue;
    yield parseLine(typed, number);
  }
}

function parseLine(typed: string, number: number): InputLine {
  try {
    return Line.parse(JSON.parse(typed));
  } catch (error) {
    throw new CommandFailure(`Line ${number} of standard input is not a JSON object with "id" and "text".`, {
      cause: error,
    });
  }
}
