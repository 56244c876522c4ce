import assert from "node:assert/strict";
import { test } from "node:test";
import {
  OPEN_END,
  OPEN_START,
  civil,
  dayNumber,
  dayWords,
  isoDay,
  parseDay,
  rangeWords,
} from "../../assets/view/days.js";

test("day numbers are those of JavaScript's own dates, in UTC", () => {
  for (let day = -200000; day <= 200000; day += 997) {
    const date = new Date(day * 86400000);
    assert.deepEqual(civil(day), [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
  }
});

test("a date and its day number lead to each other, from 5000 BC to 12000", () => {
  for (let day = dayNumber(-4999, 1, 1); day < dayNumber(12000, 1, 1); day += 1234)
    assert.equal(dayNumber(...civil(day)), day);
});

test("years before the common era are written as such", () => {
  assert.equal(dayWords(dayNumber(-43, 3, 15)), "15 Mar 44 BC");
  assert.equal(isoDay(dayNumber(-43, 3, 15)), "-0043-03-15");
});

for (const [typed, iso, last] of [
  ["2025-11-06", "2025-11-06"],
  [" 6 Nov 2025 ", "2025-11-06"],
  ["Nov 6, 2025", "2025-11-06"],
  ["November 2025", "2025-11-01"],
  ["November 2025", "2025-11-30", true],
  ["2025-02", "2025-02-28", true],
  ["2024", "2024-12-31", true],
  ["2024", "2024-01-01"],
  ["-43-03-15", "-0043-03-15"],
]) {
  test(`“${typed}” is ${iso}${last ? " as an end" : ""}`, () => assert.equal(isoDay(parseDay(typed, last)), iso));
}

for (const typed of [
  "",
  "tomorrow",
  "2025-02-30",
  "31 Feb 2025",
  "2025-13-01",
  "2025-11-06-07",
  "Nov",
  "1 2 3",
  "x".repeat(1e6),
]) {
  test(`“${typed.slice(0, 20)}” is no date`, () => assert.equal(parseDay(typed), null));
}

test("ranges are written by what differs", () => {
  const day = (text) => parseDay(text);
  assert.equal(rangeWords(day("2025-11-06"), day("2025-11-06")), "6 Nov 2025");
  assert.equal(rangeWords(day("2025-11-06"), day("2025-11-20")), "6–20 Nov 2025");
  assert.equal(rangeWords(day("2025-11-06"), day("2025-12-01")), "6 Nov – 1 Dec 2025");
  assert.equal(rangeWords(OPEN_START, day("2009-12-31")), "until 31 Dec 2009");
  assert.equal(rangeWords(day("2014-01-01"), OPEN_END), "since 1 Jan 2014");
});
