// Lay a filter of nine numbers over a photograph and see the feature map.

import { conv2d, extent, relu } from "./convolution.js";
import {
  css, element, follow, greyScale, inkOn, labelled, numberText, openFigure, paintChannel,
  select, share, signedScale, soft, tensorFrom,
} from "./page.js";

const OWN = "own numbers";

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Filter lab");
  const { shape, data } = tensorFrom(model.get("image"));
  const image = { shape: [...shape, 1], data };
  const filters = model.get("filters");
  let result;
  let probe = null;

  const names = [...Object.keys(filters), OWN].map((name) => [name, name]);
  const filter = select(names, model.get("filter_name"), (name) => {
    share(model, { filter_name: name, kernel: filters[name] ?? model.get("kernel") });
  });
  const inputs = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) =>
      element("input", {
        type: "number", step: "any", "aria-label": `Filter, row ${i}, column ${j}`,
        oninput: editKernel,
      }),
    ),
  );
  const kernelGrid = element(
    "div", { class: "course-grid course-weights", role: "group", "aria-label": "Filter" },
    ...inputs.flat().map((input) => element("div", { class: "course-cell" }, input)),
  );
  const stride = select([[1, 1], [2, 2]], model.get("stride"), (value) =>
    share(model, { stride: Number(value) }),
  );
  const rectify = element("input", {
    type: "checkbox", onchange: () => share(model, { relu: rectify.checked }),
  });
  const colours = select(
    [["signed", "blue below 0, red above"], ["grey", "grey, cut at 0 and 1"]],
    model.get("colours"), (value) => share(model, { colours: value }),
  );

  const before = element("canvas", { role: "img" });
  const after = element("canvas", {
    role: "application",
    tabindex: "0",
    onpointermove: probeByPointer,
    onpointerleave: () => lookAt(null),
    onkeydown: probeByKey,
    onblur: () => lookAt(null),
  });
  const beforeFrame = element("div", { class: "course-probe", hidden: true });
  const afterFrame = element("div", { class: "course-probe", hidden: true });
  const beforeText = element("figcaption", { class: "course-caption" });
  const afterText = element("figcaption", { class: "course-caption" });
  const bar = element("canvas", { class: "course-bar", width: 128, height: 1, "aria-hidden": "true" });
  const [barLow, barMiddle, barHigh] = [element("span"), element("span"), element("span")];
  const range = element("p", { class: "course-status", role: "status" });
  const probed = element("p", { class: "course-note", "aria-live": "polite" });

  const photo = (caption, canvas, frame, ...more) =>
    element(
      "figure", { class: "course-photo" }, caption,
      element("div", { class: "course-photo-ground" }, canvas, frame), ...more,
    );
  el.append(
    element(
      "div", { class: "course-controls course-filter-controls" },
      element(
        "div", { class: "course-choices" },
        labelled("Filter", filter),
        labelled("Stride", stride),
        labelled("Colours", colours),
        labelled("ReLU", rectify),
      ),
      kernelGrid,
    ),
    element(
      "div", { class: "course-photos" },
      photo(beforeText, before, beforeFrame),
      photo(
        afterText, after, afterFrame,
        element("div", { class: "course-scale" }, bar,
          element("div", { class: "course-scale-numbers", "aria-hidden": "true" }, barLow, barMiddle, barHigh)),
      ),
    ),
    range,
    probed,
  );

  function editKernel() {
    const kernel = inputs.map((row) => row.map((input) => input.valueAsNumber));
    inputs.flat().forEach((input) => {
      input.setAttribute("aria-invalid", String(!Number.isFinite(input.valueAsNumber)));
    });
    if (kernel.flat().every(Number.isFinite)) share(model, { kernel, filter_name: OWN });
  }

  /** Frame a cell of the feature map and the nine pixels that it was made of. */
  function lookAt(cell) {
    probe = cell;
    beforeFrame.hidden = afterFrame.hidden = !cell;
    if (!cell) {
      probed.textContent =
        "Point at the feature map, or focus it and press the arrow keys, to see single values.";
      return;
    }
    const [row, column] = cell;
    const [rows, columns] = result.shape;
    const step = model.get("stride");
    const [height, width] = image.shape;
    const place = (frame, top, left, size, h, w) => {
      Object.assign(frame.style, {
        top: `${(100 * top) / h}%`, left: `${(100 * left) / w}%`,
        height: `${(100 * size) / h}%`, width: `${(100 * size) / w}%`,
      });
    };
    place(afterFrame, row, column, 1, rows, columns);
    place(beforeFrame, row * step, column * step, 3, height, width);
    const value = result.data[row * columns + column];
    probed.textContent =
      `Row ${row}, column ${column} of the feature map: ${numberText(value)}, from rows ` +
      `${row * step} to ${row * step + 2} and columns ${column * step} to ` +
      `${column * step + 2} of the photograph.`;
  }

  function probeByPointer(event) {
    const [rows, columns] = result.shape;
    const box = after.getBoundingClientRect();
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const inside = row >= 0 && row < rows && column >= 0 && column < columns;
    lookAt(inside ? [row, column] : null);
  }

  function probeByKey(event) {
    const move = {
      ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0],
    }[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const [rows, columns] = result.shape;
    const step = event.shiftKey ? 10 : 1;
    const [row, column] = probe ?? [Math.floor(rows / 2), Math.floor(columns / 2)];
    const clamp = (value, size) => Math.min(Math.max(value, 0), size - 1);
    lookAt([clamp(row + step * move[0], rows), clamp(column + step * move[1], columns)]);
  }

  function update() {
    const kernel = model.get("kernel");
    const name = model.get("filter_name");
    const signed = model.get("colours") === "signed";
    const weights = { shape: [3, 3, 1, 1], data: kernel.flat() };
    result = conv2d(image, weights, [0], model.get("stride"));
    if (model.get("relu")) result = relu(result);
    const [rows, columns] = result.shape;
    const [low, high] = extent(result.data);
    const reach = Math.max(-low, high) || 1;
    const scale = signed ? signedScale(reach) : greyScale();

    [before.width, before.height] = [image.shape[1], image.shape[0]];
    paintChannel(before, image, 0, greyScale());
    [after.width, after.height] = [columns, rows];
    paintChannel(after, result, 0, scale);
    const [start, end] = signed ? [-reach, reach] : [0, 1];
    const ramp = Array.from({ length: 128 }, (_, i) => start + (i / 127) * (end - start));
    paintChannel(bar, { shape: [1, 128, 1], data: ramp }, 0, scale);
    [barLow.textContent, barMiddle.textContent, barHigh.textContent] = [
      start, (start + end) / 2, end,
    ].map((value) => numberText(value));

    const shade = signedScale(Math.max(...kernel.flat().map(Math.abs)));
    inputs.forEach((row, i) =>
      row.forEach((input, j) => {
        const rgb = soft(shade(kernel[i][j]));
        input.style.background = css(rgb);
        input.style.color = inkOn(rgb);
        if (input !== input.getRootNode().activeElement) {
          input.value = Number(kernel[i][j].toFixed(3));
        }
      }),
    );
    filter.value = name;
    stride.value = model.get("stride");
    rectify.checked = model.get("relu");
    colours.value = model.get("colours");

    const values = `${numberText(low)} to ${numberText(high)}`;
    beforeText.textContent = `Photograph, ${image.shape[0]}\u00d7${image.shape[1]}`;
    afterText.textContent = `Feature map, ${rows}\u00d7${columns}`;
    before.setAttribute("aria-label", `Grey photograph, ${image.shape[0]} by ${image.shape[1]} pixels`);
    after.setAttribute(
      "aria-label",
      `Feature map of the filter ${name}, ${rows} by ${columns}, values ${values}. ` +
        "The arrow keys read single values.",
    );
    range.textContent =
      `${name[0].toUpperCase()}${name.slice(1)}${model.get("relu") ? ", then ReLU" : ""}: ` +
      `values from ${values}.` +
      (signed ? "" : " Grey shows only 0 to 1; what lies outside is cut off.");
    lookAt(probe && probe[0] < rows && probe[1] < columns ? probe : null);
  }

  update();
  const unfollow = follow(
    model, ["kernel", "filter_name", "stride", "relu", "colours"], update,
  );
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
