# %% right: sum of reaches
def receptive_field(kernel_sizes, dilations):
    return 1 + sum((size - 1) * d for size, d in zip(kernel_sizes, dilations))


# %% right: a dot product
def receptive_field(kernel_sizes, dilations):
    sizes = np.array(kernel_sizes, dtype=int)
    return int((sizes - 1) @ np.array(dilations, dtype=int)) + 1


# %% right: follows the oldest weight
def receptive_field(kernel_sizes, dilations):
    oldest = 0
    for layer in reversed(range(len(kernel_sizes))):
        for _ in range(kernel_sizes[layer] - 1):
            oldest -= dilations[layer]
    return 1 - oldest


# %% right: collects what is seen
def receptive_field(kernel_sizes, dilations):
    seen = {0}
    for size, dilation in zip(kernel_sizes, dilations):
        seen = {lag + tap * dilation for lag in seen for tap in range(size)}
    return max(seen) - min(seen) + 1


# %% wrong: the step itself missing
# says: the step itself is missing
def receptive_field(kernel_sizes, dilations):
    return sum((size - 1) * d for size, d in zip(kernel_sizes, dilations))


# %% wrong: dilation ignored
# says: the dilation is ignored
def receptive_field(kernel_sizes, dilations):
    return 1 + sum(size - 1 for size in kernel_sizes)


# %% wrong: reaches multiplied
# says: the reaches are multiplied
def receptive_field(kernel_sizes, dilations):
    reach = 1
    for size, dilation in zip(kernel_sizes, dilations):
        reach *= 1 + (size - 1) * dilation
    return reach


# %% wrong: kernel sizes multiplied
# says: the kernel sizes are multiplied
def receptive_field(kernel_sizes, dilations):
    return int(np.prod(kernel_sizes))


# %% wrong: whole kernels added
# says: whole kernels are added
def receptive_field(kernel_sizes, dilations):
    return sum(size * dilation for size, dilation in zip(kernel_sizes, dilations))


# %% wrong: one step too many in each layer
# says: each layer adds one step too many
def receptive_field(kernel_sizes, dilations):
    return 1 + sum(size * dilation for size, dilation in zip(kernel_sizes, dilations))


# %% wrong: the last layer only
# says: only the last layer counts
def receptive_field(kernel_sizes, dilations):
    return 1 + (kernel_sizes[-1] - 1) * dilations[-1]


# %% wrong: one kernel size for all
# says: all layers have the first kernel size
def receptive_field(kernel_sizes, dilations):
    return 1 + sum((kernel_sizes[0] - 1) * dilation for dilation in dilations)


# %% wrong: dilations doubled whatever they are
# says: receptive_field of another stack
def receptive_field(kernel_sizes, dilations):
    return 1 + sum((size - 1) * 2**layer for layer, size in enumerate(kernel_sizes))


# %% wrong: the numbers of the text
# says: receptive_field of another stack
def receptive_field(kernel_sizes, dilations):
    return {1: 3, 2: 7, 3: 15}.get(len(dilations), 15)


# %% wrong: one
# says: is too small
def receptive_field(kernel_sizes, dilations):
    return 1
