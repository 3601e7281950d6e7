"""Drives: speed, steering and motion of a car, as the car itself records them."""

from dataclasses import dataclass

import numpy as np

from course.datasets._records import Record, fixed, obtain

_CAN_FILE, _IMU_FILE = "comma2k19_can.csv", "comma2k19_imu.csv"
_STEERING_FILE = "udacity_ch2_steering.csv"
_FASTEST = 100.0  # measurements a second; the sensors give about 83 and 104
_DRAWN = "a drive drawn by code"


@dataclass(frozen=True, repr=False, eq=False)
class Drive(Record):
    """A minute of driving on an even grid of times, without gaps.

    Attributes:
        time: Floats, `(n,)`, seconds, 0 at the first, `1 / rate` apart.
        speed: Floats, `(n,)`, metres a second: the mean of the wheel speeds.
        steering_angle: Floats, `(n,)`, degrees of the steering wheel; positive to the
            left, which is read off its agreement with the yaw rate of `load_imu`.
        wheel_speeds: Floats, `(n, 4)`, metres a second: front left, front right, rear
            left, rear right. Their mean is the speed, so do not predict one from the
            other at the same instant.
        rate: Measurements a second.
        source: Where the values came from, in words; says so when they are drawn.
        is_stand_in: Whether they are drawn by code.
        notes: What went wrong on the way to the published set, in sentences.
    """

    time: np.ndarray
    speed: np.ndarray
    steering_angle: np.ndarray
    wheel_speeds: np.ndarray
    rate: float
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()

    def _sizes(self) -> str:
        return _sizes(self.time, self.rate)


@dataclass(frozen=True, repr=False, eq=False)
class ImuRecord(Record):
    """What the motion sensors in the car measured in the same minute as `load_drive`.

    The axes point forward, to the right and down. The accelerometer measures what
    presses on it, so at rest it shows about -9.8 down. The real device sits a little
    tilted: its forward acceleration reads about 0.6 too low on average.

    Attributes:
        time: Floats, `(n,)`, seconds from the first of the drive, `1 / rate` apart.
        acceleration: Floats, `(n, 3)`, metres a second squared: forward, right, down.
        rotation: Floats, `(n, 3)`, radians a second about the same axes: roll, pitch
            and yaw rate; yaw is positive in a turn to the right.
        rate: Measurements a second.
        source: Where the values came from, in words; says so when they are drawn.
        is_stand_in: Whether they are drawn by code.
        notes: What went wrong on the way to the published set, in sentences.
        axes: The name of each column.
    """

    time: np.ndarray
    acceleration: np.ndarray
    rotation: np.ndarray
    rate: float
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()
    axes: tuple[str, ...] = ("forward", "right", "down")

    def _sizes(self) -> str:
        return _sizes(self.time, self.rate)


@dataclass(frozen=True, repr=False, eq=False)
class SteeringRecord(Record):
    """The angle of a steering wheel in nearly five minutes of driving.

    Attributes:
        time: Floats, `(n,)`, seconds, 0 at the first, `1 / rate` apart.
        angle: Floats, `(n,)`, radians of the steering wheel. The publisher does not say
            which side is positive.
        rate: Measurements a second, 20.
        source: Where the values came from, in words; says so when they are drawn.
        is_stand_in: Whether they are drawn by code.
        notes: What went wrong on the way to the published set, in sentences.
    """

    time: np.ndarray
    angle: np.ndarray
    rate: float
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()

    def _sizes(self) -> str:
        return _sizes(self.time, self.rate)


