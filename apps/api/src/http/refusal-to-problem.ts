import { NAME_CHANGES } from '@keyholder/domain/contact/contact-change';
import { WEBHOOKS_MAX } from '@keyholder/domain/events/webhook';
import { RESENDS_PER_WEEK } from '@keyholder/domain/welcome/send-welcome';
import { segmentsVerdictIn } from '@keyholder/domain/words/text-verdicts';
import type { Result } from '@keyholder/domain/shared/result';
import type { Refusal } from '../ports/refusal.ts';
import type { UploadRefusal } from '../ports/uploads.ts';
import type { Problem } from './problem.schemas.ts';
import {
  conflict,
  fileRefused,
  invalidFields,
  notFound,
  notNow,
  stale,
  tooOften,
  type ProblemError,
} from './problem.ts';

type Stale = Extract<Refusal, { code: 'stale' }>;

const editedSince = ({ edits }: Stale): NonNullable<Problem['editedSince']> =>
  edits.map(({ at, by, fields }) => ({ at: at.toISOString(), by, fields: [...fields] }));

const staleWords = ({ what, edits }: Stale): string => {
  const said = edits.map(
    ({ by, fields }) =>
      `${by ?? 'Somebody'} changed ${fields.length === 0 ? `the ${what}` : fields.join(', ')}.`,
  );
  return [...said, `Read the ${what} again and repeat your change if it still holds.`].join(' ');
};

/** The answer to a file that was not taken. */
const uploadRefused = ({ code, message }: UploadRefusal, accepted: string): ProblemError => {
  if (code === 'busy') return notNow('busy', message);
  const status = code === 'too_large' ? 413 : 422;
  return fileRefused(status, [{ field: 'file', code, message, accepted }]);
};

