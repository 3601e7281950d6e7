// A picture's way through the network; every number shows where it came from.

import { conv2d, dense, extent, maxPool2d, relu, softmax, trace } from "./convolution.js";
import {
  css, element, follow, greyScale, magnitudeScale, numberText, openFigure, paintChannel,
  share, signedScale, tensorFrom,
} from "./page.js";

const GAP = 6; // CSS pixels between maps
const ARROWS = {
  ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0],
};

/**
 * One canvas that shows all channels of a stage, with frames drawn over them.
 *
 * `look(place)` is called when the pointer or the arrow keys reach a cell, with
 * `keep` true where the reader chose it on purpose.
 */
function makeMaps(stage, shape, side, across, look) {
  const [rows, columns, channels] = shape;
  const maps = stage === "picture" ? 1 : channels;
  const down = Math.ceil(maps / across);
  const high = Math.round((side * rows) / Math.max(rows, columns));
  const wide = Math.round((side * columns) / Math.max(rows, columns));
  const width = across * wide + (across - 1) * GAP;
  const height = down * high + (down - 1) * GAP;
  const density = Math.max(2, window.devicePixelRatio || 1);
  const canvas = element("canvas", {
    class: "course-maps", role: "application", tabindex: "0",
    width: width * density, height: height * density,
    onpointermove: (event) => {
      const place = under(event);
      if (place) look(place, false);
    },
    onclick: (event) => {
      const place = under(event);
      if (place) look(place, true);
    },
    onfocus: () => look({ stage, ...current }, true),
    onkeydown: moveByKey,
  });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const context = canvas.getContext("2d");
  let current = { row: Math.floor(rows / 2), column: Math.floor(columns / 2), map: 0 };

  const corner = (map) => [
    (map % across) * (wide + GAP), Math.floor(map / across) * (high + GAP),
  ];

  function under(event) {
    const box = canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    const map =
      Math.floor(y / (high + GAP)) * across + Math.floor(x / (wide + GAP));
    const [left, top] = corner(map);
    const row = Math.floor(((y - top) / high) * rows);
    const column = Math.floor(((x - left) / wide) * columns);
    if (map >= maps || row < 0 || row >= rows || column < 0 || column >= columns) {
      return null;
    }
    return { stage, row, column, map };
  }

  /** Arrows move inside a map and, across its edge, on to the next map. */
  function moveByKey(event) {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    let { row, column, map } = current;
    row += step[0];
    column += step[1];
    const jump = (by) => map + by >= 0 && map + by < maps;
    if (row >= rows && jump(across)) [row, map] = [0, map + across];
    if (row < 0 && jump(-across)) [row, map] = [rows - 1, map - across];
    if (column >= columns && across > 1 && (map + 1) % across && jump(1)) {
      [column, map] = [0, map + 1];
    }
    if (column < 0 && map % across) [column, map] = [columns - 1, map - 1];
    row = Math.min(Math.max(row, 0), rows - 1);
    column = Math.min(Math.max(column, 0), columns - 1);
    look({ stage, row, column, map }, true);
  }

  let painted = [];

  function paint(tensor, scale) {
    painted = Array.from({ length: maps }, (_, map) => {
      const small = element("canvas", { width: columns, height: rows });
      paintChannel(small, tensor, map, scale);
      return small;
    });
  }

  function frame(rectangle) {
    context.setTransform(density, 0, 0, density, 0, 0);
    context.imageSmoothingEnabled = false;
    context.clearRect(0, 0, width, height);
    for (let map = 0; map < maps; map++) {
      const [left, top] = corner(map);
      context.drawImage(painted[map], left, top, wide, high);
      if (!rectangle) continue;
      if (rectangle.map !== null && rectangle.map !== map && maps > 1) continue;
      const x = left + (rectangle.left / columns) * wide;
      const y = top + (rectangle.top / rows) * high;
      const w = (rectangle.width / columns) * wide;
      const h = (rectangle.height / rows) * high;
      // White around vermilion: one of the two stands out on any colour.
      for (const [colour, line] of [["#fff", 4], ["#d55e00", 2]]) {
        context.strokeStyle = colour;
        context.lineWidth = line;
        context.strokeRect(
          Math.max(x, left + 1), Math.max(y, top + 1),
          Math.min(w, wide - 2), Math.min(h, high - 2),
        );
      }
    }
  }

  const setCurrent = ({ row, column, map }) => {
    current = { row, column, map };
  };
  return { canvas, paint, frame, setCurrent };
}

