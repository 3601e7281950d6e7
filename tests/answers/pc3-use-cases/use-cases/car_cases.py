# %% right: pairs from a list of words
car_cases = {
    n: tuple(words.split())
    for n, words in enumerate(
        [
            "cnn space",
            "cnn space",
            "both both",
            "cnn shape",
            "rnn order",
            "neither naive",
            "rnn order",
            "both both",
            "rnn order",
            "neither table",
        ],
        start=1,
    )
}


# %% right: other accepted answers where there are several
car_cases = {
    1: ("cnn", "space"),
    2: ("cnn", "space"),
    3: ("both", "both"),
    4: ("rnn", "shape"),
    5: ("rnn", "shape"),
    6: ("neither", "naive"),
    7: ("rnn", "order"),
    8: ("both", "both"),
    9: ("rnn", "order"),
    10: ("neither", "table"),
}


# %% right: yet other accepted answers, in lists
car_cases = {
    1: ["cnn", "space"],
    2: ["cnn", "space"],
    3: ["both", "both"],
    4: ["cnn", "shape"],
    5: ["cnn", "order"],
    6: ["neither", "naive"],
    7: ["cnn", "order"],
    8: ["both", "both"],
    9: ["rnn", "order"],
    10: ["neither", "table"],
}


# %% right: capital letters and stray spaces
car_cases = {
    1: ("CNN", " Space "),
    2: ("CNN", " Space "),
    3: ("BOTH", " Both "),
    4: ("CNN", " Shape "),
    5: ("RNN", " Order "),
    6: ("NEITHER", " Naive "),
    7: ("RNN", " Order "),
    8: ("BOTH", " Both "),
    9: ("RNN", " Order "),
    10: ("NEITHER", " Table "),
}


# %% right: one text for each pair
car_cases = {
    1: "cnn space",
    2: "cnn space",
    3: "both both",
    4: "cnn shape",
    5: "rnn order",
    6: "neither naive",
    7: "rnn order",
    8: "both both",
    9: "rnn order",
    10: "neither table",
}


# %% wrong: case 1, architecture rnn
# says: 1 architecture: An RNN pays where items come one after the other and what came before changes what a later one means. One picture comes in, and the lines in it are where the answer is read off.
car_cases = {
    1: ("cnn", "space"),
    2: ("cnn", "space"),
    3: ("both", "both"),
    4: ("cnn", "shape"),
    5: ("rnn", "order"),
    6: ("neither", "naive"),
    7: ("rnn", "order"),
    8: ("both", "both"),
    9: ("rnn", "order"),
    10: ("neither", "table"),
}
car_cases[1] = ("rnn", "space")


# %% wrong: case 1, architecture both
# says: 1 architecture: A film would be worth having, but one picture is all that arrives here.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[1] = ("both", "space")


# %% wrong: case 1, architecture neither
# says: 1 architecture: 'neither' is for data without neighbours and without an order that helps. One picture comes in, and the lines in it are where the answer is read off.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[1] = ("neither", "space")


# %% wrong: case 1, cnn with reason shape
# says: 1 reason: 'shape' is about a short pattern in time that may stand anywhere. One picture comes in, and the lines in it are where the answer is read off.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[1] = ("cnn", "shape")


# %% wrong: case 1, cnn with reason order
# says: 1 reason: 'order' is about items one after the other, the earlier ones changing the meaning of the later ones. One picture comes in, and the lines in it are where the answer is read off.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[1] = ("cnn", "order")


# %% wrong: case 1, cnn with reason both
# says: 1 reason: A film would be worth having, but one picture is all that arrives here.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[1] = ("cnn", "both")


# %% wrong: case 1, cnn with reason table
# says: 1 reason: 'table' is about columns or counts that could stand in any order. One picture comes in, and the lines in it are where the answer is read off.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[1] = ("cnn", "table")


# %% wrong: case 1, cnn with reason naive
# says: 1 reason: There is one picture and no earlier answer to repeat.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[1] = ("cnn", "naive")


# %% wrong: case 2, architecture rnn
# says: 2 architecture: A seam is long, but it arrives as one picture, not piece by piece.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("rnn", "space")


# %% wrong: case 2, architecture both
# says: 2 architecture: 'both' is for several pictures, one after the other. A pore is a small round spot, wherever it sits along the seam.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("both", "space")


# %% wrong: case 2, architecture neither
# says: 2 architecture: 'neither' is for data without neighbours and without an order that helps. A pore is a small round spot, wherever it sits along the seam.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("neither", "space")


# %% wrong: case 2, cnn with reason shape
# says: 2 reason: This pattern lies in a picture, not in time.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("cnn", "shape")


# %% wrong: case 2, cnn with reason order
# says: 2 reason: Which end of the seam comes first does not matter to a pore.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("cnn", "order")


