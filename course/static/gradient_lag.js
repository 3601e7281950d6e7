// How strongly the last state depends on earlier ones, for any recurrent weight.

import { drawing } from "./drawing.js";
import { magnitudeText, normsByLag } from "./recurrent.js";
import { element, follow, labelled, newId, openFigure, share } from "./page.js";

const WIDTH = 700;
const HEIGHT = 300;
const LEFT = 64;
const RIGHT = 690;
const TOP = 14;
const BOTTOM = 250;
const LOWEST = -12; // powers of ten
const HIGHEST = 8;

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Gradient against lag");
  const inputs = model.get("inputs");
  const last = inputs.length - 1;
  const x = (lag) => LEFT + ((RIGHT - LEFT) * lag) / last;
  const y = (norm) => {
    const power = norm > 0 ? Math.log10(norm) : LOWEST;
    const part = (Math.min(Math.max(power, LOWEST), HIGHEST) - LOWEST) / (HIGHEST - LOWEST);
    return BOTTOM - (BOTTOM - TOP) * part;
  };

  const titleId = newId();
  const picture = drawing("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "course-drawing", role: "img",
    "aria-labelledby": titleId,
  });
  const title = drawing("title", { id: titleId });
  picture.append(title);
  for (let power = LOWEST; power <= HIGHEST; power += 4) {
    const height = y(10 ** power);
    picture.append(
      drawing("line", {
        x1: LEFT, x2: RIGHT, y1: height, y2: height,
        class: power === 0 ? "course-rule course-rule-one" : "course-rule",
      }),
      drawing(
        "text", { x: LEFT - 8, y: height + 4, "text-anchor": "end" },
        power === 0 ? "1" : `1e${String(power).replace("-", "\u2212")}`,
      ),
    );
  }
  for (let lag = 0; lag <= last; lag += 10) {
    picture.append(
      drawing("text", { x: x(lag), y: BOTTOM + 18, "text-anchor": "middle" }, String(lag)),
    );
  }
  picture.append(
    drawing(
      "text", { x: (LEFT + RIGHT) / 2, y: HEIGHT - 10, "text-anchor": "middle" },
      "lag: steps back from the last state",
    ),
  );
  const curves = {
    linear: drawing("path", { class: "course-curve course-curve-linear" }),
    tanh: drawing("path", { class: "course-curve course-curve-tanh" }),
  };
  const marks = {
    linear: drawing("rect", { width: 9, height: 9, class: "course-mark-linear" }),
    tanh: drawing("circle", { r: 5.5, class: "course-mark-tanh" }),
  };
  const pointer = drawing("line", { y1: TOP, y2: BOTTOM, class: "course-pointer" });
  picture.append(pointer, curves.linear, curves.tanh, marks.linear, marks.tanh);

  const range = (name, min, max, step) => {
    const slider = element("input", {
      type: "range", min, max, step, value: model.get(name),
      oninput: () => share(model, { [name]: Number(slider.value) }),
    });
    return slider;
  };
  const factor = range("factor", 0.1, 2.5, 0.05);
  const strength = range("strength", 0, 2, 0.1);
  const lag = range("lag", 0, last, 1);
  const status = element("p", { class: "course-status", role: "status" });
  const key = element(
    "p", { class: "course-note" },
    "Solid line and circle: with tanh. Dashed line and square: without (linear). " +
      "The axis is logarithmic; what is outside of it is drawn at its edge.",
  );
  el.append(
    picture, status,
    element(
      "div", { class: "course-controls" },
      labelled("Recurrent weight", factor), labelled("Strength of the inputs", strength),
      labelled("Lag to read", lag),
    ),
    key,
  );

  function update() {
    const now = {
      factor: model.get("factor"), strength: model.get("strength"), lag: model.get("lag"),
    };
    const norms = {};
    for (const name of ["linear", "tanh"]) {
      norms[name] = normsByLag(
        inputs, model.get("kernel"), model.get("rotation"), now.factor, now.strength,
        name === "tanh",
      );
      curves[name].setAttribute(
        "d",
        norms[name].map((norm, i) => `${i ? "L" : "M"}${x(i)} ${y(norm)}`).join(""),
      );
    }
    const [across, tanh, linear] = [
      x(now.lag), norms.tanh[now.lag], norms.linear[now.lag],
    ];
    pointer.setAttribute("x1", across);
    pointer.setAttribute("x2", across);
    marks.tanh.setAttribute("cx", across);
    marks.tanh.setAttribute("cy", y(tanh));
    marks.linear.setAttribute("x", across - 4.5);
    marks.linear.setAttribute("y", y(linear) - 4.5);
    factor.value = now.factor;
    strength.value = now.strength;
    lag.value = now.lag;
    factor.setAttribute("aria-valuetext", now.factor.toFixed(2));
    strength.setAttribute("aria-valuetext", now.strength.toFixed(1));
    const verdict =
      tanh < 0.01 ? "It vanishes." : tanh > 100 ? "It explodes." : "It gets through.";
    const words =
      `Recurrent weight ${now.factor.toFixed(2)}, inputs times ${now.strength.toFixed(1)}: ` +
      `${now.lag} steps back the norm is ${magnitudeText(tanh)} with tanh and ` +
      `${magnitudeText(linear)} without.`;
    status.textContent = `${words} ${verdict}`;
    title.textContent = `Line plot of the norm against the lag. ${words}`;
  }

  update();
  const unfollow = follow(model, ["factor", "strength", "lag"], update);
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