/** The flattened vector as a thin upright strip. */
function makeStrip(length, height, look) {
  const width = 26;
  const density = Math.max(2, window.devicePixelRatio || 1);
  let current = 0;
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    const index = Math.floor(((event.clientY - box.top) / box.height) * length);
    return { stage: "vector", index: Math.min(Math.max(index, 0), length - 1) };
  };
  const canvas = element("canvas", {
    class: "course-maps", role: "application", tabindex: "0",
    width: width * density, height: height * density,
    onpointermove: (event) => look(at(event), false),
    onclick: (event) => look(at(event), true),
    onfocus: () => look({ stage: "vector", index: current }, true),
    onkeydown: (event) => {
      const step = ARROWS[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const index = Math.min(Math.max(current + step[0] + step[1], 0), length - 1);
      look({ stage: "vector", index }, true);
    },
  });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const context = canvas.getContext("2d");
  let painted;

  function paint(vector, scale) {
    painted = element("canvas", { width: 1, height: length });
    paintChannel(painted, { shape: [length, 1, 1], data: vector }, 0, scale);
  }

  function frame(marked) {
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    context.drawImage(painted, 0, 0, width, height);
    if (!marked) return;
    const y = ((marked.index + 0.5) / length) * height;
    context.fillStyle = "#fff";
    context.fillRect(0, y - 3, width, 6);
    context.fillStyle = "#d55e00";
    context.fillRect(0, y - 1.5, width, 3);
  }

  const setCurrent = ({ index }) => {
    current = index;
  };
  return { canvas, paint, frame, setCurrent };
}

