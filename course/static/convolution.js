// The arithmetic of the interactive figures, without any drawing.
//
// A matrix is an array of rows. A tensor is {shape: [height, width, channels],
// data}, its numbers row by row with the channel changing fastest, as in NumPy.

/** Put `padding` rings of zeros around a matrix. */
export function padMatrix(matrix, padding) {
  const width = matrix[0].length + 2 * padding;
  const zeros = () => new Array(width).fill(0);
  const ring = () => Array.from({ length: padding }, zeros);
  const side = new Array(padding).fill(0);
  return [...ring(), ...matrix.map((row) => [...side, ...row, ...side]), ...ring()];
}

/** Turn a kernel by 180 degrees, which makes cross-correlation a convolution. */
export function turnKernel(kernel) {
  return kernel.map((row) => [...row].reverse()).reverse();
}

/** Count the window positions along one axis. */
export function outputSize(size, kernelSize, stride, padding) {
  return Math.floor((size + 2 * padding - kernelSize) / stride) + 1;
}

/** Multiply a kernel with the window at `top`, `left` of a padded matrix. */
export function windowAt(padded, kernel, top, left) {
  const pixels = kernel.map((row, i) => row.map((_, j) => padded[top + i][left + j]));
  const products = kernel.map((row, i) =>
    row.map((weight, j) => weight * pixels[i][j] + 0),
  );
  const sum = products.flat().reduce((total, product) => total + product, 0);
  return { pixels, products, sum };
}

/** Slide a kernel over a matrix, one sum of products for each window. */
export function correlate(matrix, kernel, stride = 1, padding = 0) {
  const padded = padMatrix(matrix, padding);
  const rows = outputSize(matrix.length, kernel.length, stride, padding);
  const columns = outputSize(matrix[0].length, kernel[0].length, stride, padding);
  return Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column) => windowAt(padded, kernel, row * stride, column * stride).sum,
    ),
  );
}

/**
 * Slide every filter over a tensor, without padding.
 *
 * @param image tensor of shape [height, width, channels]
 * @param kernels {shape: [kernel height, kernel width, channels, filters], data}
 * @param bias one number for each filter
 */
export function conv2d(image, kernels, bias, stride = 1) {
  const [height, width, channels] = image.shape;
  const [kernelHeight, kernelWidth, , filters] = kernels.shape;
  const rows = outputSize(height, kernelHeight, stride, 0);
  const columns = outputSize(width, kernelWidth, stride, 0);
  const data = new Float64Array(rows * columns * filters);
  let place = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let filter = 0; filter < filters; filter++) {
        let sum = bias[filter];
        for (let i = 0; i < kernelHeight; i++) {
          for (let j = 0; j < kernelWidth; j++) {
            const pixel = ((row * stride + i) * width + column * stride + j) * channels;
            const weight = (i * kernelWidth + j) * channels * filters + filter;
            for (let channel = 0; channel < channels; channel++) {
              sum +=
                image.data[pixel + channel] * kernels.data[weight + channel * filters];
            }
          }
        }
        data[place++] = sum;
      }
    }
  }
  return { shape: [rows, columns, filters], data };
}

/** Replace every negative number by 0. */
export function relu(tensor) {
  return { shape: tensor.shape, data: tensor.data.map((value) => Math.max(0, value)) };
}

/** Take the largest number of each window; windows do not overlap. */
export function maxPool2d(tensor, size) {
  const [height, width, channels] = tensor.shape;
  const rows = Math.floor(height / size);
  const columns = Math.floor(width / size);
  const data = new Float64Array(rows * columns * channels).fill(-Infinity);
  for (let row = 0; row < rows * size; row++) {
    for (let column = 0; column < columns * size; column++) {
      const cell = Math.floor(row / size) * columns + Math.floor(column / size);
      for (let channel = 0; channel < channels; channel++) {
        const value = tensor.data[(row * width + column) * channels + channel];
        const place = cell * channels + channel;
        if (value > data[place]) data[place] = value;
      }
    }
  }
  return { shape: [rows, columns, channels], data };
}

/**
 * Give each class its score: bias plus the sum of products with its weights.
 *
 * @param weights {shape: [units, classes], data}
 */
export function dense(vector, weights, bias) {
  const [units, classes] = weights.shape;
  return Array.from(bias, (start, k) => {
    let score = start;
    for (let i = 0; i < units; i++) score += vector[i] * weights.data[i * classes + k];
    return score;
  });
}

/** Turn scores into probabilities; the largest score is taken off against overflow. */
export function softmax(scores) {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Least and largest number, in a loop because spreading a large array overflows. */
export function extent(values) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * Find, for one number of the pipeline, which numbers of every stage belong to it.
 *
 * Earlier stages: what it was computed from. Later stages: where it goes, as far as
 * that is a rectangle.
 *
 * @param place {stage, row, column, map}, or {stage: "vector", index}, or
 *   {stage: "classes", index}; stage is a key of `shapes`
 * @param shapes {picture, convolution, relu, pooling} with [height, width, channels]
 * @param kernel [height, width] of the kernels
 * @param pool side of the pooling window
 * @returns for each stage {top, left, height, width, map}, map null for every map; for
 *   the vector {index}; stages that have no part in it are missing
 */
export function trace(place, shapes, kernel, pool) {
  const [rows, columns, filters] = shapes.pooling;
  const whole = (shape) => ({
    top: 0, left: 0, height: shape[0], width: shape[1], map: null,
  });
  if (place.stage === "classes") {
    return Object.fromEntries(
      Object.entries(shapes).map(([stage, shape]) => [stage, whole(shape)]),
    );
  }
  if (place.stage === "picture") {
    // The windows that hold this pixel begin at most one kernel before it.
    const top = Math.max(0, place.row - kernel[0] + 1);
    const left = Math.max(0, place.column - kernel[1] + 1);
    const bottom = Math.min(place.row, shapes.convolution[0] - 1);
    const right = Math.min(place.column, shapes.convolution[1] - 1);
    const seen = {
      top, left, height: bottom - top + 1, width: right - left + 1, map: null,
    };
    const found = {
      picture: { top: place.row, left: place.column, height: 1, width: 1, map: null },
      convolution: seen,
      relu: seen,
    };
    const pooledTop = Math.floor(top / pool);
    const pooledLeft = Math.floor(left / pool);
    const height = Math.min(Math.floor(bottom / pool), rows - 1) - pooledTop + 1;
    const width = Math.min(Math.floor(right / pool), columns - 1) - pooledLeft + 1;
    if (height > 0 && width > 0) {
      found.pooling = { top: pooledTop, left: pooledLeft, height, width, map: null };
    }
    return found;
  }
  if (place.stage === "vector") {
    const cell = Math.floor(place.index / filters);
    return trace(
      {
        stage: "pooling", row: Math.floor(cell / columns), column: cell % columns,
        map: place.index % filters,
      },
      shapes, kernel, pool,
    );
  }
  const side = place.stage === "pooling" ? pool : 1;
  const window = {
    top: place.row * side, left: place.column * side, height: side, width: side,
    map: place.map,
  };
  const found = {
    picture: {
      top: window.top, left: window.left, height: side + kernel[0] - 1,
      width: side + kernel[1] - 1, map: null,
    },
    convolution: window,
    relu: window,
  };
  const row = Math.floor(window.top / pool);
  const column = Math.floor(window.left / pool);
  if (row < rows && column < columns) {
    found.pooling = { top: row, left: column, height: 1, width: 1, map: place.map };
    found.vector = { index: (row * columns + column) * filters + place.map };
  }
  return found;
}
