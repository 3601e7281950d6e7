// Step through a sequence: the three terms of each step, their sum, the new state.

import { simpleSequence } from "./recurrent.js";
import {
  css, element, follow, inkOn, labelled, numberText, openFigure, share, signedScale, soft,
} from "./page.js";

const STEP_MILLISECONDS = 1200;

/** A table of numbers with a heading for each row and column. */
function makeTable(caption, columnNames, rowNames) {
  const head = element("tr", {}, element("td"));
  for (const name of columnNames) head.append(element("th", { scope: "col" }, name));
  const cells = [];
  const rows = rowNames.map((name) => {
    const made = columnNames.map(() => element("td"));
    cells.push(made);
    return element("tr", {}, element("th", { scope: "row" }, name), ...made);
  });
  const root = element(
    "table", { class: "course-numbers" },
    element("caption", {}, caption), element("thead", {}, head),
    element("tbody", {}, ...rows),
  );
  return { root, cells, rows };
}

function showNumber(cell, value, scale) {
  cell.style.background = "";
  cell.style.color = "";
  if (value === undefined) {
    cell.textContent = "";
    return;
  }
  const rgb = soft(scale(value));
  cell.textContent = numberText(value);
  cell.style.background = css(rgb);
  cell.style.color = inkOn(rgb);
}

