// Elements made by hand. Text enters the page here and only as text; there is no way to pass markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with properties and children; strings become text nodes, null and false are skipped. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== undefined));
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "text") node.textContent = value;
  else if (name === "class") node.className = value;
  else if (name === "vars") for (const [key, item] of Object.entries(value)) node.style.setProperty(key, item);
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

/** A labelled button. `props.label` is read out where the visible text is only a sign. */
export function button(text, onclick, { label, ...props } = {}) {
  return el("button", { type: "button", text, onclick, "aria-label": label, title: label, ...props });
}

/** Replace all children. */
export function fill(node, ...children) {
  node.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== undefined),
  );
  return node;
}

/** A small drawing from path data on a 24 x 24 grid, hidden from screen readers. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", class: "dl-icon", "aria-hidden": "true" })) {
    svg.setAttribute(name, value);
  }
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/** Run `work` once in the next frame, however often it is asked for. */
export function inNextFrame(work) {
  let asked = 0;
  const run = () => {
    asked = 0;
    work();
  };
  const ask = () => {
    asked ||= requestAnimationFrame(run);
  };
  ask.cancel = () => {
    cancelAnimationFrame(asked);
    asked = 0; // or it would count as asked for ever, and no frame would come again
  };
  return ask;
}

/** Run `work` after `wait` milliseconds without another call. */
export function afterRest(work, wait) {
  let timer = 0;
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
  ask.cancel = () => clearTimeout(timer);
  return ask;
}