# %% wrong: case 2, cnn with reason both
# says: 2 reason: 'both' is about pictures and about what changes from one to the next. A pore is a small round spot, wherever it sits along the seam.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("cnn", "both")


# %% wrong: case 2, cnn with reason table
# says: 2 reason: 'table' is about columns or counts that could stand in any order. A pore is a small round spot, wherever it sits along the seam.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("cnn", "table")


# %% wrong: case 2, cnn with reason naive
# says: 2 reason: 'naive' is about a series whose last value, or the one a period ago, says nearly all. A pore is a small round spot, wherever it sits along the seam.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[2] = ("cnn", "naive")


# %% wrong: case 3, architecture cnn
# says: 3 architecture: One picture shows a closed eye. It does not show for how long.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("cnn", "both")


# %% wrong: case 3, architecture rnn
# says: 3 architecture: An RNN that gets raw pixels has to learn again for each place in the picture what an eye looks like.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("rnn", "both")


# %% wrong: case 3, architecture neither
# says: 3 architecture: 'neither' is for data without neighbours and without an order that helps. A closed eye in one picture may be a blink: how long does it stay closed?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("neither", "both")


# %% wrong: case 3, both with reason space
# says: 3 reason: One picture shows a closed eye. It does not show for how long.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("both", "space")


# %% wrong: case 3, both with reason shape
# says: 3 reason: 'shape' is about a short pattern in time that may stand anywhere. A closed eye in one picture may be a blink: how long does it stay closed?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("both", "shape")


# %% wrong: case 3, both with reason order
# says: 3 reason: 'order' is about items one after the other, the earlier ones changing the meaning of the later ones. A closed eye in one picture may be a blink: how long does it stay closed?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("both", "order")


# %% wrong: case 3, both with reason table
# says: 3 reason: 'table' is about columns or counts that could stand in any order. A closed eye in one picture may be a blink: how long does it stay closed?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("both", "table")


# %% wrong: case 3, both with reason naive
# says: 3 reason: 'naive' is about a series whose last value, or the one a period ago, says nearly all. A closed eye in one picture may be a blink: how long does it stay closed?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[3] = ("both", "naive")


# %% wrong: case 4, architecture both
# says: 4 architecture: 'both' is for several pictures, one after the other. A knock is a ringing of a few milliseconds, and it may start at any moment of the recording.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[4] = ("both", "shape")


# %% wrong: case 4, architecture neither
# says: 4 architecture: As a table, each moment is a column of its own; a knock one millisecond later fills other columns.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[4] = ("neither", "shape")


# %% wrong: case 4, cnn with reason space
# says: 4 reason: 'space' is about pixels side by side in a picture. A knock is a ringing of a few milliseconds, and it may start at any moment of the recording.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[4] = ("cnn", "space")


# %% wrong: case 4, cnn with reason order
# says: 4 reason: What happened long before the ringing does not change what it means.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[4] = ("cnn", "order")


# %% wrong: case 4, cnn with reason both
# says: 4 reason: 'both' is about pictures and about what changes from one to the next. A knock is a ringing of a few milliseconds, and it may start at any moment of the recording.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[4] = ("cnn", "both")


# %% wrong: case 4, cnn with reason table
# says: 4 reason: As a table, each moment is a column of its own; a knock one millisecond later fills other columns.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[4] = ("cnn", "table")


# %% wrong: case 4, cnn with reason naive
# says: 4 reason: The last value of a vibration is as often above zero as below it.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[4] = ("cnn", "naive")


# %% wrong: case 5, architecture both
# says: 5 architecture: 'both' is for several pictures, one after the other. An injected message looks like a genuine one; it comes at the wrong moment, between others that do not fit.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[5] = ("both", "order")


# %% wrong: case 5, architecture neither
# says: 5 architecture: Taken by itself, in a table, an injected message looks genuine.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[5] = ("neither", "order")


# %% wrong: case 5, rnn with reason space
# says: 5 reason: 'space' is about pixels side by side in a picture. An injected message looks like a genuine one; it comes at the wrong moment, between others that do not fit.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[5] = ("rnn", "space")


# %% wrong: case 5, rnn with reason both
# says: 5 reason: 'both' is about pictures and about what changes from one to the next. An injected message looks like a genuine one; it comes at the wrong moment, between others that do not fit.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[5] = ("rnn", "both")


# %% wrong: case 5, rnn with reason table
# says: 5 reason: Taken by itself, in a table, an injected message looks genuine.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[5] = ("rnn", "table")


# %% wrong: case 5, rnn with reason naive
# says: 5 reason: The message before was almost always genuine, so this would never raise an alarm.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[5] = ("rnn", "naive")


# %% wrong: case 6, architecture cnn
# says: 6 architecture: It would learn, with many weights, to repeat something that stands in the data already.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("cnn", "naive")


