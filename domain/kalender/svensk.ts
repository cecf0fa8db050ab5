import { addArbetsdagar, arbetsdagBefore, arbetsdagFrom, isArbetsdag } from './arbetsdagar.js';
import type { Kalender } from './kalender.js';
import { addDays, addMonths, dayOf, daysBetween, instantAt, startOfDay } from './tid.js';

/** The calendar of Sweden: Europe/Stockholm, Swedish working days. */
export const svenskKalender: Kalender = {
  dayOf,
  instantAt,
  startOfDay,
  addDays,
  addMonths,
  daysBetween,
  isArbetsdag,
  addArbetsdagar,
  arbetsdagFrom,
  arbetsdagBefore,
};
