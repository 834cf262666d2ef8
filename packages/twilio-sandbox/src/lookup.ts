import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import type { LineType, LookupOutcome, ValidationError } from './scenario.ts';
import { TwilioError } from './twilio-errors.ts';

/** Packages of Lookup v2. Only the line type is played; the others are answered with null. */
const packages = [
  'validation',
  'caller_name',
  'sim_swap',
  'call_forwarding',
  'line_status',
  'line_type_intelligence',
  'identity_match',
  'reassigned_number',
  'sms_pumping_risk',
  'phone_number_quality_score',
  'pre_fill',
] as const;

interface Carrier {
  name: string;
  mobileCountryCode: string;
  mobileNetworkCode: string;
}

const mobileCarriers: Partial<Record<string, Carrier>> = {
  US: { name: 'T-Mobile USA, Inc.', mobileCountryCode: '310', mobileNetworkCode: '260' },
  CA: { name: 'Rogers Communications Canada Inc.', mobileCountryCode: '302', mobileNetworkCode: '720' },
  GB: { name: 'Vodafone Limited', mobileCountryCode: '234', mobileNetworkCode: '15' },
  FR: { name: 'Orange France', mobileCountryCode: '208', mobileNetworkCode: '01' },
};
/** Mobile country code 999 is kept for internal use (ITU-T E.212). */
const otherMobileCarrier: Carrier = {
  name: 'Sandbox Mobile',
  mobileCountryCode: '999',
  mobileNetworkCode: '99',
};

/** Types for which Twilio knows no carrier. */
const withoutCarrier: readonly LineType[] = [
  'tollFree',
  'personal',
  'premium',
  'sharedCost',
  'uan',
  'voicemail',
  'pager',
  'unknown',
];

export interface LineTypeIntelligence {
  error_code: number | null;
  mobile_country_code: string | null;
  mobile_network_code: string | null;
  carrier_name: string | null;
  type: string | null;
}

function lineTypeIntelligence(outcome: LookupOutcome, country: string): LineTypeIntelligence | null {
  const nothing = {
    error_code: null,
    mobile_country_code: null,
    mobile_network_code: null,
    carrier_name: null,
    type: null,
  };
  if (outcome.kind === 'noVerdict') return { ...nothing, error_code: outcome.errorCode };
  if (outcome.kind !== 'line') return null;
  if (withoutCarrier.includes(outcome.type)) {
    return { ...nothing, carrier_name: outcome.carrierName ?? null, type: outcome.type };
  }
  if (outcome.type === 'landline') {
    return { ...nothing, carrier_name: outcome.carrierName ?? 'Sandbox Telephone', type: outcome.type };
  }
  const carrier = mobileCarriers[country] ?? otherMobileCarrier;
  return {
    error_code: null,
    mobile_country_code: carrier.mobileCountryCode,
    mobile_network_code: carrier.mobileNetworkCode,
    carrier_name: outcome.carrierName ?? carrier.name,
    type: outcome.type,
  };
}

/** A number as typed, in E.164 and with what is wrong with it. Twilio's default country is the USA. */
export function readNumber(typed: string, countryCode: string | undefined) {
  const country = (countryCode ?? 'US').toUpperCase() as CountryCode;
  const parsed = parsePhoneNumberFromString(typed, country);
  const length = validatePhoneNumberLength(typed, country);
  const errors: Record<string, ValidationError> = { INVALID_COUNTRY: 'INVALID_COUNTRY_CODE' };
  const error: ValidationError | null = parsed?.isValid()
    ? null
    : length === undefined
      ? 'INVALID_BUT_POSSIBLE'
      : (errors[length] ?? (length as ValidationError));
  return { parsed, error };
}

/** The answer of `GET /v2/PhoneNumbers/{PhoneNumber}` (`LookupResponse` in Twilio's OpenAPI file). */
export function lookupResponse(request: {
  typed: string;
  countryCode: string | undefined;
  fields: string | undefined;
  outcomeOf: (number: string) => LookupOutcome;
}) {
  const wanted = (request.fields ?? '').split(',').filter((field) => field !== '');
  const unknown = wanted.find((field) => !packages.includes(field as (typeof packages)[number]));
  if (unknown !== undefined) throw new TwilioError(20001, { message: `Unknown field: ${unknown}` });
  const { parsed, error } = readNumber(request.typed, request.countryCode);
  const number = parsed?.number ?? request.typed;
  const outcome: LookupOutcome =
    error === null ? request.outcomeOf(number) : { kind: 'notValid', errors: [error] };
  const valid = outcome.kind !== 'notValid';
  return {
    calling_country_code: valid ? (parsed?.countryCallingCode ?? null) : null,
    country_code: valid ? (parsed?.country ?? null) : null,
    phone_number: number,
    national_format: valid ? (parsed?.formatNational() ?? null) : null,
    valid,
    validation_errors: outcome.kind === 'notValid' ? outcome.errors : null,
    caller_name: null,
    sim_swap: null,
    call_forwarding: null,
    line_status: null,
    line_type_intelligence: wanted.includes('line_type_intelligence')
      ? lineTypeIntelligence(outcome, parsed?.country ?? '')
      : null,
    identity_match: null,
    reassigned_number: null,
    sms_pumping_risk: null,
    phone_number_quality_score: null,
    pre_fill: null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${number}`,
  };
}
