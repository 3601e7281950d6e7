// Move the threshold of a detector; make what it looks for rarer.

import { drawing } from "./drawing.js";
import {
  element, follow, labelled, numberText, openFigure, select, share, tensorFrom,
} from "./page.js";

const BINS = 25;
const PLOT = { width: 560, height: 190, left: 44, right: 12, top: 10, bottom: 34 };

function percent(share) {
  const value = 100 * share;
  return `${numberText(value, value > 99 && value < 100 ? 3 : 1)} %`;
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Alarm explorer");
  const scores = tensorFrom(model.get("scores")).data;
  const labels = tensorFrom(model.get("labels")).data;
  const names = model.get("names");

  const slider = element("input", {
    type: "range", min: 0, max: 1, step: 0.01,
    oninput: () => share(model, { threshold: Number(slider.value) }),
  });
  const reading = element("span", { class: "course-reading", "aria-hidden": "true" });
  const rarity = select(
    model.get("rarities").map((n) => [
      n, n ? `one case in ${n.toLocaleString("en-GB")}` : "as often as in these cases",
    ]),
    model.get("rarity"), (value) => share(model, { rarity: Number(value) }),
  );

  const across = (score) =>
    PLOT.left + score * (PLOT.width - PLOT.left - PLOT.right);
  const floor = PLOT.height - PLOT.bottom;
  const histogram = [0, 1].map((label) => {
    const counts = new Array(BINS).fill(0);
    scores.forEach((score, i) => {
      if (labels[i] === label) counts[Math.min(Math.floor(score * BINS), BINS - 1)] += 1;
    });
    return counts;
  });
  // Heights grow with the root of the count, so that rare scores can be seen.
  const most = Math.sqrt(Math.max(...histogram.flat()));
  const up = (count) => (Math.sqrt(count) / most) * (floor - PLOT.top);
  const bars = histogram.map((counts, label) =>
    drawing(
      "g", { class: label ? "course-bars-real" : "course-bars-genuine" },
      ...counts.map((count, bin) => {
        const half = (across(1 / BINS) - across(0)) / 2;
        return drawing("rect", {
          x: across(bin / BINS) + label * half, width: half - 1,
          y: floor - up(count), height: up(count),
        });
      }),
    ),
  );
  const line = drawing("line", { y1: PLOT.top - 6, y2: floor, class: "course-threshold" });
  const axis = [0, 0.2, 0.4, 0.6, 0.8, 1].map((score) =>
    drawing(
      "text", { x: across(score), y: floor + 14, "text-anchor": "middle" }, numberText(score),
    ),
  );
  const picture = drawing(
    "svg",
    {
      viewBox: `0 0 ${PLOT.width} ${PLOT.height}`, role: "img", class: "course-histogram",
      "aria-label":
        `Histogram of the scores, from 0 to 1, of ${names[0]} and ${names[1]} cases, ` +
        "with the threshold as a line.",
    },
    ...bars,
    drawing("line", { x1: PLOT.left, x2: across(1), y1: floor, y2: floor, class: "course-axis" }),
    ...axis,
    drawing("text", { x: across(0.5), y: PLOT.height - 4, "text-anchor": "middle" }, "score"),
    line,
  );
  const legend = element(
    "p", { class: "course-note" },
    element("span", { class: "course-swatch course-swatch-genuine", "aria-hidden": "true" }), ` ${names[0]}   `,
    element("span", { class: "course-swatch course-swatch-real", "aria-hidden": "true" }), ` ${names[1]} `,
    "(heights grow with the square root of the count). A score to the right of the dashed line raises an alarm.",
  );

  const cell = () => element("td");
  const cells = { caught: cell(), missed: cell(), falseAlarms: cell(), quiet: cell() };
  const heading = (text, scope) => element("th", { scope }, text);
  const table = element(
    "table", { class: "course-counts" },
    element("caption", {}, "Counted in these cases"),
    element("tr", {}, element("td"), heading("alarm", "col"), heading("no alarm", "col")),
    element("tr", {}, heading(names[1], "row"), cells.caught, cells.missed),
    element("tr", {}, heading(names[0], "row"), cells.falseAlarms, cells.quiet),
  );
  const shares = Object.fromEntries(
    ["recall", "precision", "accuracy", "never"].map((name) => [name, cell()]),
  );
  const words = {
    recall: `recall: of the ${names[1]} cases, caught`,
    precision: "precision: of the alarms, right",
    accuracy: "accuracy: of all cases, right",
    never: "accuracy of never raising an alarm",
  };
  const report = element(
    "table", { class: "course-counts" },
    element("caption", {}, "At the chosen rarity"),
    ...Object.entries(shares).map(([name, box]) =>
      element("tr", {}, heading(words[name], "row"), box),
    ),
  );
  const status = element("p", { class: "course-status", role: "status" });

  el.append(
    element(
      "div", { class: "course-controls" },
      labelled("Threshold", slider), reading, labelled(`How rare is ${names[1]}?`, rarity),
    ),
    picture, legend,
    element("div", { class: "course-tables" }, table, report),
    status,
  );

  function update() {
    const threshold = model.get("threshold");
    const rare = model.get("rarity");
    const counts = { caught: 0, missed: 0, falseAlarms: 0, quiet: 0 };
    const limit = Math.fround(threshold);
    scores.forEach((score, i) => {
      const alarm = score > limit;
      if (labels[i] === 1) counts[alarm ? "caught" : "missed"] += 1;
      else counts[alarm ? "falseAlarms" : "quiet"] += 1;
    });
    const real = counts.caught + counts.missed;
    const genuine = counts.falseAlarms + counts.quiet;
    const base = rare ? 1 / rare : real / (real + genuine);
    const recall = counts.caught / real;
    const falseRate = counts.falseAlarms / genuine;
    const alarms = base * recall + (1 - base) * falseRate;
    const values = {
      recall,
      precision: alarms ? (base * recall) / alarms : 0,
      accuracy: base * recall + (1 - base) * (1 - falseRate),
      never: 1 - base,
    };
    slider.value = threshold;
    slider.setAttribute("aria-valuetext", numberText(threshold));
    reading.textContent = numberText(threshold);
    rarity.value = rare;
    line.setAttribute("x1", across(threshold));
    line.setAttribute("x2", across(threshold));
    for (const [name, count] of Object.entries(counts)) {
      cells[name].textContent = count.toLocaleString("en-GB");
    }
    for (const [name, value] of Object.entries(values)) {
      shares[name].textContent = percent(value);
    }
    const better = values.accuracy > values.never ? "more" : "less";
    const judged = Math.abs(values.accuracy - values.never) < 1e-9
      ? "as often as a detector that never raises an alarm"
      : `${better} often than a detector that never raises an alarm`;
    status.textContent = alarms
      ? `Of 100 alarms ${numberText(100 * values.precision, 1)} are right. ` +
        `The detector is right ${judged}.`
      : "No case raises an alarm, so there is no precision; it is shown as 0.";
  }

  update();
  const unfollow = follow(model, ["threshold", "rarity"], update);
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