# %% wrong: case 6, architecture rnn
# says: 6 architecture: It would learn, with many weights, to repeat something that stands in the data already.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("rnn", "naive")


# %% wrong: case 6, architecture both
# says: 6 architecture: 'both' is for several pictures, one after the other. How far can several litres of coolant warm up in a tenth of a second?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("both", "naive")


# %% wrong: case 6, neither with reason space
# says: 6 reason: 'space' is about pixels side by side in a picture. How far can several litres of coolant warm up in a tenth of a second?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("neither", "space")


# %% wrong: case 6, neither with reason shape
# says: 6 reason: Over a tenth of a second there is hardly a shape to be seen.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("neither", "shape")


# %% wrong: case 6, neither with reason order
# says: 6 reason: There is an order. But over a tenth of a second, what does the past add?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("neither", "order")


# %% wrong: case 6, neither with reason both
# says: 6 reason: 'both' is about pictures and about what changes from one to the next. How far can several litres of coolant warm up in a tenth of a second?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("neither", "both")


# %% wrong: case 6, neither with reason table
# says: 6 reason: 'table' is about columns or counts that could stand in any order. How far can several litres of coolant warm up in a tenth of a second?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[6] = ("neither", "table")


# %% wrong: case 7, architecture both
# says: 7 architecture: 'both' is for several pictures, one after the other. Days and weeks repeat themselves; a public holiday does not.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("both", "order")


# %% wrong: case 7, cnn with reason naive
# says: 7 reason: 'naive' is about a series whose last value, or the one a period ago, says nearly all. Days and weeks repeat themselves; a public holiday does not.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("cnn", "naive")


# %% wrong: case 7, neither with reason order
# says: 7 reason: 'order' is about items one after the other, the earlier ones changing the meaning of the later ones. Days and weeks repeat themselves; a public holiday does not.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("neither", "order")


# %% wrong: case 7, rnn with reason space
# says: 7 reason: 'space' is about pixels side by side in a picture. Days and weeks repeat themselves; a public holiday does not.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("rnn", "space")


# %% wrong: case 7, rnn with reason shape
# says: 7 reason: A rise means one thing at six in the morning and another at noon: when it comes matters.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("rnn", "shape")


# %% wrong: case 7, rnn with reason both
# says: 7 reason: 'both' is about pictures and about what changes from one to the next. Days and weeks repeat themselves; a public holiday does not.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("rnn", "both")


# %% wrong: case 7, rnn with reason table
# says: 7 reason: The hours are no columns that could be shuffled.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("rnn", "table")


# %% wrong: case 7, rnn with reason naive
# says: 7 reason: 'naive' is about a series whose last value, or the one a period ago, says nearly all. Days and weeks repeat themselves; a public holiday does not.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[7] = ("rnn", "naive")


# %% wrong: case 8, architecture cnn
# says: 8 architecture: One picture shows where somebody is, not which way they are going.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("cnn", "both")


# %% wrong: case 8, architecture rnn
# says: 8 architecture: An RNN that gets raw pixels has to learn again for each place in the picture what a person looks like.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("rnn", "both")


# %% wrong: case 8, architecture neither
# says: 8 architecture: 'neither' is for data without neighbours and without an order that helps. Standing or setting off: one picture often leaves it open.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("neither", "both")


# %% wrong: case 8, both with reason space
# says: 8 reason: One picture shows where somebody is, not which way they are going.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("both", "space")


# %% wrong: case 8, both with reason shape
# says: 8 reason: 'shape' is about a short pattern in time that may stand anywhere. Standing or setting off: one picture often leaves it open.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("both", "shape")


# %% wrong: case 8, both with reason order
# says: 8 reason: 'order' is about items one after the other, the earlier ones changing the meaning of the later ones. Standing or setting off: one picture often leaves it open.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("both", "order")


# %% wrong: case 8, both with reason table
# says: 8 reason: 'table' is about columns or counts that could stand in any order. Standing or setting off: one picture often leaves it open.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("both", "table")


# %% wrong: case 8, both with reason naive
# says: 8 reason: For most of the time nobody steps onto the road, and the one time counts.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[8] = ("both", "naive")


# %% wrong: case 9, architecture cnn
# says: 9 architecture: A convolution sees a stretch of fixed length. What was drawn before that stretch is gone as well.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("cnn", "order")


# %% wrong: case 9, architecture both
# says: 9 architecture: 'both' is for several pictures, one after the other. What was drawn an hour ago is gone as surely as what was drawn a moment ago: the answer is a running sum.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("both", "order")


# %% wrong: case 9, architecture neither
# says: 9 architecture: A table of the last values, or the last value itself, says how fast the charge is falling, not how much is left.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("neither", "order")


