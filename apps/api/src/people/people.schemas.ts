import { COMPANY_ROLES, DEALER_ROLES } from '@keyholder/domain/account/member';
import { READER_LANGUAGES } from '@keyholder/domain/words/reader-language';
import { z } from 'zod';

const ROLES = [...COMPANY_ROLES, ...DEALER_ROLES] as const;
const moment = z.iso.datetime();

const MemberSchema = z
  .strictObject({
    userId: z.string().describe('Id of the person.'),
    name: z.string().describe('As the person spells it.'),
    email: z.string().describe('What the person signs in with.'),
    role: z.enum(ROLES).describe('What the person is here.'),
    secondFactor: z.boolean().describe('Whether signing in takes a second factor.'),
    since: moment.describe('Since when the person works here.'),
  })
  .meta({ id: 'Member', description: 'A person who works here.' });

const InvitationSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the invitation.'),
    email: z.string().describe('Where it was sent.'),
    role: z.enum(ROLES).describe('What the person is going to be.'),
    invitedBy: z.string().nullable().describe('Who invited them.'),
    invitedAt: moment.describe('When.'),
    expiresAt: moment.describe('Until when it can be accepted.'),
    expired: z.boolean().describe('Whether that has passed; sending it again prolongs it.'),
  })
  .meta({ id: 'Invitation', description: 'An invitation that nobody has answered.' });

export const PeopleSchema = z
  .strictObject({
    members: z.array(MemberSchema).describe('By name.'),
    invitations: z.array(InvitationSchema).describe('Those that are open, the newest first.'),
  })
  .meta({ id: 'People', description: 'Who works here, and who is invited to.' });
export type PeopleView = z.infer<typeof PeopleSchema>;

const NewInvitationSchema = z.strictObject({
  email: z.string().max(1000).describe('Where the invitation is sent; the person signs in with it.'),
  role: z.string().max(50).describe('What the person is going to be.'),
  language: z
    .enum(READER_LANGUAGES)
    .optional()
    .describe('In which the mail is written; without it, in the language of whoever invites.'),
});

export const NewDealerInvitationSchema = NewInvitationSchema.meta({
  id: 'NewDealerInvitation',
  description: 'An invitation to a dealer, as "dealer_admin" or "dealer_user".',
  example: { email: 'kim@riverside.example', role: 'dealer_user' },
});
export const NewCompanyInvitationSchema = NewInvitationSchema.meta({
  id: 'NewCompanyInvitation',
  description: 'An invitation to a company as a whole, as "company_admin".',
  example: { email: 'kim@riverside.example', role: 'company_admin' },
});
export type NewInvitation = z.infer<typeof NewInvitationSchema>;

export const MemberChangeSchema = z
  .strictObject({ role: z.enum(DEALER_ROLES).describe('What the person is from now on.') })
  .meta({
    id: 'MemberChange',
    description: 'Another role at the dealer.',
    example: { role: 'dealer_admin' },
  });

export const InvitedSchema = z
  .strictObject({
    email: z.string().describe('Where the invitation was sent.'),
    role: z.enum(ROLES).describe('What the person is going to be.'),
    place: z.string().describe('Name of the dealer, or of the company.'),
    invitedBy: z.string().nullable().describe('Who invited them.'),
    expiresAt: moment.describe('Until when it can be accepted.'),
    accepted: z.boolean().describe('Whether it was accepted already: then one signs in.'),
    hasAccount: z
      .boolean()
      .describe('Whether there is an account with this address: then no name and password are needed.'),
  })
  .meta({ id: 'Invited', description: 'An invitation as whoever holds its token sees it.' });
export type InvitedView = z.infer<typeof InvitedSchema>;

export const AcceptInvitationSchema = z
  .strictObject({
    name: z.string().max(1000).optional().describe('1–100 characters; where there is no account yet.'),
    password: z.string().max(1000).optional().describe('10–128 characters; where there is no account yet.'),
  })
  .meta({
    id: 'AcceptInvitation',
    description: 'The account that is made with it; empty where there is one.',
    example: { name: 'Kim Larsen', password: 'correct horse battery' },
  });
