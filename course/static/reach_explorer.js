// See which inputs a stack of convolutions and a recurrence know of at a time step.

import {
  element, follow, labelled, numberText, openFigure, select, share,
} from "./page.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 820;
const LEFT = 58;
const LAYER = 34;
const BARS = 96;

function drawn(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Weight of an input at each lag where every kernel holds equal weights. */
function weightsByLag(kernelSize, dilations) {
  let weights = [1];
  for (const dilation of dilations) {
    const wider = Array(weights.length + (kernelSize - 1) * dilation).fill(0);
    weights.forEach((weight, lag) => {
      for (let tap = 0; tap < kernelSize; tap++) {
        wider[lag + tap * dilation] += weight / kernelSize;
      }
    });
    weights = wider;
  }
  return weights;
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Reach explorer");
  const steps = model.get("steps");
  const pitch = (WIDE - LEFT - 12) / steps;
  const x = (step) => LEFT + (step + 0.5) * pitch;

  const picture = drawn("svg", {
    class: "course-reach", role: "application", tabindex: "0", width: "100%",
  });
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * WIDE;
    lookAt(Math.floor((at - LEFT) / pitch));
  });
  picture.addEventListener("keydown", (event) => {
    const now = model.get("step");
    const step = {
      ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: steps - 1,
    }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    lookAt(step);
  });
  const numbers = (from, to) =>
    Array.from({ length: to - from + 1 }, (_, i) => [from + i, from + i]);
  const kernel = select(numbers(2, 5), model.get("kernel_size"), (value) =>
    share(model, { kernel_size: Number(value) }),
  );
  const layers = select(numbers(1, 6), model.get("layers"), (value) =>
    share(model, { layers: Number(value) }),
  );
  const doubling = element("input", {
    type: "checkbox", onchange: () => share(model, { doubling: doubling.checked }),
  });
  const keep = element("input", {
    type: "range", min: 0, max: 1, step: 0.05,
    oninput: () => share(model, { keep: Number(keep.value) }),
  });
  const status = element("p", { class: "course-status", role: "status" });
  el.append(
    picture,
    status,
    element(
      "div", { class: "course-controls" },
      labelled("Kernel size", kernel),
      labelled("Layers", layers),
      labelled("Dilations 1, 2, 4, \u2026", doubling),
      labelled("Recurrence keeps", keep),
    ),
    element(
      "p", { class: "course-note" },
      "Click on a time step, or focus the picture and press the arrow keys. Bars: " +
        "weight of each input, blue for the convolutions if all their weights are " +
        "equal, orange for the recurrence.",
    ),
  );

  function lookAt(step) {
    share(model, { step: Math.min(Math.max(step, 0), steps - 1) });
  }

  function update() {
    const step = model.get("step");
    const size = model.get("kernel_size");
    const depth = model.get("layers");
    const kept = model.get("keep");
    const dilations = Array.from({ length: depth }, (_, i) =>
      model.get("doubling") ? 2 ** i : 1,
    );
    const field = 1 + (size - 1) * dilations.reduce((sum, one) => sum + one, 0);
    const height = 24 + LAYER * depth + 40 + BARS + 30;
    const y = (layer) => 18 + LAYER * (depth - layer);
    picture.setAttribute("viewBox", `0 0 ${WIDE} ${height}`);
    picture.replaceChildren();

    picture.append(
      drawn("rect", {
        x: x(step) - pitch / 2, y: 4, width: pitch, height: height - 30,
        class: "course-reach-now",
      }),
    );
    const inside = Array.from({ length: depth + 1 }, () => new Set());
    inside[depth].add(step);
    for (let layer = depth; layer > 0; layer--) {
      for (const at of inside[layer]) {
        for (let tap = 0; tap < size; tap++) {
          const source = at - tap * dilations[layer - 1];
          if (source < 0) continue;
          inside[layer - 1].add(source);
          picture.append(
            drawn("line", {
              x1: x(source), y1: y(layer - 1), x2: x(at), y2: y(layer),
              class: "course-reach-line",
            }),
          );
        }
      }
    }
    for (let layer = 0; layer <= depth; layer++) {
      picture.append(
        drawn(
          "text", { x: LEFT - 10, y: y(layer) + 4, class: "course-reach-name" },
          layer ? `layer ${layer}` : "input",
        ),
      );
      for (let at = 0; at < steps; at++) {
        const state = inside[layer].has(at) ? "course-reach-in" : "course-reach-out";
        picture.append(
          layer
            ? drawn("circle", { cx: x(at), cy: y(layer), r: 6, class: state })
            : drawn("rect", {
                x: x(at) - 6, y: y(0) - 6, width: 12, height: 12, class: state,
              }),
        );
      }
    }

    const byLag = weightsByLag(size, dilations);
    const convolution = [];
    const recurrence = [];
    for (let at = 0; at < steps; at++) {
      const lag = step - at;
      convolution.push(lag < 0 ? 0 : byLag[lag] ?? 0);
      recurrence.push(lag < 0 ? 0 : (1 - kept) * kept ** lag);
    }
    const top = Math.max(...convolution, ...recurrence) || 1;
    const ground = y(0) + 34 + BARS;
    for (let at = 0; at < steps; at++) {
      for (const [weights, left, kind] of [
        [convolution, x(at) - pitch * 0.4, "course-reach-convolution"],
        [recurrence, x(at), "course-reach-recurrence"],
      ]) {
        const tall = (weights[at] / top) * BARS;
        picture.append(
          drawn("rect", {
            x: left, y: ground - tall, width: pitch * 0.4, height: tall, class: kind,
          }),
        );
      }
      if (at % 5 === 0 || at === step) {
        picture.append(
          drawn(
            "text",
            {
              x: x(at), y: ground + 15,
              class: at === step ? "course-reach-tick course-reach-here" : "course-reach-tick",
            },
            at,
          ),
        );
      }
    }
    picture.append(
      drawn("line", {
        x1: LEFT, y1: ground, x2: WIDE - 12, y2: ground, class: "course-reach-ground",
      }),
      drawn("text", { x: LEFT - 10, y: ground - BARS + 8, class: "course-reach-name" }, numberText(top, 3)),
      drawn("text", { x: LEFT - 10, y: ground - BARS / 2 + 4, class: "course-reach-name" }, "weight"),
      drawn("text", { x: LEFT - 10, y: ground + 4, class: "course-reach-name" }, "0"),
    );

    const first = Math.max(0, step - field + 1);
    const oldest = step - first;
    const seen =
      first === step ? `step ${step} only` : `steps ${first} to ${step}`;
    status.textContent =
      `Step ${step}. The convolutions (receptive field ${field}) see ${seen}; ` +
      (first > 0
        ? `step ${first - 1} does not exist for them. `
        : "that is all there is. ") +
      `In the recurrence, step ${first} (lag ${oldest}) has the weight ` +
      `${numberText(recurrence[first], 4)}, and step 0 (lag ${step}) still ` +
      `${numberText(recurrence[0], 6)}.`;
    picture.setAttribute(
      "aria-label",
      `Layers of convolutions over ${steps} time steps, and the weights of the inputs. ` +
        `Step ${step} is looked at; the arrow keys move on.`,
    );
    kernel.value = size;
    layers.value = depth;
    doubling.checked = model.get("doubling");
    keep.value = kept;
    keep.setAttribute("aria-valuetext", numberText(kept));
  }

  update();
  const unfollow = follow(
    model, ["step", "kernel_size", "layers", "doubling", "keep"], update,
  );
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
