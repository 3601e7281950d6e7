# %% right: rows and columns of the old pixels
def permute_pixels(pictures, order):
    rows, columns = np.divmod(np.asarray(order), pictures.shape[2])
    return pictures[:, rows, columns].reshape(pictures.shape)


# %% right: a loop over places
def permute_pixels(pictures, order):
    mixed = np.empty_like(pictures)
    height, width = pictures.shape[1:3]
    for place in range(height * width):
        source = order[place]
        mixed[:, place // width, place % width] = pictures[
            :, source // width, source % width
        ]
    return mixed


# %% right: take along the pixel axis
def permute_pixels(pictures, order):
    flat = np.reshape(pictures, (len(pictures), -1, pictures.shape[-1]))
    return np.take(flat, order, axis=1).reshape(pictures.shape)


# %% right: picture by picture
def permute_pixels(pictures, order):
    return np.stack(
        [
            picture.reshape(-1, picture.shape[-1])[order].reshape(picture.shape)
            for picture in pictures
        ]
    )


# %% wrong: the way back
# says: the order is undone instead of applied
def permute_pixels(pictures, order):
    flat = pictures.reshape(len(pictures), -1, pictures.shape[-1])
    mixed = np.empty_like(flat)
    mixed[:, order] = flat
    return mixed.reshape(pictures.shape)


# %% wrong: pixels numbered column by column
# says: the pixels are numbered column by column
def permute_pixels(pictures, order):
    number, height, width, channels = pictures.shape
    flat = pictures.transpose(0, 2, 1, 3).reshape(number, -1, channels)
    return flat[:, order].reshape(pictures.shape)


# %% wrong: only the first picture
# says: only the first picture is mixed
def permute_pixels(pictures, order):
    mixed = pictures.copy()
    mixed[0] = (
        pictures[0].reshape(-1, pictures.shape[-1])[order].reshape(pictures.shape[1:])
    )
    return mixed


# %% wrong: only the first channel
# says: only the first channel is mixed
def permute_pixels(pictures, order):
    mixed = pictures.copy()
    number, height, width, channels = pictures.shape
    mixed[..., 0] = (
        pictures[..., 0].reshape(number, -1)[:, order].reshape(number, height, width)
    )
    return mixed


# %% wrong: nothing mixed
# says: nothing is mixed
def permute_pixels(pictures, order):
    return pictures.copy()


# %% wrong: in place
# says: was changed by the call
def permute_pixels(pictures, order):
    flat = pictures.reshape(len(pictures), -1, pictures.shape[-1])
    flat[:] = flat[:, order]
    return flat.reshape(pictures.shape)


# %% wrong: left flat
# says: has too few axes
def permute_pixels(pictures, order):
    return pictures.reshape(len(pictures), -1, pictures.shape[-1])[:, order]


# %% wrong: another mixing for each picture
# says: permute_pixels
def permute_pixels(pictures, order):
    flat = pictures.reshape(len(pictures), -1, pictures.shape[-1])
    return np.stack(
        [picture[np.roll(order, i)] for i, picture in enumerate(flat)]
    ).reshape(pictures.shape)


# %% wrong: channels torn apart
# says: permute_pixels
def permute_pixels(pictures, order):
    number, height, width, channels = pictures.shape
    flat = pictures.transpose(0, 3, 1, 2).reshape(number, channels, -1)
    return flat[:, :, order].reshape(pictures.shape)


# %% wrong: all zeros
# says: is zero everywhere
def permute_pixels(pictures, order):
    return np.zeros_like(pictures)
