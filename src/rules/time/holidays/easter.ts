/** Computes Easter, on which four of Brazil's days off depend. */
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';

/**
 * Returns Easter Sunday of a year of the Gregorian calendar (1583 and later), by the method of Meeus, Jones and
 * Butcher.
 */
export function easterOf(year: number): EpochDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDay = epact + toSunday - 7 * late + 22;
  return (dayOf(`${String(year).padStart(4, '0')}-03-01`) as EpochDay) + marchDay - 1;
}
