import { z } from 'zod';

export const TextingSchema = z
  .strictObject({
    state: z.enum(['running', 'stopped']).describe('`stopped`: no text of the brand goes out; none is lost.'),
    why: z.string().nullable().describe('Why it is stopped, in plain words; null while it runs.'),
    nextStep: z.string().nullable().describe('Who has to do what; null while it runs.'),
    since: z.iso.datetime().nullable().describe('When it stopped; null while it runs.'),
    waiting: z
      .int()
      .describe('How many texts of this dealer are kept back. They go out by themselves once it is mended.'),
  })
  .meta({ id: 'Texting', description: "Whether the texts of the dealer's brand go out." });
export type Texting = z.infer<typeof TextingSchema>;
