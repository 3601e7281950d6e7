// Stack convolutions along one axis and see which inputs one output is made of.

import {
  element, follow, labelled, newId, openFigure, select, share,
} from "./page.js";

const STEP = 24; // from one input to the next
const BOX = 19;
const FLOOR = 74; // from one row to the next
const LEFT = 92;

/** Places of the input and of each layer's output. */
function sizesOf(layers, places) {
  const sizes = [places];
  for (const [kernel, stride, dilation] of layers) {
    const before = sizes[sizes.length - 1];
    sizes.push(Math.floor((before - (kernel - 1) * dilation - 1) / stride) + 1);
  }
  return sizes;
}

/** Places that one output is made of, row by row, the input first. */
function reachedPlaces(layers, output) {
  const rows = [[output]];
  for (const [kernel, stride, dilation] of [...layers].reverse()) {
    const below = new Set();
    for (const place of rows[0]) {
      for (let tap = 0; tap < kernel; tap++) below.add(place * stride + tap * dilation);
    }
    rows.unshift([...below].sort((a, b) => a - b));
  }
  return rows;
}

/** Horizontal places of all boxes: each output above the middle of what it sees. */
function centresOf(layers, sizes) {
  const rows = [Array.from({ length: sizes[0] }, (_, place) => place)];
  layers.forEach(([kernel, stride, dilation], level) => {
    const below = rows[level];
    rows.push(
      Array.from({ length: sizes[level + 1] }, (_, place) =>
        (below[place * stride] + below[place * stride + (kernel - 1) * dilation]) / 2),
    );
  });
  return rows;
}