/** The answer to each expected refusal, in one place. */
const refusalToProblem = (refusal: Refusal): ProblemError => {
  switch (refusal.code) {
    case 'not_found':
      return notFound(refusal.what);
    case 'invalid_fields':
      return invalidFields(refusal.errors);
    case 'phone_taken':
      return conflict(
        'phone-taken',
        'This phone is on the list already',
        `${refusal.name} has this phone number at this site.`,
        {
          conflictsWith: { contactId: refusal.contactId, name: refusal.name },
          errors: [
            {
              field: 'phone',
              code: 'taken',
              message: `${refusal.name} has this phone number.`,
              accepted: 'a number that no other contact of the site has',
            },
          ],
        },
      );
    case 'slot_taken':
      return conflict(
        'slot-taken',
        'This slot number is taken',
        `${refusal.name} has this slot number at this site.`,
        {
          conflictsWith: { contactId: refusal.contactId, name: refusal.name },
          errors: [
            {
              field: 'slotNumber',
              code: 'taken',
              message: `${refusal.name} has this slot number.`,
              accepted: 'a free slot number, or none',
            },
          ],
        },
      );
    case 'account_number_taken':
      return conflict(
        'account-number-taken',
        'This account number is taken',
        `Another site has the account number ${refusal.accountNumber}.`,
        {
          errors: [
            {
              field: 'accountNumber',
              code: 'taken',
              message: 'Another site has this account number.',
              accepted: 'a number that no other of your sites has',
            },
          ],
        },
      );
    case 'stale':
      return stale(staleWords(refusal), editedSince(refusal));
    case 'brand_key_taken':
      return conflict(
        'brand-key-taken',
        'This address is taken',
        `Another brand has the address "${refusal.brandKey}", or had it before.`,
        {
          errors: [
            {
              field: 'brandKey',
              code: 'taken',
              message: 'Another brand has it, or had it before.',
              accepted: 'an address that no brand ever had',
            },
          ],
        },
      );
    case 'preflight_failed': {
      const red = refusal.findings.filter(({ level }) => level === 'red');
      return conflict(
        'preflight-failed',
        'Something stops publishing',
        red.map(({ message, action }) => `${message} ${action}`).join(' '),
        {
          errors: red.map(({ field, code, message, action }) => ({
            field: field ?? '',
            code,
            message,
            accepted: action,
          })),
        },
      );
    }
    case 'never_published':
      return conflict(
        'never-published',
        'This brand was never published',
        'Publish it first: without a published version there are no pages and no texts.',
      );
    case 'no_preview':
      return conflict(
        'no-preview',
        'There is no place to show drafts',
        'PREVIEW_URL names the origin that shows drafts; it is not set here.',
      );
    case 'upload_refused':
      return uploadRefused(refusal.upload, refusal.accepted);
    case 'not_removed':
      return conflict(
        'not-removed',
        'This contact is not removed',
        'There is nothing to bring back, or the site is archived: bring the site back first.',
      );
    case 'evidence_deleted':
      return conflict(
        'evidence-deleted',
        'What proved the consent was deleted',
        'This contact was removed so long ago that the evidence of its consent was deleted. Add the person anew.',
      );
    case 'member_already':
      return conflict(
        'member-already',
        'They work here already',
        'This person has a role here: change that.',
      );
    case 'invited_already':
      return conflict(
        'invited-already',
        'They are invited already',
        'An invitation to this address is open: send it again, or take it back first.',
      );
    case 'accepted_already':
      return conflict(
        'accepted-already',
        'It was accepted already',
        'Sign in with the address it was sent to.',
      );
    case 'last_admin':
      return conflict(
        'last-admin',
        'This is the last admin',
        'Make somebody else an admin first: somebody must be able to manage people here.',
      );
    case 'too_many_webhooks':
      return conflict(
        'too-many-webhooks',
        'There are too many webhooks',
        `At most ${WEBHOOKS_MAX} can be set up: remove one first.`,
      );
    case 'webhook_disabled':
      return conflict(
        'webhook-disabled',
        'This webhook is switched off',
        'Switch it on first: nothing is sent to it meanwhile.',
      );
    case 'brand_unpublished':
      return conflict(
        'brand-unpublished',
        'The brand is not published yet',
        'No text goes out before the company has published its brand.',
      );
    case 'sender_taken':
      return conflict(
        'sender-taken',
        'This sender is taken',
        'It is set up already, for this company or for another.',
      );
    case 'case_closed':
      return conflict('case-closed', 'This case is closed', 'A closed case is not answered any more.');
    case 'too_many_requests':
      return tooOften('too-many-attempts', 'This was done too often.', refusal.retryAt);
    case 'daily_ceiling':
      return tooOften(
        'daily-ceiling',
        refusal.of === 'dealer'
          ? 'The welcome texts that your company allows a dealer in a day are used up.'
          : 'So many welcome texts went out for this site today that no more are sent.',
        refusal.retryAt,
      );
    case 'test_not_sent':
      return conflict('test-not-sent', 'The test text was not sent', `It was not sent: ${refusal.words}.`);
    case 'not_a_draft':
      return conflict(
        'not-a-draft',
        'This import has begun',
        'Its rows and columns can no longer be changed. Begin another import.',
      );
    case 'not_running':
      return conflict('not-running', 'Nothing is running', 'There is nothing to stop.');
    case 'nothing_to_do':
      return conflict('nothing-to-do', 'Nothing to do', 'No contact needs this now.');
    case 'name_change_needed':
      return conflict(
        'name-change-needed',
        'Is this another person?',
        `${refusal.from} has been welcomed already. Say whether ${refusal.to} is the same person spelt better ("nameChange": "spelling"; everything is kept) or somebody else ("nameChange": "another_person"; welcome and agreement start again).`,
        {
          errors: [
            {
              field: 'nameChange',
              code: 'needed',
              message: 'A changed name on a welcomed contact can mean two things.',
              accepted: NAME_CHANGES.map((choice) => `"${choice}"`).join(' or '),
            },
          ],
        },
      );
    case 'on_its_way':
      return conflict('on-its-way', 'The text is on its way', 'It can no longer be cancelled.');
    case 'nothing_waiting':
      return conflict('nothing-waiting', 'No text is waiting', 'There is nothing to cancel.');
    case 'text_too_long':
      return conflict(
        'text-too-long',
        'The text is too long',
        segmentsVerdictIn(refusal.segments, 'en') ?? 'It has too many segments.',
      );
    case 'opted_out':
      return conflict(
        'opted-out',
        'This person has opted out',
        'No text is sent. They come back by texting START to the number the texts came from.',
      );
    case 'declined':
      return conflict('declined', 'This person has declined', 'No text is sent over a refusal.');
    case 'declined_before':
      return conflict(
        'declined',
        'You said that these texts are not for you',
        'Take that back first, then confirm.',
      );
    case 'already_confirmed':
      return conflict(
        'already-confirmed',
        'This person has confirmed',
        'They need no welcome text any more.',
      );
    case 'in_flight':
      return conflict('in-flight', 'A text is on its way', 'Wait until it is known what became of it.');
    case 'outcome_unknown':
      return conflict(
        'outcome-unknown',
        'The last text may have arrived',
        'The carrier has not said whether it took the last text. With "sendAnyway" another is sent; it may then arrive twice.',
      );
    case 'too_soon':
      return tooOften('too-soon', 'A text went out less than a minute ago.', refusal.retryAt);
    case 'too_many':
      return tooOften('too-many', `${RESENDS_PER_WEEK} resends went out within a week.`, refusal.retryAt);
  }
};

/** The value of a result, or its refusal as an answer. */
export const orProblem = <T>(result: Result<T, Refusal>): T => {
  if (result.ok) return result.value;
  throw refusalToProblem(result.error);
};

/** What the answer to a refusal says. */
export const problemOf = (refusal: Refusal): Problem => refusalToProblem(refusal).problem;
