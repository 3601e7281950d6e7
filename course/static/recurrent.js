// The arithmetic of the recurrent figures, without any drawing.
//
// A vector is an array of numbers, a matrix an array of rows, as in NumPy.

/** Multiply a vector with each column of a matrix and add up. */
export function timesMatrix(vector, matrix) {
  return matrix[0].map((_, column) =>
    vector.reduce((total, value, row) => total + value * matrix[row][column], 0),
  );
}

/** Take one step of a simple cell; `terms` says which of the three are used. */
export function simpleStep(inputs, state, weights, terms) {
  const none = weights.bias.map(() => 0);
  const fromInput = terms.input ? timesMatrix(inputs, weights.kernel) : none;
  const fromState = terms.state ? timesMatrix(state, weights.recurrentKernel) : none;
  const bias = terms.bias ? weights.bias : none;
  const sum = bias.map((value, i) => fromInput[i] + fromState[i] + value);
  return { before: state, fromInput, fromState, bias, sum, after: sum.map(Math.tanh) };
}

/** Take all steps of a sequence, from a state of zeros. */
export function simpleSequence(sequence, weights, terms) {
  const steps = [];
  let state = weights.bias.map(() => 0);
  for (const inputs of sequence) {
    steps.push(simpleStep(inputs, state, weights, terms));
    state = steps[steps.length - 1].after;
  }
  return steps;
}

/** Multiply two matrices. */
export function matrixProduct(first, second) {
  return first.map((row) => timesMatrix(row, second));
}

/** The largest factor by which a matrix stretches a vector (the spectral norm). */
export function largestStretch(matrix) {
  const transposed = matrix[0].map((_, column) => matrix.map((row) => row[column]));
  const size = Math.max(...matrix.flat().map(Math.abs));
  if (!(size > 0)) return 0;
  // Scaled, so that tiny and huge matrices keep their digits; squared twelve times,
  // so that 2^12 rounds of the power method are done at once.
  let gram = matrixProduct(
    transposed.map((row) => row.map((value) => value / size)),
    matrix.map((row) => row.map((value) => value / size)),
  );
  const first = gram;
  for (let i = 0; i < 12; i++) {
    gram = matrixProduct(gram, gram);
    const top = Math.max(...gram.flat().map(Math.abs));
    if (!(top > 0)) break;
    gram = gram.map((row) => row.map((value) => value / top));
  }
  const length = (vector) => Math.sqrt(vector.reduce((total, v) => total + v * v, 0));
  // The longest column of the power points along the direction that is stretched most.
  const columns = gram[0].map((_, column) => gram.map((row) => row[column]));
  const best = columns.reduce((a, b) => (length(b) > length(a) ? b : a));
  const unit = best.map((value) => value / length(best));
  const stretched = timesMatrix(unit, first);
  return size * Math.sqrt(unit.reduce((total, v, i) => total + v * stretched[i], 0));
}

/** Norm of the product of Jacobians between the last state and each one before it. */
export function normsByLag(inputs, kernel, rotation, factor, strength, bent) {
  const recurrentKernel = rotation.map((row) => row.map((value) => factor * value));
  const weights = { kernel, recurrentKernel, bias: kernel[0].map(() => 0) };
  const all = { input: true, state: true, bias: true };
  const sequence = inputs.map((row) => row.map((value) => strength * value));
  const states = simpleSequence(sequence, weights, all).map((step) => step.after);
  let product = rotation.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  const norms = [1];
  for (let step = states.length - 1; step > 0; step--) {
    const slopes = states[step].map((value) => (bent ? 1 - value * value : 1));
    const jacobian = slopes.map((slope, i) =>
      recurrentKernel.map((row) => slope * row[i]),
    );
    product = matrixProduct(product, jacobian);
    norms.push(largestStretch(product));
  }
  return norms;
}

/** Run one unit of an LSTM whose gates and candidates are given for each step. */
export function lstmMemories(candidate, inputGate, forgetGate, outputGate) {
  const carries = [];
  const states = [];
  let carry = 0;
  candidate.forEach((value, step) => {
    carry = forgetGate[step] * carry + inputGate[step] * value;
    carries.push(carry);
    states.push(outputGate[step] * Math.tanh(carry));
  });
  return { carries, states };
}

/** Write a positive number with two digits, in powers of ten where it is far from 1. */
export function magnitudeText(value) {
  if (value === 0) return "0";
  if (value >= 0.01 && value < 1000) return String(Number(value.toPrecision(2)));
  const [digits, power] = value.toExponential(1).split("e");
  return `${Number(digits)}e${power.replace("+", "").replace("-", "\u2212")}`;
}

/** Which cells there are, and which have an input, an output, an answer fed back. */
export function layoutOf(kind, steps, otherSteps) {
  const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
  const layouts = {
    "one to one": { cells: 1, inputs: [0], outputs: [0], fedBack: [], decoder: [] },
    "one to many": {
      cells: otherSteps, inputs: [0], outputs: range(0, otherSteps),
      fedBack: range(0, otherSteps - 1), decoder: [],
    },
    "many to one": {
      cells: steps, inputs: range(0, steps), outputs: [steps - 1], fedBack: [],
      decoder: [],
    },
    "many to many, aligned": {
      cells: steps, inputs: range(0, steps), outputs: range(0, steps), fedBack: [],
      decoder: [],
    },
    "many to many, encoder\u2013decoder": {
      cells: steps + otherSteps, inputs: range(0, steps),
      outputs: range(steps, steps + otherSteps),
      fedBack: range(steps, steps + otherSteps - 1),
      decoder: range(steps, steps + otherSteps),
    },
  };
  return layouts[kind];
}

/** The shapes of one example that go in and come out, as Python writes them. */
export function shapesOf(kind, steps, otherSteps, features, outputs) {
  const one = (size) => `(${size},)`;
  const many = (length, size) => `(${length}, ${size})`;
  const timeIn = kind.startsWith("many");
  const timeOut = kind.includes("to many");
  const length = kind.endsWith("aligned") ? steps : otherSteps;
  return {
    input: timeIn ? many(steps, features) : one(features),
    output: timeOut ? many(length, outputs) : one(outputs),
  };
}