function drawn(tag, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Receptive field of stacked convolutions");
  const places = model.get("places");
  const choices = model.get("choices");
  const start = model.get("layers").map((layer) => [...layer]);

  const stage = element("div", {
    class: "course-field-stage",
    tabindex: "0",
    role: "group",
    "aria-label": "Inputs and layers. The left and right arrow keys move the output.",
    onkeydown: moveByKey,
  });
  const status = element("p", { class: "course-status", role: "status" });
  const note = element("p", { class: "course-note", role: "alert" });
  const slider = element("input", {
    type: "range", min: 0, value: 0, oninput: () => moveTo(Number(slider.value)),
  });
  const number = select(
    [1, 2, 3, 4, 5].map((count) => [count, count]), start.length,
    (value) => {
      const layers = copy();
      while (layers.length < Number(value)) layers.push([3, 1, 1]);
      propose(layers.slice(0, Number(value)));
    },
  );
  const reset = element(
    "button", { type: "button", onclick: () => propose(start.map((one) => [...one]), 0) },
    "Reset",
  );
  const table = element("div", { class: "course-field-layers" });

  el.append(
    stage,
    status,
    note,
    element(
      "div", { class: "course-controls" },
      labelled("Layers", number), labelled("Output", slider), reset,
    ),
    table,
    element(
      "p", { class: "course-note" },
      "With the focus on the picture, the left and right arrow keys move the output.",
    ),
  );

  function copy() {
    return model.get("layers").map((layer) => [...layer]);
  }

  /** Take other layers if something is left of the input. */
  function propose(layers, output = model.get("output")) {
    const sizes = sizesOf(layers, places);
    if (Math.min(...sizes) < 1) {
      note.textContent =
        `This does not fit: ${places} inputs are too few for such layers. ` +
        "Nothing was changed.";
      update();
      return;
    }
    note.textContent = "";
    share(model, { layers, output: Math.min(output, sizes[sizes.length - 1] - 1) });
  }

  function moveTo(output) {
    const sizes = sizesOf(model.get("layers"), places);
    share(model, { output: Math.min(Math.max(output, 0), sizes[sizes.length - 1] - 1) });
  }

  function moveByKey(event) {
    if (event.target !== stage) return;
    const sizes = sizesOf(model.get("layers"), places);
    const to = {
      ArrowRight: model.get("output") + 1,
      ArrowLeft: model.get("output") - 1,
      Home: 0,
      End: sizes[sizes.length - 1] - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(to);
  }

  let built = 0; // for how many layers the controls were built

  function buildControls(layers) {
    if (built === layers.length) {
      layers.forEach((layer, index) =>
        layer.forEach((value, which) => {
          table.children[index].querySelectorAll("select")[which].value = value;
        }));
      return;
    }
    built = layers.length;
    table.replaceChildren(
      ...layers.map((layer, index) => {
        const id = newId();
        const change = (which) => (value) => {
          const changed = copy();
          changed[index][which] = Number(value);
          propose(changed);
        };
        const lists = ["kernel", "stride", "dilation"].map((name, which) => {
          const list = select(
            choices[name].map((value) => [value, value]), layer[which], change(which),
          );
          return labelled(name[0].toUpperCase() + name.slice(1), list);
        });
        return element(
          "div", { class: "course-controls", role: "group", "aria-labelledby": id },
          element("strong", { id }, `Layer ${index + 1}`), ...lists,
        );
      }),
    );
  }

  function update() {
    const layers = model.get("layers");
    const sizes = sizesOf(layers, places);
    const output = Math.min(model.get("output"), sizes[sizes.length - 1] - 1);
    const reached = reachedPlaces(layers, output);
    const centres = centresOf(layers, sizes);
    const height = FLOOR * layers.length + BOX + 34;
    const x = (centre) => LEFT + centre * STEP + STEP / 2;
    const y = (level) => height - 26 - BOX / 2 - level * FLOOR;
    const picture = drawn("svg", {
      viewBox: `0 0 ${LEFT + places * STEP + 4} ${height}`,
      role: "img",
      "aria-label":
        `Output ${output} of layer ${layers.length} joined with the inputs that it is ` +
        "made of.",
    });
    layers.forEach(([kernel, stride, dilation], index) => {
      for (const place of reached[index + 1]) {
        for (let tap = 0; tap < kernel; tap++) {
          const below = place * stride + tap * dilation;
          picture.append(drawn("line", {
            x1: x(centres[index][below]), y1: y(index) - BOX / 2,
            x2: x(centres[index + 1][place]), y2: y(index + 1) + BOX / 2,
          }));
        }
      }
    });
    centres.forEach((row, level) => {
      const hit = new Set(reached[level]);
      picture.append(drawn(
        "text", { x: 0, y: y(level) + 4 }, level === 0 ? "input" : `layer ${level}`,
      ));
      row.forEach((centre, place) => {
        const box = drawn("rect", {
          x: x(centre) - BOX / 2, y: y(level) - BOX / 2, width: BOX, height: BOX, rx: 3,
          class: hit.has(place) ? "course-field-hit" : "course-field-box",
        });
        if (level === layers.length) {
          box.addEventListener("click", () => moveTo(place));
          box.classList.add("course-field-output");
        }
        picture.append(box);
      });
    });
    for (let place = 0; place < places; place += 4) {
      picture.append(drawn(
        "text", { x: x(place), y: height - 6, "text-anchor": "middle" }, place,
      ));
    }
    stage.replaceChildren(picture);

    let jump = 1;
    const terms = layers.map(([kernel, stride, dilation]) => {
      const term = (kernel - 1) * dilation * jump;
      jump *= stride;
      return term;
    });
    const inputs = reached[0];
    const field = inputs[inputs.length - 1] - inputs[0] + 1;
    const gaps = field - inputs.length;
    status.textContent =
      `Output ${output} reaches from input ${inputs[0]} to ${inputs[inputs.length - 1]}. ` +
      `Receptive field: 1 + ${terms.join(" + ")} = ${field}.` +
      (gaps ? ` ${gaps} of these inputs are skipped.` : "") +
      ` Neighbouring outputs are ${jump} ${jump === 1 ? "input" : "inputs"} apart.`;
    slider.max = sizes[sizes.length - 1] - 1;
    slider.value = output;
    number.value = layers.length;
    buildControls(layers);
  }

  update();
  const unfollow = follow(model, ["layers", "output"], update);
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
