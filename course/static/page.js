// What the interactive figures share: elements, numbers in words, colours.

/** Make an element; attributes starting with "on" are listeners. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

let madeIds = 0;

/** Give an id that no other element of the page has. */
export function newId() {
  madeIds += 1;
  return `course-${Date.now().toString(36)}-${madeIds}`;
}

/** Put a visible label before (or, for a tick box, after) its control. */
export function labelled(text, control) {
  control.id ||= newId();
  const label = element("label", { for: control.id }, text);
  const parts = control.type === "checkbox" ? [control, label] : [label, control];
  return element("span", { class: "course-field" }, ...parts);
}

/** Make a drop-down list of [value, text] pairs. */
export function select(options, chosen, listener) {
  const list = element("select", { onchange: () => listener(list.value) });
  for (const [value, text] of options) {
    const selected = String(value) === String(chosen);
    list.append(element("option", { value, selected }, text));
  }
  return list;
}

/** Write a number as briefly as two decimals allow, with a true minus sign. */
export function numberText(value, decimals = 2) {
  const text = String(Number(value.toFixed(decimals)));
  return (text === "-0" ? "0" : text).replace("-", "\u2212");
}

/** Read an array that Python sent as shape and 32-bit floats. */
export function tensorFrom(sent) {
  const { buffer, byteOffset, byteLength } = sent.data;
  return {
    shape: sent.shape,
    data: new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)),
  };
}

/**
 * Set up the root element of a figure and hide its static stand-in.
 *
 * JupyterLab acts on plain keys wherever the focus is not in a text field: D twice
 * deletes the cell. It leaves an element alone that bears the attribute below, so the
 * attribute is there while a plain key goes down. Ctrl+S and Shift+Enter still work.
 *
 * @returns the function that undoes it when the figure is removed
 */
export function openFigure(model, el, title) {
  el.classList.add("course-figure");
  el.setAttribute("role", "group");
  el.setAttribute("aria-label", title);
  const fallback = document.getElementById(model.get("fallback_id"));
  if (fallback) fallback.hidden = true;
  const guard = (event) => {
    if (!el.contains(event.target)) return;
    const forLab =
      event.ctrlKey || event.metaKey || event.altKey ||
      (event.shiftKey && event.key === "Enter");
    event.target.toggleAttribute("data-lm-suppress-shortcuts", !forLab);
  };
  // JupyterLab listens at the document; the window comes before it.
  window.addEventListener("keydown", guard, true);
  return () => window.removeEventListener("keydown", guard, true);
}

/** Listen to several traits; returns the function that stops listening. */
export function follow(model, names, listener) {
  for (const name of names) model.on(`change:${name}`, listener);
  return () => {
    for (const name of names) model.off(`change:${name}`, listener);
  };
}

/** Set traits and send them to Python. */
export function share(model, traits) {
  for (const [name, value] of Object.entries(traits)) model.set(name, value);
  model.save_changes();
}

const VIRIDIS = [
  [68, 1, 84], [72, 40, 120], [62, 74, 137], [49, 104, 142], [38, 130, 142],
  [31, 158, 137], [53, 183, 121], [109, 205, 89], [180, 222, 44], [253, 231, 37],
];
const BLUE_TO_RED = [
  [5, 48, 97], [33, 102, 172], [67, 147, 195], [146, 197, 222], [209, 229, 240],
  [247, 247, 247],
  [253, 219, 199], [244, 165, 130], [214, 96, 77], [178, 24, 43], [103, 0, 31],
];

function between(stops, part) {
  const place = Math.min(Math.max(part, 0), 1) * (stops.length - 1);
  const index = Math.min(Math.floor(place), stops.length - 2);
  return stops[index].map(
    (low, i) => low + (place - index) * (stops[index + 1][i] - low),
  );
}

/** Colour scales: each takes a number and gives red, green, blue in 0 to 255. */
export function signedScale(reach) {
  return (value) => between(BLUE_TO_RED, 0.5 + value / (2 * (reach || 1)));
}

export function magnitudeScale(top) {
  return (value) => between(VIRIDIS, value / (top || 1));
}

export function greyScale(top = 1) {
  return (value) => between([[0, 0, 0], [255, 255, 255]], value / top);
}

/** Scale for numbers as they come: about zero if any is negative. */
export function scaleFor(values) {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low < 0 ? signedScale(Math.max(-low, high)) : magnitudeScale(high);
}

/** Lighten a colour, for cells that carry type. */
export function soft(rgb) {
  return rgb.map((channel) => 255 - 0.8 * (255 - channel));
}

/** Black or white, whichever reads better on a colour (WCAG 2.2 luminance). */
export function inkOn(rgb) {
  const [red, green, blue] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? "#000" : "#fff";
}

export function css(rgb) {
  return `rgb(${rgb.map(Math.round).join(" ")})`;
}

/** Paint one channel of a tensor onto a canvas, one canvas pixel for each number. */
export function paintChannel(canvas, tensor, channel, scale, top = 0) {
  const [rows, columns, channels] = tensor.shape;
  const context = canvas.getContext("2d");
  const picture = context.createImageData(columns, rows);
  for (let i = 0; i < rows * columns; i++) {
    const rgb = scale(tensor.data[i * channels + channel]);
    picture.data.set([...rgb.map(Math.round), 255], 4 * i);
  }
  context.putImageData(picture, 0, top);
}
