// Move an object over a picture: feature map, pooled map and two scores follow.

import {
  css, element, follow, greyScale, inkOn, labelled, magnitudeScale, numberText,
  openFigure, share, soft,
} from "./page.js";

/** A square matrix as a table of cells with a caption. */
function makeTable(side) {
  const caption = element("div", { class: "course-caption", "aria-hidden": "true" });
  const table = element("div", { class: "course-grid", role: "table" });
  table.style.setProperty("--columns", side);
  const cells = [];
  for (let i = 0; i < side; i++) {
    const row = element("div", { class: "course-row", role: "row" });
    cells.push([]);
    for (let j = 0; j < side; j++) {
      const cell = element("div", { class: "course-cell", role: "cell" });
      cell.style.gridArea = `${i + 1} / ${j + 1}`;
      cells[i].push(cell);
      row.append(cell);
    }
    table.append(row);
  }
  const root = element("div", { class: "course-panel" }, caption, table);
  return { root, caption, table, cells };
}

function fillTable(made, title, matrix, scale) {
  const size = `${matrix.length}\u00d7${matrix.length}`;
  made.caption.textContent = `${title}, ${size}`;
  made.table.setAttribute("aria-label", `${title}, ${size}`);
  matrix.forEach((row, i) =>
    row.forEach((value, j) => {
      const cell = made.cells[i][j];
      const rgb = soft(scale(value));
      cell.textContent = numberText(value, 1);
      cell.style.background = css(rgb);
      cell.style.color = inkOn(rgb);
    }),
  );
}

/** The object in a dark picture; what stands out over the border is cut off. */
function drawPicture(sign, side, row, column) {
  const picture = Array.from({ length: side }, () => Array(side).fill(0));
  sign.forEach((line, i) =>
    line.forEach((value, j) => {
      if (picture[row + i]?.[column + j] !== undefined) picture[row + i][column + j] = value;
    }),
  );
  return picture;
}

/** Slide the kernel over the picture (with a ring of zeros or not), then ReLU. */
function mapOf(picture, kernel, ring) {
  const side = picture.length - 2 + 2 * ring;
  const pixel = (i, j) => picture[i - ring]?.[j - ring] ?? 0;
  return Array.from({ length: side }, (_, i) =>
    Array.from({ length: side }, (_, j) => {
      let sum = 0;
      kernel.forEach((line, k) =>
        line.forEach((weight, l) => { sum += weight * pixel(i + k, j + l); }),
      );
      return Math.max(sum, 0);
    }),
  );
}

function poolOf(map) {
  const half = map.length / 2;
  return Array.from({ length: half }, (_, i) =>
    Array.from({ length: half }, (_, j) =>
      Math.max(
        map[2 * i][2 * j], map[2 * i][2 * j + 1],
        map[2 * i + 1][2 * j], map[2 * i + 1][2 * j + 1],
      ),
    ),
  );
}

/** Largest difference between `after` and `before` moved, where both have a place. */
function gapOf(before, after, down, right) {
  let gap = 0;
  after.forEach((row, i) =>
    row.forEach((value, j) => {
      const partner = before[i - down]?.[j - right];
      if (partner !== undefined) gap = Math.max(gap, Math.abs(value - partner));
    }),
  );
  return gap;
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Shift explorer");
  const sign = model.get("sign");
  const kernel = model.get("kernel");
  const weights = model.get("weights");
  const side = model.get("side");
  const beyond = model.get("beyond");
  const [startRow, startColumn] = model.get("start");
  const limits = [side - sign.length + beyond, side - sign[0].length + beyond];

  const stage = element("div", {
    class: "course-stage course-shift",
    tabindex: "0",
    role: "group",
    "aria-label": "Picture, feature map and pooled map. The arrow keys move the object.",
    onkeydown: moveByKey,
  });
  const move = (text, down, right) =>
    element("button", { type: "button", onclick: () => moveBy(down, right) }, text);
  const padding = element("input", {
    type: "checkbox", onchange: () => share(model, { zero_padding: padding.checked }),
  });
  const reset = element(
    "button",
    { type: "button", onclick: () => share(model, { row: startRow, column: startColumn }) },
    "Back to the start",
  );
  const status = element("p", { class: "course-status", role: "status" });
  el.append(
    stage,
    status,
    element(
      "div", { class: "course-controls" },
      element(
        "span", { class: "course-buttons" },
        move("Left", 0, -1), move("Right", 0, 1), move("Up", -1, 0), move("Down", 1, 0),
      ),
      labelled("Zeros around the picture (padding)", padding),
      reset,
    ),
    element(
      "p", { class: "course-note" },
      "With the focus on the grids, the arrow keys move the object. Numbers in the maps " +
        "are rounded to one decimal.",
    ),
  );

  let tables;
  let built = null;

  function moveBy(down, right) {
    const clamp = (value, most) => Math.min(Math.max(value, -beyond), most);
    share(model, {
      row: clamp(model.get("row") + down, limits[0]),
      column: clamp(model.get("column") + right, limits[1]),
    });
  }

  function moveByKey(event) {
    if (event.target !== stage) return;
    const step = {
      ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0],
    }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    moveBy(...step);
  }

  function build(ring) {
    built = ring;
    const mapSide = side - 2 + 2 * ring;
    tables = [makeTable(side), makeTable(mapSide), makeTable(mapSide / 2)];
    stage.style.setProperty("--across", side + mapSide + mapSide / 2);
    stage.style.setProperty("--signs", 2);
    const after = (table) =>
      element(
        "div", { class: "course-operand" },
        element("span", { class: "course-sign", "aria-hidden": "true" }, "\u2192"),
        table.root,
      );
    stage.replaceChildren(tables[0].root, after(tables[1]), after(tables[2]));
  }

  function update() {
    const ring = Number(model.get("zero_padding"));
    if (built !== ring) build(ring);
    const [row, column] = [model.get("row"), model.get("column")];
    const picture = drawPicture(sign, side, row, column);
    const map = mapOf(picture, kernel, ring);
    const pooled = poolOf(map);
    const firstMap = mapOf(drawPicture(sign, side, startRow, startColumn), kernel, ring);
    const top = Math.max(...firstMap.flat(), ...map.flat());
    fillTable(tables[0], "Picture", picture, greyScale());
    fillTable(tables[1], "Feature map", map, magnitudeScale(top));
    fillTable(tables[2], "Pooled map", pooled, magnitudeScale(top));

    const [down, right] = [row - startRow, column - startColumn];
    let flat = 0;
    pooled.forEach((line, i) =>
      line.forEach((value, j) => { flat += value * weights[i][j]; }),
    );
    const largest = Math.max(...pooled.flat());
    const gap = gapOf(firstMap, map, down, right);
    const follows =
      down % 2 || right % 2
        ? "moved by an odd number of pixels, so it cannot follow exactly"
        : `gap ${numberText(gapOf(poolOf(firstMap), pooled, down / 2, right / 2))}`;
    padding.checked = Boolean(ring);
    status.textContent =
      `Moved ${numberText(down)} down and ${numberText(right)} right. ` +
      `Feature map moved along: gap ${numberText(gap)}. Pooled map: ${follows}. ` +
      `Score after flattening: ${numberText(flat)}. ` +
      `Score after a global maximum: ${numberText(largest)}.`;
  }

  update();
  const unfollow = follow(model, ["row", "column", "zero_padding"], update);
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
