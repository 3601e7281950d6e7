// Ask about the data one question at a time, then advise an architecture and say why.

import { element, follow, openFigure, share } from "./page.js";

/** The key of the question or the advice that a path leads to. */
function keyAt(questions, first, path) {
  return path.reduce((key, chosen) => questions[key].options[chosen][1], first);
}

function render({ model, el }) {
  const closeFigure = openFigure(model, el, "Chooser for an architecture");
  const questions = model.get("questions");
  const advices = model.get("advices");
  const first = model.get("first_question");

  const trail = element("ol", { class: "course-trail", "aria-label": "Your answers" });
  const status = element("div", { class: "course-question", role: "status" });
  const options = element("div", { class: "course-options", role: "group" });
  const back = element(
    "button",
    { type: "button", onclick: () => goTo(model.get("path").slice(0, -1)) },
    "Back",
  );
  const again = element(
    "button", { type: "button", onclick: () => goTo([]) }, "Start again",
  );
  el.append(
    trail,
    status,
    options,
    element("div", { class: "course-controls" }, back, again),
    element(
      "p", { class: "course-note" },
      "Tab and Enter choose; the keys 1, 2, 3 choose while an option has the focus.",
    ),
  );

  function goTo(path) {
    const hadFocus = el.contains(el.getRootNode().activeElement);
    share(model, { path });
    update();
    if (hadFocus) (options.querySelector("button") ?? again).focus();
  }

  options.addEventListener("keydown", (event) => {
    const buttons = [...options.querySelectorAll("button")];
    const at = buttons.indexOf(event.target);
    const to = {
      ArrowDown: buttons[Math.min(at + 1, buttons.length - 1)],
      ArrowUp: buttons[Math.max(at - 1, 0)],
    }[event.key];
    const chosen = /^[1-9]$/.test(event.key) ? buttons[Number(event.key) - 1] : undefined;
    if (!to && !chosen) return;
    event.preventDefault();
    event.stopPropagation();
    if (to) to.focus();
    else chosen.click();
  });

  function update() {
    const path = model.get("path");
    const key = keyAt(questions, first, path);
    trail.replaceChildren(
      ...path.map((chosen, step) => {
        const asked = questions[keyAt(questions, first, path.slice(0, step))];
        return element(
          "li", {}, `${asked.text} `, element("strong", {}, asked.options[chosen][0]),
        );
      }),
    );
    trail.hidden = path.length === 0;
    back.disabled = again.disabled = path.length === 0;
    if (key in advices) {
      const advice = advices[key];
      status.replaceChildren(
        element("p", { class: "course-advice-title" }, advice.title),
        element("p", {}, element("strong", {}, "Why: "), advice.because),
        element("p", {}, element("strong", {}, "In Keras: "), advice.layers),
        element(
          "p", { class: "course-simpler" },
          element("strong", {}, "A simpler model first: "), `${advice.first}.`,
        ),
      );
      options.replaceChildren();
      return;
    }
    const question = questions[key];
    status.replaceChildren(
      element("p", { class: "course-advice-title" }, question.text),
      element("p", {}, question.why),
    );
    options.setAttribute("aria-label", question.text);
    options.replaceChildren(
      ...question.options.map(([text], index) =>
        element(
          "button",
          { type: "button", onclick: () => goTo([...model.get("path"), index]) },
          `${index + 1}  ${text}`,
        )),
    );
  }

  update();
  const unfollow = follow(model, ["path"], update);
  return () => {
    unfollow();
    closeFigure();
  };
}

export default { render };
