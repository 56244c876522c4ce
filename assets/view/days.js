// Day numbers: days since 1970-01-01 in the proleptic Gregorian calendar, as Python and numpy count them.
// Years are astronomical: 0 is 1 BC.

export const OPEN_START = -(2 ** 31);
export const OPEN_END = 2 ** 31 - 1;
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Year, month (1 to 12) and day of a day number. The days-from-civil arithmetic counts years from March. */
export function civil(day) {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1];
}

/** The day number of a date; a month may run past 12 or below 1. */
export function dayNumber(year, month, day) {
  const months = year * 12 + (month - 1);
  const m = (((months % 12) + 12) % 12) + 1;
  const y = Math.floor(months / 12) - (m <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719468;
}

/** "2025", "44 BC". */
export function yearWords(year) {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

/** "6 Nov 2025". */
export function dayWords(day) {
  const [year, month, date] = civil(day);
  return `${date} ${MONTHS[month - 1]} ${yearWords(year)}`;
}

/** "2025-11-06", as typed into a date field. */
export function isoDay(day) {
  const [year, month, date] = civil(day);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** A closed range of days in words; either end may be open. */
export function rangeWords(first, last) {
  if (first === OPEN_START && last === OPEN_END) return "no date";
  if (first === OPEN_START) return `until ${dayWords(last)}`;
  if (last === OPEN_END) return `since ${dayWords(first)}`;
  if (first === last) return dayWords(first);
  const [a, b] = [civil(first), civil(last)];
  if (a[0] !== b[0]) return `${dayWords(first)} – ${dayWords(last)}`;
  if (a[1] !== b[1]) return `${a[2]} ${MONTHS[a[1] - 1]} – ${dayWords(last)}`;
  return `${a[2]}–${dayWords(last)}`;
}

/**
 * The day that someone typed: "2025-11-06", "6 Nov 2025", "Nov 6, 2025", "2025-11", "Nov 2025", "2025".
 * A month or a year means its first day, or its last if `last`. Null when it is none of these.
 */
export function parseDay(typed, last = false) {
  const text = typed.trim().toLowerCase().slice(0, 40);
  const iso = /^(-?\d{1,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (iso) return checked(Number(iso[1]), iso[2] && Number(iso[2]), iso[3] && Number(iso[3]), last);
  const words = text.split(/[\s,.]+/).filter(Boolean);
  const at = words.findIndex((word) => monthOf(word));
  if (at < 0 || words.length > 3) return null;
  const month = monthOf(words[at]);
  const numbers = words.filter((_, n) => n !== at).map(Number);
  if (!numbers.length || numbers.some((number) => !Number.isInteger(number))) return null;
  return checked(numbers.at(-1), month, numbers.length === 2 ? numbers[0] : undefined, last);
}

function monthOf(word) {
  return MONTHS.findIndex((month) => word.length >= 3 && word.startsWith(month.toLowerCase())) + 1 || null;
}

function checked(year, month, date, last) {
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (date === undefined) return last ? periodEnd(year, month) : dayNumber(year, month ?? 1, 1);
  const day = dayNumber(year, month, date);
  return date >= 1 && civil(day)[2] === date ? day : null;
}

function periodEnd(year, month) {
  return (month === undefined ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - 1;
}
