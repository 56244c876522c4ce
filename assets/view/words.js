// Keys of the data in the plain words of the screen.

export const STATUS_WORDS = {
  asserted: "happened",
  background: "earlier, as background",
  planned: "planned",
  hypothetical: "possible, not said to have happened",
  negated: "denied or called off",
};

export const STATUS_LABELS = {
  asserted: "Happened",
  background: "Background",
  planned: "Planned",
  hypothetical: "Possible",
  negated: "Denied",
};

export const ROLE_WORDS = {
  location: "there too",
  origin: "from there",
  destination: "to there",
  container: "the wider area",
  speaker_seat: "the speaker's seat",
  metonym: "its government",
  mentioned: "mentioned",
};

export const ABOUT_WORDS = {
  what: "Why this kind",
  who: "Why them",
  when: "Why this date",
  where: "Why this place",
  status: "Why this status",
};
