// Colours and fonts come from the custom properties of style.css; canvases read them here after each change of theme.

const NAMES = [
  "paper", "ink", "muted", "faint", "line", "accent", "sea", "land", "focus", "contested", "coast", "border", "admin", "river",
  "water-text", "label", "halo", "chip-text", "chip-line", "mention", "window", "bar", "bar-in",
  "mixed", "inset-land",
]; // prettier-ignore

/** The colours of now by name, and `kind(group)` for a group's fill and `kindText(group)` for text in its colour. */
export function readTheme(root, legend) {
  const style = getComputedStyle(root);
  const theme = Object.fromEntries(NAMES.map((name) => [camel(name), style.getPropertyValue(`--dl-${name}`).trim()]));
  theme.font = style.fontFamily;
  theme.dark = style.getPropertyValue("--dl-dark").trim() === "1";
  const fills = legend.groups.map(([, , color]) => (theme.dark ? mixed(color, "#ffffff", 0.18) : color));
  const texts = legend.groups.map(([, , color]) => (theme.dark ? mixed(color, "#ffffff", 0.55) : color));
  return Object.assign(theme, {
    kind: (group) => fills[group],
    kindText: (group) => texts[group],
    colors: (group) => ({ fill: fills[group], tone: texts[group] }),
  });
}

function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/** `color` with a share of `other` mixed in; both "#rrggbb". */
export function mixed(color, other, share) {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [color, other].map((hex) => parseInt(hex.slice(at, at + 2), 16));
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** The theme switch: "auto" follows the system, whose wish is `dark`. */
export function setTheme(root, theme, dark) {
  if (theme === "auto") root.setAttribute("data-theme", dark ? "dark" : "light");
  else if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
}
