// Step a window over a small picture: products, their sum, the growing feature map.

import { outputSize, padMatrix, turnKernel, correlate, windowAt } from "./convolution.js";
import {
  css, element, follow, greyScale, inkOn, labelled, numberText, openFigure, scaleFor,
  select, share, signedScale, soft,
} from "./page.js";

const STEP_MILLISECONDS = 900;

/** A matrix as a grid of cells with a caption, and frames that can be moved over it. */
function makeGrid(caption, rows, columns) {
  const cells = element("div", { class: "course-grid", role: "table", "aria-label": caption });
  cells.style.setProperty("--columns", columns);
  const made = [];
  for (let i = 0; i < rows; i++) {
    const row = element("div", { class: "course-row", role: "row" });
    made.push([]);
    for (let j = 0; j < columns; j++) {
      const cell = element("div", { class: "course-cell", role: "cell" });
      cell.style.gridArea = `${i + 1} / ${j + 1}`;
      made[i].push(cell);
      row.append(cell);
    }
    cells.append(row);
  }
  const addFrame = (name) => {
    const frame = element("div", { class: `course-frame ${name}`, "aria-hidden": "true" });
    cells.append(frame);
    return (top, left, height, width) => {
      frame.style.gridArea = `${top + 1} / ${left + 1} / span ${height} / span ${width}`;
    };
  };
  const root = element(
    "div", { class: "course-panel" },
    element("div", { class: "course-caption", "aria-hidden": "true" }, caption), cells,
  );
  return { root, cells: made, addFrame };
}

function fill(cell, value, scale) {
  if (value === undefined) {
    cell.textContent = "";
    cell.style.background = "";
    cell.setAttribute("aria-label", "not computed yet");
    return;
  }
  const rgb = soft(scale(value));
  cell.textContent = numberText(value);
  cell.classList.toggle("course-long", cell.textContent.length > 4);
  cell.style.background = css(rgb);
  cell.style.color = inkOn(rgb);
  cell.removeAttribute("aria-label");
}

function fillAll(cells, matrix, scale) {
  cells.forEach((row, i) => row.forEach((cell, j) => fill(cell, matrix[i][j], scale)));
}

