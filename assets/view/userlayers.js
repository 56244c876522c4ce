// What folium's own templates expect on the page and what left with jquery and awesome-markers.

const COLORS = {
  red: "#c8400f", darkred: "#8b1a1a", orange: "#e08a00", green: "#3a7d34", darkgreen: "#24572a", blue: "#0a6ebd",
  darkblue: "#1b2a6b", purple: "#9b30c9", pink: "#d95f9b", black: "#222222", gray: "#6a6a6a", lightgray: "#aaaaaa",
}; // prettier-ignore

/** folium calls $(`<div ...>`)[0] for popups and $(document).ready(f). Markup is parsed inert; scripts in it never run. */
export function installShims(target = window) {
  target.$ ??= (what) => (typeof what === "string" ? parsed(what) : { ready: (work) => work() });
  L.AwesomeMarkers ??= { icon: ({ markerColor } = {}) => pin(COLORS[markerColor] ?? COLORS.blue) };
}

function parsed(markup) {
  // style attributes are closed by the page's policy, styles set by script are not
  const inert = new DOMParser().parseFromString(markup.replaceAll(" style=", " data-style="), "text/html");
  for (const node of inert.querySelectorAll("[data-style]")) node.style.cssText = node.dataset.style;
  return [...inert.body.children].map((node) => document.adoptNode(node));
}

function pin(color) {
  const icon = L.divIcon({ className: "dl-pin", iconSize: [18, 18] });
  const create = icon.createIcon.bind(icon);
  icon.createIcon = (old) => {
    const node = create(old);
    node.style.setProperty("--pin", color);
    return node;
  };
  return icon;
}