function productInWords(vector, matrix, column) {
  const factor = (value) => (value < 0 ? `(${numberText(value)})` : numberText(value));
  return vector
    .map((value, row) => `${factor(value)}\u00b7${factor(matrix[row][column])}`)
    .join(" + ");
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "RNN stepper");
  const kernel = model.get("kernel");
  const recurrentKernel = model.get("recurrent_kernel");
  const bias = model.get("bias");
  const weights = { kernel, recurrentKernel, bias };
  const start = model.get("start");
  const last = model.get("inputs").length - 1;
  let timer = null;

  const numbered = (name, count) =>
    Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);
  const stepNames = numbered("step", last + 1);
  const inputTable = makeTable("Inputs", numbered("feature", kernel.length), stepNames);
  const termTable = makeTable("This step", numbered("unit", bias.length), [
    "from the input", "from the old state", "bias", "sum", "new state = tanh(sum)",
  ]);
  const stateTable = makeTable("States", numbered("unit", bias.length), stepNames);
  const boxes = inputTable.cells.map((row, i) =>
    row.map((cell, j) => {
      const box = element("input", {
        type: "number", step: "any", "aria-label": `Input, step ${i + 1}, feature ${j + 1}`,
        oninput: editInputs,
      });
      cell.append(box);
      return box;
    }),
  );

  const stage = element(
    "div",
    {
      class: "course-tables", tabindex: "0", role: "group", onkeydown: moveByKey,
      "aria-label": "Inputs, terms and states. The arrow keys move from step to step.",
    },
    inputTable.root, termTable.root, stateTable.root,
  );
  const slider = element("input", {
    type: "range", min: 0, max: last, value: 0,
    oninput: () => moveTo(Number(slider.value)),
  });
  const button = (text, onclick) =>
    element("button", { type: "button", onclick }, text);
  const back = button("Previous", () => moveTo(model.get("position") - 1));
  const next = button("Next", () => moveTo(model.get("position") + 1));
  const play = button("Play", togglePlay);
  const reset = button("Reset", () => {
    stop();
    share(model, {
      inputs: start.inputs, position: 0, use_input: true, use_state: true, use_bias: true,
    });
  });
  const ticks = {};
  for (const name of ["use_input", "use_state", "use_bias"]) {
    ticks[name] = element("input", {
      type: "checkbox", onchange: () => share(model, { [name]: ticks[name].checked }),
    });
  }
  const status = element("p", { class: "course-status", role: "status" });
  const detail = element("p", { class: "course-note" });

  el.append(
    stage, status, detail,
    element(
      "div", { class: "course-controls" },
      element("span", { class: "course-buttons" }, back, next, play),
      labelled("Step", slider), reset,
    ),
    element(
      "div", { class: "course-controls" },
      labelled("Term from the input", ticks.use_input),
      labelled("Term from the old state", ticks.use_state),
      labelled("Bias", ticks.use_bias),
    ),
    element(
      "p", { class: "course-note" },
      "Type other inputs. With the focus on the tables, the arrow keys move from step to step.",
    ),
  );

  function moveTo(position) {
    share(model, { position: Math.min(Math.max(position, 0), last) });
  }

  function moveByKey(event) {
    if (event.target !== stage) return;
    const to = {
      ArrowRight: model.get("position") + 1,
      ArrowDown: model.get("position") + 1,
      ArrowLeft: model.get("position") - 1,
      ArrowUp: model.get("position") - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    stop();
    moveTo(to);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
    status.setAttribute("aria-live", "polite");
  }

  function togglePlay() {
    if (timer) {
      stop();
      return;
    }
    if (model.get("position") >= last) moveTo(0);
    play.textContent = "Pause";
    status.setAttribute("aria-live", "off"); // a reader could not keep up
    timer = setInterval(() => {
      if (model.get("position") >= last) stop();
      else moveTo(model.get("position") + 1);
    }, STEP_MILLISECONDS);
  }

  function editInputs() {
    const inputs = boxes.map((row) => row.map((box) => box.valueAsNumber));
    for (const box of boxes.flat()) {
      box.setAttribute("aria-invalid", String(!Number.isFinite(box.valueAsNumber)));
    }
    if (inputs.flat().every(Number.isFinite)) share(model, { inputs });
  }

  function update() {
    const inputs = model.get("inputs");
    const position = model.get("position");
    const terms = {
      input: model.get("use_input"),
      state: model.get("use_state"),
      bias: model.get("use_bias"),
    };
    const steps = simpleSequence(inputs, weights, terms);
    const now = steps[position];
    const scale = signedScale(
      Math.max(1, ...inputs.flat().map(Math.abs), ...now.sum.map(Math.abs)),
    );
    boxes.forEach((row, i) =>
      row.forEach((box, j) => {
        const rgb = soft(scale(inputs[i][j]));
        box.style.background = css(rgb);
        box.style.color = inkOn(rgb);
        const busy = box === box.getRootNode().activeElement;
        if (!busy) box.value = Number(inputs[i][j].toFixed(4));
      }),
    );
    [now.fromInput, now.fromState, now.bias, now.sum, now.after].forEach((values, i) =>
      values.forEach((value, j) => showNumber(termTable.cells[i][j], value, scale)),
    );
    steps.forEach((step, i) =>
      step.after.forEach((value, j) =>
        showNumber(stateTable.cells[i][j], i <= position ? value : undefined, scale),
      ),
    );
    for (const table of [inputTable, stateTable]) {
      table.rows.forEach((row, i) => row.classList.toggle("course-now", i === position));
    }
    slider.value = position;
    slider.setAttribute("aria-valuetext", `step ${position + 1}`);
    back.disabled = position === 0;
    next.disabled = position === last;
    for (const [name, tick] of Object.entries(ticks)) tick.checked = model.get(name);
    const list = (values) => values.map((value) => numberText(value)).join(", ");
    status.textContent =
      `Step ${position + 1} of ${last + 1}: input ${list(inputs[position])} and old ` +
      `state ${list(now.before)} make the new state ${list(now.after)}.`;
    detail.textContent =
      "Unit 1: from the input " +
      (terms.input ? productInWords(inputs[position], kernel, 0) : "nothing") +
      "; from the old state " +
      (terms.state ? productInWords(now.before, recurrentKernel, 0) : "nothing") +
      `; bias ${numberText(now.bias[0])}; sum ${numberText(now.sum[0])}.`;
  }

  update();
  const unfollow = follow(
    model, ["inputs", "position", "use_input", "use_state", "use_bias"], update,
  );
  return () => {
    stop();
    unfollow();
    closeFigure();
  };
}

export default { render };
