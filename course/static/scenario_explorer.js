// Take a scenario apart: its axes, the question asked of it, type and shapes.

import { drawing } from "./drawing.js";
import {
  element, follow, labelled, numberText, openFigure, select, share,
} from "./page.js";

// At which steps an input comes in and at which an output goes out.
const TYPES = {
  "one to one": [[], []],
  "one to many": [[0], [0, 1, 2]],
  "many to one": [[0, 1, 2], [2]],
  aligned: [[0, 1, 2], [0, 1, 2]],
  "encoder-decoder": [[0, 1], [2, 3, 4]],
};
const BOX = 30;
const APART = 52;

/** Write a shape as Python does. */
function tuple(shape) {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** Work out type, shapes and layers; `_scenarios.py` does the same. */
function answer(scene, question, seconds, units) {
  const [kind, size, , stepsOut] =
    scene.questions[question] ?? Object.values(scene.questions)[0];
  const stepsIn = scene.rate * seconds;
  const steps = kind === "aligned" ? stepsIn : stepsOut;
  const layers = [];
  if (scene.each.length === 3) {
    const cnn = "convolutions, pooling, Flatten()";
    layers.push(stepsIn ? `at each picture: ${cnn}` : cnn);
  }
  const every = `GRU(${units}, return_sequences=True)`;
  const last = `GRU(${units})`;
  const repeat = `RepeatVector(${stepsOut})`;
  layers.push(
    ...{
      "one to one": [`Dense(${units}, activation="relu")`],
      "one to many": [repeat, every],
      "many to one": [last],
      aligned: [every],
      "encoder-decoder": [last, repeat, every],
    }[kind],
    `Dense(${size})`,
  );
  return {
    kind,
    input: stepsIn ? [stepsIn, ...scene.each] : scene.each,
    output: steps ? [steps, size] : [size],
    sequences: ["one to many", "aligned", "encoder-decoder"].includes(kind),
    layers,
  };
}

function diagram(kind) {
  const [ins, outs] = TYPES[kind];
  const recurrent = ins.length > 0;
  const columns = Math.max(0, ...ins, ...outs) + 1;
  const wide = columns * APART + 8;
  const made = drawing("svg", {
    viewBox: `0 0 ${wide} 170`, width: wide, height: 170, role: "img", class: "course-steps",
    "aria-label":
      `Diagram of the type ${kind}: ${recurrent ? columns : "no"} steps, inputs at the ` +
      `bottom, outputs at the top.`,
  });
  const box = (column, row, name) =>
    drawing("rect", {
      x: column * APART + 15, y: 10 + row * 60, width: BOX, height: BOX, rx: 3,
      class: `course-box course-box-${name}`,
    });
  const line = (x1, y1, x2, y2) => drawing("path", { d: `M${x1} ${y1}L${x2} ${y2}`, class: "course-flow" });
  const head = (x, y, turn) =>
    drawing("path", {
      d: "M-5 -8L0 0L5 -8Z", transform: `translate(${x} ${y}) rotate(${turn})`, class: "course-head",
    });
  for (let column = 0; column < columns; column++) {
    const middle = column * APART + 30;
    made.append(box(column, 1, recurrent ? "state" : "plain"));
    if (!recurrent || ins.includes(column)) {
      made.append(box(column, 2, "input"), line(middle, 130, middle, 106), head(middle, 101, 180));
    }
    if (!recurrent || outs.includes(column)) {
      made.append(box(column, 0, "output"), line(middle, 70, middle, 46), head(middle, 41, 180));
    }
    if (column < columns - 1) {
      made.append(line(middle + 15, 85, middle + 32, 85), head(middle + 37, 85, -90));
    }
  }
  return made;
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Scenario explorer");
  const scenarios = model.get("scenarios");
  const scenario = select(
    Object.keys(scenarios).map((name) => [name, name]), model.get("scenario"),
    (name) => share(model, { scenario: name, question: Object.keys(scenarios[name].questions)[0] }),
  );
  const questions = element("div", { class: "course-questions" });
  const group = element("fieldset", { class: "course-choice" }, element("legend", {}, "What is asked?"), questions);
  const seconds = element("input", {
    type: "range", min: 1, max: 20, step: 1,
    oninput: () => share(model, { seconds: Number(seconds.value) }),
  });
  const secondsText = element("span", { class: "course-reading", "aria-hidden": "true" });
  const axes = element("table", { class: "course-counts" });
  const shuffle = element("p");
  const drawn = element("div");
  const lines = element("ol", { class: "course-layers" });
  const status = element("p", { class: "course-status", role: "status" });
  const legend = element(
    "p", { class: "course-note" },
    ...[["input", "input"], ["state", "state of a recurrent layer"], ["plain", "ordinary layers"], ["output", "answer"]]
      .flatMap(([name, text]) => [
        element("span", { class: `course-swatch course-swatch-${name}`, "aria-hidden": "true" }), ` ${text}   `,
      ]),
    "Three steps stand for many.",
  );
  el.append(
    element("div", { class: "course-controls" }, labelled("Scenario", scenario), labelled("Length of the recording", seconds), secondsText),
    axes, shuffle, group,
    element("div", { class: "course-tables" }, drawn, element("div", {}, element("p", { class: "course-caption" }, "Layers, one after the other"), lines)),
    legend, status,
  );

  function showQuestions(scene, chosen) {
    const name = `course-question-${model.get("fallback_id")}`;
    const names = Object.keys(scene.questions);
    const shown = [...questions.querySelectorAll("input")].map((input) => input.value);
    if (shown.join("|") !== names.join("|")) {
      questions.replaceChildren(
        ...names.map((question) => {
          const button = element("input", {
            type: "radio", name, value: question, onchange: () => share(model, { question }),
          });
          return element("label", { class: "course-radio" }, button, ` ${question}`);
        }),
      );
    }
    for (const input of questions.querySelectorAll("input")) input.checked = input.value === chosen;
  }

  function update() {
    const scene = scenarios[model.get("scenario")];
    const question = model.get("question") in scene.questions
      ? model.get("question") : Object.keys(scene.questions)[0];
    const length = model.get("seconds");
    const found = answer(scene, question, length, model.get("units"));
    const [, size, meaning] = scene.questions[question];
    scenario.value = model.get("scenario");
    seconds.value = length;
    seconds.setAttribute("aria-valuetext", `${length} seconds`);
    seconds.disabled = scene.rate === 0;
    secondsText.textContent = scene.rate ? `${length} s` : "nothing is recorded over time";
    showQuestions(scene, question);

    const rows = [];
    if (scene.rate) rows.push([scene.step, `${scene.rate} a second for ${length} s`, scene.rate * length]);
    rows.push([scene.rate ? "at each of them" : "at once", scene.meaning, scene.each.join(" \u00d7 ")]);
    axes.replaceChildren(
      element("caption", {}, `What arrives: ${scene.arrives}`),
      ...rows.map(([name, text, count]) =>
        element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, text), element("td", {}, String(count))),
      ),
    );
    shuffle.textContent = scene.shuffle;
    drawn.replaceChildren(element("p", { class: "course-caption" }, found.kind), diagram(found.kind));
    lines.replaceChildren(...found.layers.map((text) => element("li", {}, element("code", {}, text))));
    const answers = found.output.length === 2
      ? `${numberText(found.output[0])} answers of ${size} (${meaning})` : `one answer of ${size} (${meaning})`;
    const sequences = found.kind === "one to one"
      ? "There is no recurrent layer."
      : `return_sequences=${found.sequences ? "True" : "False"} in the last recurrent layer.`;
    status.textContent =
      `Type: ${found.kind}. Input shape ${tuple(found.input)}, output shape ` +
      `${tuple(found.output)}, without the batch axis: ${answers}. ${sequences}`;
  }

  update();
  const unfollow = follow(model, ["scenario", "question", "seconds"], update);
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
