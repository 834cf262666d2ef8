import { NEXT_ACTIONS } from '@keyholder/domain/site/next-action';
import { z } from 'zod';
import { ContactSchema } from '../contacts/contacts.schemas.ts';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';
import { ReachabilitySchema } from '../sites/sites.schemas.ts';

const action = z.enum(NEXT_ACTIONS);

export const OverviewSchema = z
  .strictObject({
    sites: z.int().describe('Sites in use.'),
    meetingMinimum: z.int().describe('Sites of which enough people can be texted now.'),
    contacts: z.int().describe('Contacts on the lists of all sites.'),
    reachable: z
      .int()
      .describe('How many can be texted about an alarm now; a number at two sites counts at each.'),
    worklist: z
      .array(
        z.strictObject({
          action: action.describe('The next step.'),
          sites: z.int().describe('Sites whose next step it is.'),
        }),
      )
      .describe('What is to be done, in the order of the worklist; only steps that some site asks for.'),
  })
  .meta({ id: 'Overview', description: 'How all sites of a dealer stand.' });
export type OverviewView = z.infer<typeof OverviewSchema>;

const WorklistItemSchema = z
  .strictObject({
    site: z
      .strictObject({
        id: z.uuid().describe('Id of the site.'),
        name: z.string().describe('As the dealer calls it.'),
        accountNumber: z.string().describe("The monitoring centre's number of the account."),
        reachability: ReachabilitySchema,
      })
      .describe('The site that is to be brought up to its minimum, or where somebody has written.'),
    action: action.describe('The one next step.'),
    contact: ContactSchema.nullable().describe(
      'With whom; null where the list as a whole needs more people.',
    ),
  })
  .meta({ id: 'WorklistItem', description: 'A site and the one next step there.' });
export type WorklistItemView = z.infer<typeof WorklistItemSchema>;

export const WorklistSchema = pageOf(WorklistItemSchema, 'Worklist');

export const WorklistQuerySchema = z.strictObject({
  ...pageQuery,
  action: action.optional().describe('Only sites with this next step.'),
});