function sumInWords(pixels, kernel, sum) {
  const factor = (value) => (value < 0 ? `(${numberText(value)})` : numberText(value));
  const terms = kernel.flatMap((row, i) =>
    row.map((weight, j) => `${factor(pixels[i][j])}\u00b7${factor(weight)}`),
  );
  const left = terms.length <= 9 ? terms.join(" + ") : `sum of ${terms.length} products`;
  return `${left} = ${numberText(sum)}`;
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Convolution stepper");
  const image = model.get("image");
  let timer = null;

  const stage = element("div", {
    class: "course-stage",
    tabindex: "0",
    role: "group",
    "aria-label":
      "Picture, kernel, products and feature map. The arrow keys move the window.",
    onkeydown: moveByKey,
  });
  const slider = element("input", {
    type: "range", min: 0, value: 0, oninput: () => moveTo(Number(slider.value)),
  });
  const back = element(
    "button", { type: "button", onclick: () => moveTo(model.get("position") - 1) },
    "Previous",
  );
  const next = element(
    "button", { type: "button", onclick: () => moveTo(model.get("position") + 1) },
    "Next",
  );
  const play = element("button", { type: "button", onclick: togglePlay }, "Play");
  const reset = element(
    "button",
    {
      type: "button",
      onclick: () => {
        stop();
        share(model, { ...model.get("start"), position: 0 });
      },
    },
    "Reset",
  );
  const choices = (values) => values.map((value) => [value, value]);
  const stride = select(choices([1, 2, 3]), model.get("stride"), (value) =>
    share(model, { stride: Number(value), position: 0 }),
  );
  const padding = select(choices([0, 1, 2]), model.get("padding"), (value) =>
    share(model, { padding: Number(value), position: 0 }),
  );
  const flip = element("input", {
    type: "checkbox", onchange: () => share(model, { flip: flip.checked }),
  });
  const status = element("p", { class: "course-status", role: "status" });

  el.append(
    stage,
    status,
    element(
      "div", { class: "course-controls" },
      element("span", { class: "course-buttons" }, back, next, play),
      labelled("Position", slider),
    ),
    element(
      "div", { class: "course-controls" },
      labelled("Stride", stride),
      labelled("Padding", padding),
      labelled("Flip the kernel (true convolution)", flip),
      reset,
    ),
    element(
      "p", { class: "course-note" },
      "Type other numbers into the kernel. With the focus on the grids, the arrow keys move the window.",
    ),
  );

  let grids;
  let inputs = [];
  let built = ""; // the choices that the grids were built for

  const choicesNow = () =>
    ["stride", "padding", "flip"].map((name) => model.get(name)).join();

  function mapShape() {
    const kernel = model.get("kernel");
    return [
      outputSize(image.length, kernel.length, model.get("stride"), model.get("padding")),
      outputSize(
        image[0].length, kernel[0].length, model.get("stride"), model.get("padding"),
      ),
    ];
  }

  function moveTo(position) {
    const [rows, columns] = mapShape();
    const last = rows * columns - 1;
    share(model, { position: Math.min(Math.max(position, 0), last) });
  }

  function moveByKey(event) {
    if (event.target !== stage) return;
    const [rows, columns] = mapShape();
    const row = Math.floor(model.get("position") / columns);
    const column = model.get("position") % columns;
    const moved = {
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      Home: [0, 0],
      End: [rows - 1, columns - 1],
    }[event.key];
    if (!moved) return;
    event.preventDefault();
    event.stopPropagation();
    stop();
    const [toRow, toColumn] = moved;
    if (toRow >= 0 && toRow < rows && toColumn >= 0 && toColumn < columns) {
      moveTo(toRow * columns + toColumn);
    }
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
    const [rows, columns] = mapShape();
    if (model.get("position") >= rows * columns - 1) moveTo(0);
    play.textContent = "Pause";
    status.setAttribute("aria-live", "off"); // a reader could not keep up
    timer = setInterval(() => {
      const [rowsNow, columnsNow] = mapShape();
      if (model.get("position") >= rowsNow * columnsNow - 1) stop();
      else moveTo(model.get("position") + 1);
    }, STEP_MILLISECONDS);
  }

  function editKernel() {
    const kernel = inputs.map((row) => row.map((input) => input.valueAsNumber));
    inputs.flat().forEach((input) => {
      input.setAttribute("aria-invalid", String(!Number.isFinite(input.valueAsNumber)));
    });
    if (kernel.flat().every(Number.isFinite)) share(model, { kernel });
  }

  /** Build the grids anew; needed only when a shape or the flip changes. */
  function build() {
    built = choicesNow();
    const kernel = model.get("kernel");
    const [height, width] = [kernel.length, kernel[0].length];
    const pad = model.get("padding");
    const [rows, columns] = mapShape();
    const across = image[0].length + 2 * pad + (model.get("flip") ? 3 : 2) * width + columns;
    stage.style.setProperty("--across", across);
    grids = {
      picture: makeGrid(
        pad ? "Picture with padding" : "Picture",
        image.length + 2 * pad, image[0].length + 2 * pad,
      ),
      kernel: makeGrid("Kernel", height, width),
      turned: makeGrid("Turned 180\u00b0", height, width),
      products: makeGrid("Products", height, width),
      map: makeGrid("Feature map", rows, columns),
    };
    inputs = grids.kernel.cells.map((row, i) =>
      row.map((cell, j) => {
        const input = element("input", {
          type: "number", step: "any", "aria-label": `Kernel, row ${i}, column ${j}`,
          value: Number(kernel[i][j].toFixed(4)), oninput: editKernel,
        });
        cell.append(input);
        return input;
      }),
    );
    if (pad) {
      grids.picture.addFrame("course-frame-inner")(
        pad, pad, image.length, image[0].length,
      );
      grids.picture.cells.forEach((row, i) =>
        row.forEach((cell, j) => {
          const inside =
            i >= pad && i < pad + image.length && j >= pad && j < pad + image[0].length;
          cell.classList.toggle("course-padding", !inside);
        }),
      );
    }
    grids.moveWindow = grids.picture.addFrame("course-frame-window");
    grids.moveResult = grids.map.addFrame("course-frame-window");
    // A sign stays with the grid after it where the line breaks.
    const after = (sign, grid) =>
      element(
        "div", { class: "course-operand" },
        element("span", { class: "course-sign", "aria-hidden": "true" }, sign), grid.root,
      );
    const operands = [
      after("\u00d7", grids.kernel),
      ...(model.get("flip") ? [after("\u21bb", grids.turned)] : []),
      after("=", grids.products),
      after("\u2192", grids.map),
    ];
    stage.style.setProperty("--signs", operands.length);
    stage.replaceChildren(grids.picture.root, ...operands);
  }

  function update() {
    if (built !== choicesNow()) build();
    const kernel = model.get("kernel");
    const used = model.get("flip") ? turnKernel(kernel) : kernel;
    const [step, pad] = [model.get("stride"), model.get("padding")];
    const padded = padMatrix(image, pad);
    const sums = correlate(image, used, step, pad);
    const columns = sums[0].length;
    const position = Math.min(model.get("position"), sums.length * columns - 1);
    const [row, column] = [Math.floor(position / columns), position % columns];
    const { pixels, products, sum } = windowAt(padded, used, row * step, column * step);

    const flat = image.flat();
    const low = Math.min(...flat);
    const high = Math.max(...flat);
    // As in Python: 0 to 1, a small example made by hand, or 0 to 255.
    const white = high <= 1 ? 1 : high <= 16 ? high : Math.max(255, high);
    const pictureScale = low < 0 ? scaleFor(flat) : greyScale(white);
    fillAll(grids.picture.cells, padded, pictureScale);
    const reach = Math.max(...[...kernel.flat(), ...products.flat()].map(Math.abs));
    const weights = signedScale(reach);
    inputs.forEach((inputRow, i) =>
      inputRow.forEach((input, j) => {
        const rgb = soft(weights(kernel[i][j]));
        input.style.background = css(rgb);
        input.style.color = inkOn(rgb);
        const busy = input === input.getRootNode().activeElement;
        if (!busy) input.value = Number(kernel[i][j].toFixed(4));
      }),
    );
    fillAll(grids.turned.cells, used, weights);
    fillAll(grids.products.cells, products, weights);
    const known = sums.map((line, i) =>
      line.map((value, j) => (i * columns + j <= position ? value : undefined)),
    );
    fillAll(grids.map.cells, known, scaleFor(sums.flat()));
    grids.moveWindow(row * step, column * step, kernel.length, kernel[0].length);
    grids.moveResult(row, column, 1, 1);

    slider.max = sums.length * columns - 1;
    slider.value = position;
    slider.setAttribute("aria-valuetext", `row ${row}, column ${column}`);
    back.disabled = position === 0;
    next.disabled = position === sums.length * columns - 1;
    stride.value = step;
    padding.value = pad;
    flip.checked = model.get("flip");
    status.textContent =
      `Row ${row}, column ${column} of the ${sums.length}\u00d7${columns} feature map: ` +
      sumInWords(pixels, used, sum);
  }

  update();
  const unfollow = follow(
    model, ["kernel", "position", "stride", "padding", "flip"], update,
  );
  return () => {
    stop();
    unfollow();
    closeFigure();
  };
}

export default { render };
