import type { Linter } from '../linter.js';
import { cardParts } from './cardParts.js';
import { cardSamples } from './cardSamples.js';
import { cardStrings } from './cardStrings.js';
import { confirmedDetails } from './confirmedDetails.js';
import { enoughPhrases } from './enoughPhrases.js';
import { everyLanguage } from './everyLanguage.js';
import { fileNameIsId } from './fileNameIsId.js';
import { knownIds } from './knownIds.js';
import { openingTimes } from './openingTimes.js';
import { orderedSettings } from './orderedSettings.js';
import { phoneNumbers } from './phoneNumbers.js';
import { phraseUnderOneTopic } from './phraseUnderOneTopic.js';
import { phrasesMeetTopics } from './phrasesMeetTopics.js';
import { reviewDates } from './reviewDates.js';
import { secureLinks } from './secureLinks.js';
import { shortSentences } from './shortSentences.js';
import { stringsAgree } from './stringsAgree.js';
import { uniqueIds } from './uniqueIds.js';

/** The content room's own rules. Rules that need other rooms are passed in by the caller. */
export const contentLinters: readonly Linter[] = [
  cardParts,
  cardSamples,
  cardStrings,
  confirmedDetails,
  enoughPhrases,
  everyLanguage,
  fileNameIsId,
  knownIds,
  openingTimes,
  orderedSettings,
  phoneNumbers,
  phraseUnderOneTopic,
  phrasesMeetTopics,
  reviewDates,
  secureLinks,
  shortSentences,
  stringsAgree,
  uniqueIds,
];