def load_drive(rate: float = 10.0, allow_download: bool = True) -> Drive:
    """Load a minute of a commute: speed and steering, from the car's own bus (CAN).

    The clock of the recording is uneven, about 11 ms a step; values are interpolated on
    an even grid. Its publisher has it in a form that the course does not download, so
    without a file in COURSE_DATA a drive drawn by code takes its place.

    Args:
        rate: Measurements a second; above 0, up to 100.
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        600 measurements at 10 a second, recorded or drawn.

    Raises:
        CorruptFile: If the file in COURSE_DATA is not the recorded one.
        ValueError: If `rate` makes no sense.

    Source:
        Schafer, Santana, Haden and Biasini, A Commute in Data: The comma2k19 Dataset,
        arXiv:1812.05752; MIT. Segment 40 of the example in its repository.
    """
    _check_rate(rate)
    found, words = obtain("comma2k19", [_CAN_FILE], allow_download, _DRAWN)
    if found.contents:
        table = _table(found.contents[_CAN_FILE])
    else:
        table = _draw_drive(seed=0)[0]
    time, values = _resample(table, rate)
    return Drive(
        fixed(time),
        speed=fixed(values[:, 0]),
        steering_angle=fixed(values[:, 1]),
        wheel_speeds=fixed(values[:, 2:]),
        rate=float(rate),
        **words,
    )


def load_imu(rate: float = 50.0, allow_download: bool = True) -> ImuRecord:
    """Load what the motion sensors measured in the same minute as `load_drive`.

    At equal rates the first values belong to the same instants as those of
    `load_drive`. Vibration is not smoothed away first: at a low rate, average a higher
    one yourself.

    Args:
        rate: Measurements a second; above 0, up to 100.
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        3,000 measurements at 50 a second, recorded or drawn.

    Raises:
        CorruptFile: If the file in COURSE_DATA is not the recorded one.
        ValueError: If `rate` makes no sense.

    Source:
        As `load_drive`; a telephone behind the windscreen.
    """
    _check_rate(rate)
    found, words = obtain("comma2k19", [_IMU_FILE], allow_download, _DRAWN)
    if found.contents:
        table = _table(found.contents[_IMU_FILE])
    else:
        table = _draw_drive(seed=0)[1]
    time, values = _resample(table, rate)
    return ImuRecord(
        fixed(time),
        acceleration=fixed(values[:, :3]),
        rotation=fixed(values[:, 3:]),
        rate=float(rate),
        **words,
    )


def load_steering(allow_download: bool = True) -> SteeringRecord:
    """Load the steering of the final evaluation of Udacity's second challenge.

    A value hardly differs from the one before: compare every forecast with "the same as
    the last".

    Args:
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        5,614 angles at 20 a second, 281 seconds, recorded or drawn. The file has no
        speed or torque.

    Raises:
        CorruptFile: If the file in COURSE_DATA is not the recorded one.

    Source:
        Udacity, self-driving-car, challenge 2, November 2016; MIT.
    """
    found, words = obtain(
        "udacity-steering", [_STEERING_FILE], allow_download, "steering drawn by code"
    )
    rate = 20.0
    if found.contents:
        lines = found.contents[_STEERING_FILE].decode().rstrip("\n").split("\n")[1:]
        rows = [line.split(",") for line in lines]
        frames = np.array([row[0] for row in rows], np.int64)  # nanoseconds since 1970
        raw = (frames - frames[0]) / 1e9
        table = np.column_stack([raw, [float(row[1]) for row in rows]])
        # The camera's clock strays by at most 1.4 ms from 20 a second.
        time = np.arange(len(table)) / rate
        angle = table[:, 1]
    else:
        angle = _draw_steering(5614, seed=0)
        time = np.arange(len(angle)) / rate
    return SteeringRecord(fixed(time), fixed(angle), rate=rate, **words)


def _sizes(time: np.ndarray, rate: float) -> str:
    return f"{len(time):,} measurements, {rate:g} a second, {time[-1]:.1f} seconds"


def _check_rate(rate: float) -> None:
    if not 0 < rate <= _FASTEST:
        raise ValueError(
            f"`rate` expects measurements a second, above 0 and up to {_FASTEST:g}, "
            f"received {rate!r}."
        )


def _table(content: bytes) -> np.ndarray:
    lines = content.decode().rstrip("\n").split("\n")[1:]
    return np.array([line.split(",") for line in lines], float)


