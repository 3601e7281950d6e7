// The types of recurrent network: which steps have inputs, which have outputs.

import { drawing } from "./drawing.js";
import { layoutOf, shapesOf } from "./recurrent.js";
import {
  element, follow, labelled, newId, openFigure, select, share,
} from "./page.js";

const PITCH = 92;
const MIDDLE = 108;

const WORDS = {
  "one to one":
    "There is a single step, so nothing is handed on: an ordinary feed-forward network. " +
    "In a car: the gear from speed and pedal at this moment.",
  "one to many":
    "One input starts it; each answer is the next input (dashed). In a car: from the " +
    "picture of a scene to a sentence that describes it.",
  "many to one":
    "It reads everything and answers once. return_sequences=False. In a car: is the " +
    "driver tired, from a minute of steering?",
  "many to many, aligned":
    "An answer at each step, before the next input is seen. return_sequences=True. In a " +
    "car: at each moment, is it braking, turning or overtaking?",
  "many to many, encoder\u2013decoder":
    "First everything is read, then something of another length is written; the state " +
    "in the middle is all that is handed over. In a car: a spoken order put into " +
    "another language.",
};

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Types of recurrent network");
  const titleId = newId();
  const picture = drawing("svg", {
    class: "course-drawing", role: "img", "aria-labelledby": titleId,
  });
  const status = element("p", { class: "course-status", role: "status" });
  const words = element("p", {});
  const chooser = select(
    model.get("kinds").map((kind) => [kind, kind]), model.get("kind"),
    (kind) => share(model, { kind }),
  );
  const sizes = {};
  for (const [name, text, least, most] of [
    ["steps", "Steps in", 2, 4], ["other_steps", "Steps out", 2, 4],
    ["features", "Features", 1, 9], ["outputs", "Outputs", 1, 9],
  ]) {
    const box = element("input", {
      type: "number", min: least, max: most, step: 1, class: "course-size",
      onchange: () => {
        const value = Math.round(box.valueAsNumber);
        const kept = Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
        box.value = kept;
        share(model, { [name]: kept });
      },
    });
    sizes[name] = [box, labelled(text, box)];
  }
  el.append(
    element("div", { class: "course-controls" }, labelled("Type", chooser)),
    picture, status, words,
    element(
      "div", { class: "course-controls" },
      ...Object.values(sizes).map(([, field]) => field),
    ),
    element(
      "p", { class: "course-note" },
      "Green: inputs. Blue: the cell, the same one at every step (purple: the decoder's). " +
        "Orange: outputs that are used. Shapes are those of one example, without the batch.",
    ),
  );

  function arrow(fromX, fromY, toX, toY, className = "course-arrow") {
    const angle = Math.atan2(toY - fromY, toX - fromX);
    const side = (turn) =>
      `${toX - 9 * Math.cos(angle + turn)},${toY - 9 * Math.sin(angle + turn)}`;
    picture.append(
      drawing("line", { x1: fromX, y1: fromY, x2: toX, y2: toY, class: className }),
      drawing("polygon", {
        points: `${toX},${toY} ${side(0.4)} ${side(-0.4)}`, class: `${className}-head`,
      }),
    );
  }

  function draw(layout) {
    const width = 40 + PITCH * 8;
    const left = (width - PITCH * (layout.cells - 1)) / 2;
    picture.setAttribute("viewBox", `0 0 ${width} 216`);
    for (let cell = 0; cell < layout.cells; cell++) {
      const x = left + PITCH * cell;
      if (cell > 0) {
        arrow(x - PITCH + 24, MIDDLE, x - 25, MIDDLE, "course-arrow-state");
      }
      const decodes = layout.decoder.includes(cell);
      picture.append(
        drawing("rect", {
          x: x - 24, y: MIDDLE - 18, width: 48, height: 36, rx: 7,
          class: decodes ? "course-cell-decoder" : "course-cell-encoder",
        }),
      );
      if (layout.inputs.includes(cell)) {
        arrow(x, MIDDLE + 62, x, MIDDLE + 20);
        picture.append(
          drawing("circle", { cx: x, cy: MIDDLE + 76, r: 14, class: "course-dot-input" }),
        );
      }
      if (layout.outputs.includes(cell)) {
        arrow(x, MIDDLE - 18, x, MIDDLE - 61);
        picture.append(
          drawing("circle", { cx: x, cy: MIDDLE - 76, r: 14, class: "course-dot-output" }),
        );
      }
      if (layout.fedBack.includes(cell)) {
        picture.append(
          drawing("path", {
            d: `M${x + 14} ${MIDDLE - 76} Q${x + PITCH - 8} ${MIDDLE - 76} ` +
              `${x + PITCH - 10} ${MIDDLE - 20}`,
            class: "course-fed-back",
          }),
          drawing("polygon", {
            points: `${x + PITCH - 10},${MIDDLE - 18} ${x + PITCH - 14},${MIDDLE - 27} ` +
              `${x + PITCH - 6},${MIDDLE - 27}`,
            class: "course-fed-back-head",
          }),
        );
      }
    }
  }

  function update() {
    const kind = model.get("kind");
    const [steps, otherSteps] = [model.get("steps"), model.get("other_steps")];
    const [features, outputs] = [model.get("features"), model.get("outputs")];
    const { input, output } = shapesOf(kind, steps, otherSteps, features, outputs);
    const layout = layoutOf(kind, steps, otherSteps);
    const title = drawing("title", { id: titleId });
    title.textContent =
      `${layout.cells} cells in a row, ${layout.inputs.length} with an input, ` +
      `${layout.outputs.length} with an output.`;
    picture.replaceChildren(title);
    draw(layout);
    chooser.value = kind;
    for (const [name, [box, field]] of Object.entries(sizes)) {
      box.value = model.get(name);
      field.hidden =
        (name === "steps" && !kind.startsWith("many")) ||
        (name === "other_steps" &&
          (!kind.includes("to many") || kind.endsWith("aligned")));
    }
    const name = kind[0].toUpperCase() + kind.slice(1);
    status.textContent = `${name}: ${input} goes in, ${output} comes out.`;
    words.textContent = WORDS[kind];
  }

  update();
  const unfollow = follow(
    model, ["kind", "steps", "other_steps", "features", "outputs"], update,
  );
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
