/** What is said about a brand's draft before it is published, in English: what is fine, and what was found. */
export const preflightWordsEn = {
  fine: {
    logo_on_plate: 'The logo reads well; on dark pages it stands on a white plate.',
    logo_fine: 'The logo reads well on light and on dark pages.',
    colours_fine: 'Buttons, links and words reach the contrast that everybody can read.',
    company_fine: 'Telephone, privacy and terms are there.',
    texts_fine: 'Every text says what it must, in the fewest segments.',
    words_fine: 'The pages say the same in every language.',
    video_fine: 'Every video has captions and a poster.',
    link_fine: 'The link domain leads here and bears your name.',
    sender_fine: 'The brand has a sender of its own.',
  },
  found: {
    logo_missing: { message: 'There is no logo yet.', action: 'Upload your logo.' },
    logo_invisible_on_light: {
      message: (contrast: string) => `The logo cannot be seen on the white page (contrast ${contrast}:1).`,
      action: 'Upload a logo made for light backgrounds.',
    },
    logo_invisible_on_dark: {
      message: (contrast: string) => `The logo cannot be seen on the dark page (contrast ${contrast}:1).`,
      action: 'Upload a logo made for dark backgrounds.',
    },
    logo_faint_on_light: {
      message: (contrast: string) => `The logo is hard to see on the white page (contrast ${contrast}:1).`,
      action: 'Look at it in the preview; a version with stronger colours reads better.',
    },
    logo_faint_on_dark: {
      message: (contrast: string) => `The logo is hard to see on the dark page (contrast ${contrast}:1).`,
      action: 'Look at it in the preview; a version with stronger colours reads better.',
    },
    logo_background: {
      message: 'The logo brings its own background, which shows as a box on the page.',
      action: 'Upload a PNG, WebP or SVG with a transparent background.',
    },
    logo_small: {
      message: (pixels: number) => `The logo is ${pixels} pixels wide and looks soft on a phone.`,
      action: (pixels: number) => `Upload one at least ${pixels} pixels wide, or an SVG.`,
    },
    colour_corrected_light: {
      message: (chosen: string, used: string) =>
        `${chosen} is too close to the white page to be read, so ${used} is used there.`,
      action: 'Fine as it is; choose a darker colour to decide yourself.',
    },
    colour_corrected_dark: {
      message: (chosen: string, used: string) =>
        `${chosen} is too close to the dark page to be read, so ${used} is used there.`,
      action: 'Fine as it is; choose a lighter colour to decide yourself.',
    },
    phone_missing: {
      message: 'The page has no telephone of your company: who cannot use the page must be able to call.',
      action: 'Enter the number that answers questions about alarm texts.',
    },
    privacy_built_in: {
      message: 'There is no link to your privacy page; the built-in page about the texts stands there.',
      action: 'Enter the address of your own privacy page where you have one.',
    },
    terms_built_in: {
      message: 'There is no link to your terms page; the built-in page about the texts stands there.',
      action: 'Enter the address of your own terms page where you have one.',
    },
    part_missing: {
      message: (parts: string) => `It does not say: ${parts}.`,
      action: 'Add what is missing, or take the built-in text.',
    },
    text_length: { action: 'Shorten it, or replace the characters named.' },
    heading_mixed: {
      message: (languages: string) =>
        `The heading is yours in one language and the built-in one in another (${languages}).`,
      action: 'Write it in every language, or take the built-in words everywhere.',
    },
    body_mixed: {
      message: (languages: string) =>
        `The welcome words are yours in one language and the built-in ones in another (${languages}).`,
      action: 'Write them in every language, or take the built-in words everywhere.',
    },
    video_required_but_none: {
      message: 'The video must be watched, but there is none in this language: Confirm is open at once.',
      action: 'Choose a video, or do not ask for it.',
    },
    video_missing: { message: 'The video is no longer there.', action: 'Upload it again.' },
    captions_missing: {
      message: 'The video has no captions: without them deaf people and people on a bus learn nothing.',
      action: 'Upload a captions file (WebVTT, .vtt).',
    },
    poster_missing: {
      message: 'The video has no poster, the picture that stands there before it plays.',
      action: 'Upload a picture, or take one from the video.',
    },
    video_heavy: {
      message: (megabytes: string, seconds: number) =>
        `The video has ${megabytes} MB and ${seconds} seconds: on a slow network few will see it.`,
      action: 'A minute in 720p takes about 3 MB.',
    },
    reply_without_video: {
      message: 'A reply does not confirm while the video must be watched.',
      action: 'Decide for one of the two.',
    },
    link_not_an_origin: {
      message: 'The link domain is no web host.',
      action: 'Enter https:// and a host.',
    },
    link_shared: {
      message: (host: string) => `Links lead to ${host}, which is not named after you.`,
      action: 'A domain of your own is trusted more, by people and by carriers.',
    },
    link_not_https: { message: 'The link domain is not on https.', action: 'Begin it with https://.' },
    link_not_checked: {
      message: 'It is not known whether the link domain leads here.',
      action: 'Press “Check domain”.',
    },
    link_fails: {
      message: (reason: string) => `The link domain does not lead here: ${reason}`,
      action: 'Have its host forward to this installation, then check again.',
    },
    link_name: {
      message: (host: string, brand: string) =>
        `${host} does not bear the name ${brand} that the texts begin with.`,
      action: 'Carriers ask that sender and link domain belong together.',
    },
    sender_missing: { message: 'It is not said where the texts come from.', action: 'Choose a sender.' },
    sender_unknown: {
      message: 'This sender is not set up for your company.',
      action: 'Choose one of your senders, or ask us to set this one up.',
    },
    sender_taken: {
      message: (brand: string) => `${brand} texts from this sender. Who stops the one would stop the other.`,
      action: 'Choose a sender of its own for each brand.',
    },
  },
  /** Why a link domain does not lead here, as `link_fails` ends. */
  linkHost: {
    not_https: 'It is not on https.',
    no_address: 'Its name leads to no address: set its DNS entry.',
    inside_a_network: 'Its name leads into a private network.',
    no_answer: 'It does not answer over https with a valid certificate.',
    other_answer: (status: number) =>
      `It answers ${status} to /api/welcome/host-check, and not as this installation does: its host must forward /api/welcome/*.`,
  },
  languages: { en: 'English', es: 'Spanish', fr: 'French', ar: 'Arabic' },
};
