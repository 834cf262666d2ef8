import { z } from 'zod';

/** Query parameters of every list. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(50)
    .describe('How many items at most, 1–100; 50 if not given.'),
  cursor: z.string().max(2000).optional().describe('`nextCursor` of the page before.'),
};

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z
    .strictObject({
      items: z.array(item).describe('In the order of the list.'),
      nextCursor: z
        .string()
        .nullable()
        .describe('Give it as `cursor` for the next page; null on the last one.'),
    })
    .meta({ id, description: 'One page of a list.' });
