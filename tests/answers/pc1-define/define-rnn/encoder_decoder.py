# %% right: one line
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    return one_to_many(
        start, steps, decoder, readout, rnn_sequence(inputs, **encoder)[-1]
    )


# %% right: two loops, nothing reused
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    state = np.zeros(len(encoder["bias"]))
    for one in inputs:
        total = one @ encoder["kernel"] + state @ encoder["recurrent_kernel"]
        state = np.tanh(total + encoder["bias"])
    answers, given = [], start
    for _ in range(steps):
        total = given @ decoder["kernel"] + state @ decoder["recurrent_kernel"]
        state = np.tanh(total + decoder["bias"])
        given = state @ readout["kernel"] + readout["bias"]
        answers.append(given)
    return np.array(answers)


# %% right: many_to_one with a readout that changes nothing
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    units = len(encoder["bias"])
    as_it_is = {"kernel": np.eye(units), "bias": np.zeros(units)}
    thought = many_to_one(inputs, encoder, as_it_is)
    return one_to_many(start, steps, decoder, readout, initial_state=thought)


# %% wrong: the thought is not handed over
# says: the decoder starts from zeros
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    rnn_sequence(inputs, **encoder)
    return one_to_many(start, steps, decoder, readout)


# %% wrong: the first state is handed over
# says: the decoder starts from the encoder's first state
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    thought = rnn_sequence(inputs, **encoder)[0]
    return one_to_many(start, steps, decoder, readout, thought)


# %% wrong: the mean of the states is handed over
# says: the decoder starts from the mean
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    thought = rnn_sequence(inputs, **encoder).mean(axis=0)
    return one_to_many(start, steps, decoder, readout, thought)


# %% wrong: the start vector is not used
# says: the start vector is not used
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    thought = rnn_sequence(inputs, **encoder)[-1]
    return one_to_many(np.zeros(len(start)), steps, decoder, readout, thought)


# %% wrong: the encoder writes as well
# says: the decoder has the encoder's weights
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    thought = rnn_sequence(inputs, **encoder)[-1]
    return one_to_many(start, steps, encoder, readout, thought)


# %% wrong: the last input in place of the start vector
# says: the decoder's first input is the last input of the encoder
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    thought = rnn_sequence(inputs, **encoder)[-1]
    return one_to_many(inputs[-1], steps, decoder, readout, thought)


# %% wrong: no decoder at all
# says: encoder_decoder
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    return rnn_sequence(inputs, **encoder) @ readout["kernel"] + readout["bias"]


# %% wrong: zeros
# says: encoder_decoder
def encoder_decoder(inputs, encoder, decoder, readout, start, steps):
    return np.zeros((steps, len(start)))
