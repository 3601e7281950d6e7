# %% right: from the last layer down
def receptive_field(layers):
    field = 1
    for kernel_size, stride, dilation in reversed(layers):
        field = (field - 1) * stride + (kernel_size - 1) * dilation + 1
    return field


# %% right: recursion on the first layer
def receptive_field(layers, jump=1):
    if not layers:
        return 1
    (kernel_size, stride, dilation), *rest = layers
    own = (kernel_size - 1) * dilation * jump
    return own + receptive_field(rest, jump * stride)


# %% right: jumps from a cumulative product
def receptive_field(layers):
    if len(layers) == 0:
        return 1
    numbers = np.array(layers)
    jumps = np.concatenate([[1], np.cumprod(numbers[:-1, 1])])
    return 1 + int(np.sum((numbers[:, 0] - 1) * numbers[:, 2] * jumps))


# %% right: follow every path
def receptive_field(layers):
    places = {0}
    for kernel_size, stride, dilation in layers[::-1]:
        places = {p * stride + k * dilation for p in places for k in range(kernel_size)}
    return max(places) - min(places) + 1


# %% wrong: stride ignored
# says: the stride is ignored: after it, neighbouring places lie further apart
def receptive_field(layers):
    return 1 + sum((kernel - 1) * dilation for kernel, _, dilation in layers)


# %% wrong: dilation ignored
# says: the dilation is ignored: it sets the places of a kernel apart
def receptive_field(layers):
    field, jump = 1, 1
    for kernel_size, stride, _ in layers:
        field += (kernel_size - 1) * jump
        jump *= stride
    return field


# %% wrong: stride multiplied before the layer looks
# says: the stride widens the view of its own layer: it counts for later layers
def receptive_field(layers):
    field, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        field += (kernel_size - 1) * dilation * jump
    return field


# %% wrong: kernel sizes added
# says: the kernel sizes are added: neighbouring windows overlap
def receptive_field(layers):
    return sum(kernel * dilation for kernel, _, dilation in layers)


# %% wrong: kernel sizes multiplied
# says: the kernel sizes are multiplied: neighbouring windows overlap
def receptive_field(layers):
    field = 1
    for kernel_size, _, _ in layers:
        field *= kernel_size
    return field


# %% wrong: start at 0
# says: you start at 0: without any layer an output sees one input
def receptive_field(layers):
    field, jump = 0, 1
    for kernel_size, stride, dilation in layers:
        field += (kernel_size - 1) * dilation * jump
        jump *= stride
    return field


# %% wrong: read from the last layer to the first
# says: the layers are read from the last to the first
def receptive_field(layers):
    field, jump = 1, 1
    for kernel_size, stride, dilation in reversed(layers):
        field += (kernel_size - 1) * dilation * jump
        jump *= stride
    return field


# %% wrong: dilation times the whole kernel
# says: the dilation is multiplied with the whole kernel
def receptive_field(layers):
    field, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        field += (kernel_size * dilation - 1) * jump
        jump *= stride
    return field


# %% wrong: strides added
# says: the strides are added up: they multiply
def receptive_field(layers):
    field, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        field += (kernel_size - 1) * dilation * jump
        jump += stride - 1
    return field


# %% wrong: the first case only
# says: receptive_field
def receptive_field(layers):
    return 5