/** The classes as bars; the group takes the arrow keys. */
function makeBars(names, truthOf, look) {
  let current = 0;
  const rows = names.map((name, index) => {
    const bar = element("span", { class: "course-class-bar" });
    const value = element("span", { class: "course-class-value" });
    const label = element("span", { class: "course-class-name" }, name);
    const root = element(
      "div",
      {
        class: "course-class", role: "listitem",
        onpointermove: () => look({ stage: "classes", index }, false),
        onclick: () => look({ stage: "classes", index }, true),
      },
      label, element("span", { class: "course-class-track" }, bar), value,
    );
    return { root, bar, value, label };
  });
  const canvas = element(
    "div",
    {
      class: "course-classes", role: "list", tabindex: "0",
      onfocus: () => look({ stage: "classes", index: current }, true),
      onkeydown: (event) => {
        const step = ARROWS[event.key];
        if (!step) return;
        event.preventDefault();
        event.stopPropagation();
        const index = current + step[0] + step[1];
        if (index >= 0 && index < names.length) look({ stage: "classes", index }, true);
      },
    },
    ...rows.map((row) => row.root),
  );

  function paint(probabilities) {
    const guess = probabilities.indexOf(Math.max(...probabilities));
    rows.forEach(({ root, bar, value, label }, index) => {
      const marks = [];
      if (index === guess) marks.push("guess");
      if (index === truthOf()) marks.push("truth");
      bar.style.width = `${100 * probabilities[index]}%`;
      value.textContent =
        probabilities[index] < 0.005 ? "<0.01" : numberText(probabilities[index]);
      label.textContent = names[index] + (marks.length ? ` (${marks.join(", ")})` : "");
      root.classList.toggle("course-guess", index === guess);
    });
  }

  function frame(marked) {
    rows.forEach(({ root }, index) =>
      root.classList.toggle("course-marked", marked?.index === index),
    );
  }

  const setCurrent = ({ index }) => {
    current = index;
  };
  return { canvas, paint, frame, setCurrent };
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Pipeline explorer");
  const images = tensorFrom(model.get("images"));
  const kernels = tensorFrom(model.get("conv_kernels"));
  const convBias = tensorFrom(model.get("conv_bias")).data;
  const weights = tensorFrom(model.get("dense_weights"));
  const denseBias = tensorFrom(model.get("dense_bias")).data;
  const classNames = model.get("class_names");
  const labels = model.get("labels");
  const pool = model.get("pool_size");
  const [count, height, width, channels] = images.shape;
  const [kernelHeight, kernelWidth, , filters] = kernels.shape;
  const shapes = {
    picture: [height, width, channels],
    convolution: [height - kernelHeight + 1, width - kernelWidth + 1, filters],
  };
  shapes.relu = shapes.convolution;
  shapes.pooling = [
    Math.floor(shapes.relu[0] / pool), Math.floor(shapes.relu[1] / pool), filters,
  ];
  let values;

  const picture = (index) => {
    const size = height * width * channels;
    return {
      shape: shapes.picture, data: images.data.subarray(index * size, (index + 1) * size),
    };
  };
  const nameOf = (index) =>
    labels.length ? classNames[labels[index]] : `picture ${index}`;

  const thumbnails = Array.from({ length: count }, (_, index) => {
    const canvas = element("canvas", { width, height, "aria-hidden": "true" });
    paintPicture(canvas, picture(index));
    return element(
      "button",
      {
        type: "button", class: "course-thumbnail", "aria-label": `Picture ${index}: ${nameOf(index)}`,
        onclick: () => share(model, { picture: index }),
      },
      canvas, element("span", { "aria-hidden": "true" }, nameOf(index)),
    );
  });

  const across = filters > 4 ? 2 : 1;
  const side = filters > 4 ? 42 : 72;
  const total = Math.ceil(filters / across) * (side + GAP) - GAP;
  const stages = {
    picture: makeMaps("picture", shapes.picture, 100, 1, look),
    convolution: makeMaps("convolution", shapes.convolution, side, across, look),
    relu: makeMaps("relu", shapes.relu, side, across, look),
    pooling: makeMaps("pooling", shapes.pooling, side, across, look),
    vector: makeStrip(weights.shape[0], Math.max(total, 200), look),
    classes: makeBars(classNames, () => labels[model.get("picture")], look),
  };
  const titles = {
    picture: ["Picture", shapes.picture],
    convolution: ["1 Convolution", shapes.convolution],
    relu: ["2 ReLU", shapes.relu],
    pooling: ["3 Pooling", shapes.pooling],
    vector: ["4 Flatten", [weights.shape[0]]],
    classes: ["5 Dense and softmax", [classNames.length]],
  };
  const ranges = {};
  const columns = Object.entries(stages).map(([stage, { canvas }]) => {
    const [title, shape] = titles[stage];
    canvas.setAttribute(
      "aria-label", `${title}, shape ${shape.join(" by ")}. The arrow keys move from number to number.`,
    );
    ranges[stage] = element("div", { class: "course-range", "aria-hidden": "true" });
    return element(
      "div", { class: `course-column course-column-${stage}` },
      element(
        "div", { class: "course-caption" }, title,
        element("span", { class: "course-shape" }, shape.join("\u00d7")),
      ),
      canvas, ranges[stage],
    );
  });
  const status = element("p", { class: "course-status", role: "status" });
  el.append(
    element("div", { class: "course-thumbnails", role: "group", "aria-label": "Choose a picture" }, ...thumbnails),
    element("div", { class: "course-pipeline" }, ...columns),
    status,
    element(
      "p", { class: "course-note" },
      "Point at a number, or move to a step with Tab and press the arrow keys: frames show what it was computed from, and where it goes.",
    ),
  );

  function paintPicture(canvas, tensor) {
    if (tensor.shape[2] === 1) {
      paintChannel(canvas, tensor, 0, greyScale());
      return;
    }
    const context = canvas.getContext("2d");
    const pixels = context.createImageData(width, height);
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < 3; c++) pixels.data[4 * i + c] = 255 * tensor.data[3 * i + c];
      pixels.data[4 * i + 3] = 255;
    }
    context.putImageData(pixels, 0, 0);
  }

  function showRange(stage, low, high, scale) {
    const stops = Array.from({ length: 9 }, (_, i) => css(scale(low + (i / 8) * (high - low))));
    const ramp = element("span", { class: "course-ramp" });
    ramp.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
    ranges[stage].replaceChildren(
      ramp, element("span", {}, numberText(low, 1)), element("span", {}, numberText(high, 1)),
    );
  }

  function compute() {
    const index = model.get("picture");
    const convolution = conv2d(picture(index), kernels, convBias);
    const rectified = relu(convolution);
    const pooled = maxPool2d(rectified, pool);
    const scores = dense(pooled.data, weights, denseBias);
    const probabilities = softmax(scores);
    values = {
      picture: picture(index), convolution, relu: rectified, pooling: pooled,
      vector: pooled.data, scores, probabilities,
    };
    const [low, high] = extent(convolution.data);
    const reach = Math.max(-low, high);
    const top = extent(rectified.data)[1];
    const [signed, magnitude] = [signedScale(reach), magnitudeScale(top)];
    stages.picture.paint(values.picture, greyScale());
    stages.convolution.paint(convolution, signed);
    stages.relu.paint(rectified, magnitude);
    stages.pooling.paint(pooled, magnitude);
    stages.vector.paint(pooled.data, magnitude);
    stages.classes.paint(probabilities);
    showRange("picture", 0, 1, greyScale());
    showRange("convolution", -reach, reach, signed);
    showRange("relu", 0, top, magnitude);
    showRange("pooling", 0, top, magnitude);
    thumbnails.forEach((button, i) =>
      button.setAttribute("aria-pressed", String(i === index)),
    );
    show(model.get("selected"));
  }

  function look(place, keep) {
    if (keep) share(model, { selected: place });
    else show(place);
  }

  function show(place) {
    const found = place.stage
      ? trace(place, shapes, [kernelHeight, kernelWidth], pool)
      : {};
    if (place.stage === "classes") found.classes = place;
    for (const [stage, drawn] of Object.entries(stages)) drawn.frame(found[stage]);
    if (!place.stage) {
      const guess = values.probabilities.indexOf(Math.max(...values.probabilities));
      status.textContent =
        `The network's guess is ${classNames[guess]}, with probability ` +
        `${numberText(values.probabilities[guess])}.`;
      return;
    }
    status.textContent = inWords(place, found);
  }

  function inWords(place, found) {
    const span = (start, size) =>
      size === 1 ? `${start}` : `${start} to ${start + size - 1}`;
    const cells = (box) =>
      `row${box.height > 1 ? "s" : ""} ${span(box.top, box.height)}, ` +
      `column${box.width > 1 ? "s" : ""} ${span(box.left, box.width)}`;
    const at = (tensor, { row, column, map }) =>
      tensor.data[(row * tensor.shape[1] + column) * tensor.shape[2] + map];
    const where = `row ${place.row}, column ${place.column}`;
    const goes = found.vector ? ` It goes to index ${found.vector.index} of the vector.` : "";
    const map = filters > 1 ? ` map ${place.map},` : "";
    switch (place.stage) {
      case "picture": {
        const value = channels === 1
          ? numberText(at(values.picture, { ...place, map: 0 }))
          : [0, 1, 2].map((c) => numberText(at(values.picture, { ...place, map: c }))).join(", ");
        return `Picture, ${where}: ${value}. It is seen by the cells at ${cells(found.convolution)} of every feature map.`;
      }
      case "convolution":
        return (
          `Convolution,${map} ${where}: ${numberText(at(values.convolution, place))}, the bias ` +
          `${numberText(convBias[place.map])} plus ${kernelHeight * kernelWidth * channels} products ` +
          `with the picture at ${cells(found.picture)}.${goes}`.replace(
            " It goes to", " After ReLU and pooling it can reach",
          )
        );
      case "relu":
        return (
          `ReLU,${map} ${where}: ${numberText(at(values.relu, place))}, the larger of 0 and ` +
          `${numberText(at(values.convolution, place))}.`
        );
      case "pooling":
        return (
          `Pooling,${map} ${where}: ${numberText(at(values.pooling, place))}, the largest of ` +
          `the rectified map at ${cells(found.relu)}. It sees the picture at ` +
          `${cells(found.picture)}.${goes}`
        );
      case "vector": {
        const box = found.pooling;
        return (
          `Vector, index ${place.index}: ${numberText(values.vector[place.index])}, from pooled ` +
          `map ${box.map}, row ${box.top}, column ${box.left}.`
        );
      }
      default:
        return (
          `${classNames[place.index]}: score ${numberText(values.scores[place.index])}, ` +
          `probability ${numberText(values.probabilities[place.index], 3)}. The score is the bias ` +
          `${numberText(denseBias[place.index])} plus ${weights.shape[0]} products with the vector, ` +
          "so every pixel has a part in it."
        );
    }
  }

  const selectedChanged = () => {
    const place = model.get("selected");
    if (place.stage) stages[place.stage].setCurrent(place);
    show(place);
  };
  el.addEventListener("pointerleave", () => show(model.get("selected")));
  compute();
  const unfollow = [
    follow(model, ["picture"], compute),
    follow(model, ["selected"], selectedChanged),
  ];
  return () => [...unfollow, closeFigure].forEach((end) => end());
}

export default { render };