# %% wrong: case 9, rnn with reason space
# says: 9 reason: 'space' is about pixels side by side in a picture. What was drawn an hour ago is gone as surely as what was drawn a moment ago: the answer is a running sum.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("rnn", "space")


# %% wrong: case 9, rnn with reason shape
# says: 9 reason: No short stretch holds the answer: everything drawn since the battery was full counts.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("rnn", "shape")


# %% wrong: case 9, rnn with reason both
# says: 9 reason: 'both' is about pictures and about what changes from one to the next. What was drawn an hour ago is gone as surely as what was drawn a moment ago: the answer is a running sum.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("rnn", "both")


# %% wrong: case 9, rnn with reason table
# says: 9 reason: 'table' is about columns or counts that could stand in any order. What was drawn an hour ago is gone as surely as what was drawn a moment ago: the answer is a running sum.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("rnn", "table")


# %% wrong: case 9, rnn with reason naive
# says: 9 reason: The last current says how fast the charge is falling, not how much is left.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[9] = ("rnn", "naive")


# %% wrong: case 10, architecture cnn
# says: 10 architecture: A CNN pays where a small pattern of neighbours means the same wherever it stands. Swap two columns of this row: is anything lost?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("cnn", "table")


# %% wrong: case 10, architecture rnn
# says: 10 architecture: An RNN pays where items come one after the other and what came before changes what a later one means. Swap two columns of this row: is anything lost?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("rnn", "table")


# %% wrong: case 10, architecture both
# says: 10 architecture: 'both' is for several pictures, one after the other. Swap two columns of this row: is anything lost?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("both", "table")


# %% wrong: case 10, neither with reason space
# says: 10 reason: 'space' is about pixels side by side in a picture. Swap two columns of this row: is anything lost?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("neither", "space")


# %% wrong: case 10, neither with reason shape
# says: 10 reason: 'shape' is about a short pattern in time that may stand anywhere. Swap two columns of this row: is anything lost?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("neither", "shape")


# %% wrong: case 10, neither with reason order
# says: 10 reason: The sums in this row were built up over time, but no time series arrives.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("neither", "order")


# %% wrong: case 10, neither with reason both
# says: 10 reason: 'both' is about pictures and about what changes from one to the next. Swap two columns of this row: is anything lost?
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("neither", "both")


# %% wrong: case 10, neither with reason naive
# says: 10 reason: There is no series in the row, so there is no last value.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ("neither", "naive")


# %% wrong: last case not answered
# says: 10 architecture: not answered yet.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[10] = ...


# %% wrong: last case left out
# says: 10 reason: not answered yet.
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + del car_cases[10]


# %% wrong: a case that there is not
# says: There is no question
# like: case 1, architecture rnn
# - car_cases[1] = ("rnn", "space")
# + car_cases[99] = ("cnn", "space")


# %% wrong: architectures alone
# says: write an architecture and a reason
car_cases = {
    1: "cnn",
    2: "cnn",
    3: "both",
    4: "cnn",
    5: "rnn",
    6: "neither",
    7: "rnn",
    8: "both",
    9: "rnn",
    10: "neither",
}


# %% wrong: the other way round
# says: is none of the choices
car_cases = {
    1: ("space", "cnn"),
    2: ("space", "cnn"),
    3: ("both", "both"),
    4: ("shape", "cnn"),
    5: ("order", "rnn"),
    6: ("naive", "neither"),
    7: ("order", "rnn"),
    8: ("both", "both"),
    9: ("order", "rnn"),
    10: ("table", "neither"),
}


# %% wrong: a list
# says: should be a dictionary
car_cases = [
    ("cnn", "space"),
    ("cnn", "space"),
    ("both", "both"),
    ("cnn", "shape"),
    ("rnn", "order"),
    ("neither", "naive"),
    ("rnn", "order"),
    ("both", "both"),
    ("rnn", "order"),
    ("neither", "table"),
]


# %% wrong: nothing answered
# says: no question is answered yet
car_cases = dict.fromkeys(range(1, 11), ...)


# %% wrong: a CNN everywhere
# says: right.
car_cases = dict.fromkeys(range(1, 11), ("cnn", "space"))


# %% wrong: an RNN everywhere
# says: right.
car_cases = dict.fromkeys(range(1, 11), ("rnn", "order"))


# %% wrong: a table everywhere
# says: right.
car_cases = dict.fromkeys(range(1, 11), ("neither", "table"))


# %% wrong: both everywhere
# says: right.
car_cases = dict.fromkeys(range(1, 11), ("both", "both"))


# %% wrong: everything at once
# says: is none of the choices
car_cases = dict.fromkeys(range(1, 11), (("cnn", "rnn"), ("space", "order")))


# %% wrong: codes as sets
# says: is none of the choices
car_cases = {
    n: ({"cnn", "rnn", "both", "neither"}, {"space", "order"}) for n in range(1, 11)
}
