# %% right: floats
feature_map_by_hand = np.array([[-2.0, 7.0], [4.0, 2.0]])


# %% right: nested list
feature_map_by_hand = [[-2, 7], [4, 2]]


# %% right: each sum written out
feature_map_by_hand = np.array(
    [
        [1 * 1 + 2 * 0 + 0 * 2 + 3 * -1, 2 * 1 + 0 * 0 + 3 * 2 + 1 * -1],
        [0 * 1 + 3 * 0 + 2 * 2 + 0 * -1, 3 * 1 + 1 * 0 + 0 * 2 + 1 * -1],
    ],
    dtype="int8",
)


# %% right: a tensor, filled in row by row
first_row = [-2, 7]
second_row = [4, 2]
feature_map_by_hand = tf.stack([first_row, second_row])


# %% wrong: kernel flipped
# says: the kernel is flipped
feature_map_by_hand = np.array([[6, -1], [6, 0]])


# %% wrong: rows and columns swapped
# says: rows and columns are swapped
feature_map_by_hand = np.array([[-2, 4], [7, 2]])


# %% wrong: minus sign of the last weight lost
# says: the minus sign of the last weight got lost
feature_map_by_hand = np.array([[4, 9], [4, 4]])


# %% wrong: kernel transposed
# says: the kernel is transposed
feature_map_by_hand = np.array([[2, 1], [6, 4]])


# %% wrong: one number miscalculated
# says: The number in row 1, column 1 is one too large
feature_map_by_hand = np.array([[-2, 7], [4, 3]])


# %% wrong: last number forgotten
# says: Make each entry a plain number
feature_map_by_hand = np.array([[-2, 7], [4, ...]])


# %% wrong: in one row
# says: too few axes
feature_map_by_hand = np.array([-2, 7, 4, 2])


# %% wrong: mean in place of the sum
# says: the sum is divided by the number of weights
feature_map_by_hand = np.array([[-0.5, 1.75], [1.0, 0.5]])


# %% wrong: ReLU already applied
# says: that is ReLU, the next step
feature_map_by_hand = np.array([[0, 7], [4, 2]])


# %% wrong: the upper row of the kernel only
# says: only the upper row of the kernel is used
feature_map_by_hand = np.array([[1, 2], [0, 3]])


# %% wrong: the kernel jumps by its own width
# says: one row too few and one column too few
feature_map_by_hand = np.array([[-2]])


# %% wrong: a place for each pixel
# says: one row too many and one column too many
feature_map_by_hand = np.array([[-2, 7, 0], [4, 2, 1], [2, 0, 1]])


# %% wrong: all zeros
# says: zero everywhere
feature_map_by_hand = np.zeros((2, 2))


# %% wrong: text
# says: text
feature_map_by_hand = "[[-2, 7], [4, 2]]"


# %% wrong: not filled in
# says: still `...`
feature_map_by_hand = ...
