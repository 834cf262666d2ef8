export const lineTypes = {
  mobile: 'A mobile phone. Texts can arrive.',
  landline: 'A landline. Texts do not arrive; it can be kept for calls.',
  fixedVoip: 'A cable or office phone. Texts may not arrive.',
  nonFixedVoip: 'An internet number that can be texted.',
  tollFree: 'A toll-free number. Texts do not arrive.',
  personal: 'A personal number that forwards to another line.',
  premium: 'A premium-rate number. It can’t be texted.',
  sharedCost: 'A shared-cost number. It can’t be texted.',
  uan: 'A company number for all its offices. Texts do not arrive.',
  voicemail: 'A voicemail number. It can’t be texted.',
  pager: 'A pager. It can’t be texted.',
  unknown: 'The kind of line is not known. You may still send.',
};

export const lineResults = {
  unchecked: 'Not checked yet. Checking is recommended, not required.',
  valid: 'Texts can arrive.',
  may_not_get_texts: 'Texts may not arrive.',
  not_textable: 'Texts do not arrive; it can be kept for calls.',
  not_a_number: 'No such number is in use.',
  inconclusive: 'The check gave no verdict. You may still send.',
};
