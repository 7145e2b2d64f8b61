import type { Activity } from 'botbuilder';
import type { Press } from '../support/question.js';
import {
  entraIdOf,
  localeOf,
  personIdOf,
  personNameOf,
  placeOf,
  timeZoneOf,
} from './readQuestion.js';

/** A pressed button, from the action of an invoke or the value of a submit; nothing is trusted. */
export function readPress(activity: Activity, action: unknown): Press {
  const { verb, data, ...rest } = isObject(action) ? action : {};
  return {
    // A submit carries its verb among the data.
    verb: String(verb ?? (isObject(data) ? data['verb'] : undefined) ?? ''),
    data: data ?? rest,
    personId: personIdOf(activity),
    personName: personNameOf(activity),
    entraId: entraIdOf(activity),
    place: placeOf(activity),
    locale: localeOf(activity),
    timeZone: timeZoneOf(activity),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