def _resample(table: np.ndarray, rate: float) -> tuple[np.ndarray, np.ndarray]:
    """Interpolate columns at the times `0, 1 / rate, ...` that the first one spans."""
    clock = table[:, 0]
    count = int(np.floor((clock[-1] + 1e-9) * rate)) + 1
    time = np.arange(count) / rate
    columns = [np.interp(time, clock, column) for column in table.T[1:]]
    return time, np.column_stack(columns)


_WHEELBASE = 2.65  # metres
_STEERING_RATIO = 15.0  # turn of the steering wheel for a turn of the wheels
_TRACK = 1.55  # metres between left and right wheels


def _draw_drive(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw a minute at 100 measurements a second: what CAN has, and what the IMU has.

    The car speeds up from 8 to about 19 m/s behind others and keeps a lane that bends a
    little. It turns as a bicycle with the same wheelbase would.
    """
    rng = np.random.default_rng(seed)
    step = 0.01
    time = np.arange(6000) * step
    wish = 17.8 + 2.0 * np.sin(2 * np.pi * time / 37) + _smooth(rng, time, 6.0, 0.8)
    speed = np.empty(len(time))
    speed[0] = 8.0
    for place in range(1, len(time)):
        pull = np.clip(0.3 * (wish[place] - speed[place - 1]), -3.0, 1.6)
        speed[place] = speed[place - 1] + pull * step
    wheel = _smooth(rng, time, 2.5, 0.65) + _smooth(rng, time, 0.6, 0.3)
    bend = np.deg2rad(wheel + _smooth(rng, time, 0.12, 0.35))
    yaw = speed * np.tan(bend / _STEERING_RATIO) / _WHEELBASE  # positive to the left
    angle = np.rad2deg(bend)
    sides = np.array([-1, 1, -1, 1]) * _TRACK / 2
    wheels = speed[:, None] + yaw[:, None] * sides
    wheels += rng.normal(0, 0.02, wheels.shape)
    can = np.column_stack([time, wheels.mean(axis=1), np.round(angle, 1), wheels])

    shake = 0.25 + 0.03 * speed[:, None]
    bumps = rng.normal(0, 1, (len(time), 3)) * shake * [0.7, 0.4, 0.8]
    pushed = np.column_stack(
        [np.gradient(speed, step), -speed * yaw, np.full(len(time), -9.81)]
    )
    turned = np.column_stack(
        [_smooth(rng, time, 0.3, 0.008), _smooth(rng, time, 0.3, 0.015), -yaw]
    )
    turned += rng.normal(0, 0.003, turned.shape)
    return can, np.column_stack([time, pushed + bumps, turned])


def _draw_steering(size: int, seed: int) -> np.ndarray:
    """Draw bends that come and go, small corrections, and the steps of the sensor."""
    rng = np.random.default_rng(seed)
    time = np.arange(size) / 20.0
    bends = _smooth(rng, time, 1.6, 0.18) + _smooth(rng, time, 0.5, 0.04)
    bends += _smooth(rng, time, 0.1, 0.008)
    rare = np.clip(_smooth(rng, time, 2.2, 1.0), 1.3, None) - 1.3  # a few sharp turns
    angle = bends + 0.5 * rare
    return np.round(angle / 0.00174533) * 0.00174533


def _smooth(
    rng: np.random.Generator, time: np.ndarray, seconds: float, spread: float
) -> np.ndarray:
    """Draw noise that changes over about so many seconds, with the standard deviation.

    White noise is averaged with the weights of a bell that is `seconds` wide.
    """
    step = time[1] - time[0]
    reach = int(np.ceil(4 * seconds / step))
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) * step / seconds) ** 2)
    noise = rng.normal(size=len(time) + 2 * reach)
    size = 1 << int(np.ceil(np.log2(len(noise) + len(bell))))
    product = np.fft.rfft(noise, size) * np.fft.rfft(bell, size)
    drawn = np.fft.irfft(product, size)[2 * reach : 2 * reach + len(time)]
    return drawn * spread / np.sqrt((bell**2).sum())
