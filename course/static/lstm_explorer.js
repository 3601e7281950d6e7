// One unit of an LSTM: set its gates at each step and see what the carry does.

import { lstmMemories } from "./recurrent.js";
import {
  css, element, follow, inkOn, labelled, numberText, openFigure, select, share,
  signedScale, soft,
} from "./page.js";

const EDITED = [
  ["candidate", "candidate c", -1],
  ["input_gate", "input gate i", 0],
  ["forget_gate", "forget gate f", 0],
  ["output_gate", "output gate o", 0],
];

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "LSTM explorer");
  const steps = model.get("candidate").length;
  const presets = model.get("presets");
  const head = element("tr", {}, element("td"));
  for (let step = 1; step <= steps; step++) {
    head.append(element("th", { scope: "col" }, `step ${step}`));
  }
  const boxes = {};
  const rows = EDITED.map(([name, text, least]) => {
    boxes[name] = Array.from({ length: steps }, (_, step) =>
      element("input", {
        type: "number", min: least, max: 1, step: 0.1,
        "aria-label": `${text}, step ${step + 1}`, oninput: () => edit(name, least),
      }),
    );
    return element(
      "tr", {}, element("th", { scope: "row" }, text),
      ...boxes[name].map((box) => element("td", {}, box)),
    );
  });
  const computed = {};
  for (const [name, text] of [["carries", "new carry"], ["states", "new state"]]) {
    computed[name] = Array.from({ length: steps }, () => element("td"));
    rows.push(
      element(
        "tr", { class: "course-computed" }, element("th", { scope: "row" }, text),
        ...computed[name],
      ),
    );
  }
  const status = element("p", { class: "course-status", role: "status" });
  const names = Object.keys(presets);
  const chooser = select(
    [["", "your own"], ...names.map((name) => [name, name])], "",
    (name) => {
      if (name) share(model, presets[name]);
    },
  );
  el.append(
    element(
      "div", { class: "course-tables" },
      element(
        "table", { class: "course-numbers" },
        element("caption", {}, "carry = f \u00d7 old carry + i \u00d7 c, state = o \u00d7 tanh(carry)"),
        element("thead", {}, head), element("tbody", {}, ...rows),
      ),
    ),
    status,
    element("div", { class: "course-controls" }, labelled("Gates", chooser)),
    element(
      "p", { class: "course-note" },
      "Gates are numbers from 0 (shut) to 1 (open). Type other ones, or use the arrow keys in a cell.",
    ),
  );

  function edit(name, least) {
    const values = boxes[name].map((box) => box.valueAsNumber);
    const fine = (value) => Number.isFinite(value) && value >= least && value <= 1;
    boxes[name].forEach((box, i) => {
      box.setAttribute("aria-invalid", String(!fine(values[i])));
    });
    if (values.every(fine)) share(model, { [name]: values });
  }

  function update() {
    const given = EDITED.map(([name]) => model.get(name));
    const memories = lstmMemories(...given);
    const reach = Math.max(1, ...memories.carries.map(Math.abs));
    const scale = signedScale(reach);
    EDITED.forEach(([name], row) =>
      boxes[name].forEach((box, step) => {
        const rgb = soft(scale(given[row][step]));
        box.style.background = css(rgb);
        box.style.color = inkOn(rgb);
        const busy = box === box.getRootNode().activeElement;
        if (!busy) box.value = Number(given[row][step].toFixed(4));
      }),
    );
    for (const [name, cells] of Object.entries(computed)) {
      cells.forEach((cell, step) => {
        const rgb = soft(scale(memories[name][step]));
        cell.textContent = numberText(memories[name][step]);
        cell.style.background = css(rgb);
        cell.style.color = inkOn(rgb);
      });
    }
    const same = (name) =>
      Object.entries(presets[name]).every(([trait, values]) =>
        values.every((value, i) => Math.abs(value - model.get(trait)[i]) < 1e-9),
      );
    chooser.value = names.find(same) ?? "";
    // How much of the first candidate is still in the last carry.
    const left = model.get("forget_gate").slice(1).reduce((part, f) => part * f, 1);
    status.textContent =
      `After ${steps} steps the carry is ${numberText(memories.carries[steps - 1])} and ` +
      `the state ${numberText(memories.states[steps - 1])}. The gradient along the carry, ` +
      `back to step 1, is the product of the later forget gates: ${numberText(left, 4)}.`;
  }

  update();
  const unfollow = follow(model, EDITED.map(([name]) => name), update);
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
