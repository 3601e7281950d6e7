"""Words by which `effects` recognises what the calls in a cell do.

Read them as questions to a name: may a method of this name change its object, does a
function of this name write a file? A name in none of the lists of what is harmless
counts as one that may do harm; a wrong one costs the time of a cell that need not have
run, or, in the lists of what is harmless, a cell that is left out and should have run.
"""

from __future__ import annotations

import builtins
import re
import sys


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BUILTINS = frozenset(dir(builtins))

#: Names by which code reaches names that its text does not hold.
BY_TEXT = _words(
    """
    In Out __builtins__ __import__ _dh _ih _oh breakpoint compile dir eval exec
    get_ipython globals locals vars
    """
)

#: Attributes and modules by which it does so.
BY_TEXT_ATTRIBUTES = _words(
    """
    __closure__ __code__ __dict__ __globals__ __main__ _getframe currentframe f_back
    f_globals f_locals get_objects get_referrers setprofile settrace user_module user_ns
    """
)

HISTORY = re.compile(r"_{1,3}|_i{1,3}|_i?\d+")

HARMLESS_MAGICS = _words("conda config matplotlib pip")

PURE_BUILTINS = _words(
    """
    abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict
    display divmod enumerate filter float format frozenset getattr hasattr hash hex id
    int isinstance issubclass iter len list map max min object oct ord pow print
    property range repr reversed round set slice sorted staticmethod str sum super tuple
    type zip
    """
) | {name for name in BUILTINS if name.endswith(("Error", "Exception", "Warning"))}

ITERATOR_MAKERS = _words(
    """
    DictReader as_completed enumerate filter finditer iglob iter map open reader
    reversed scandir zip
    """
)

#: Modules whose calls act on more than their arguments.
ACTING_MODULES = _words(
    """
    asyncio atexit builtins code codeop concurrent contextvars ctypes faulthandler gc
    gettext http importlib inspect locale logging mock multiprocessing os pathlib pickle
    pytest requests resource runpy shelve shutil signal socket sqlite3 subprocess sys
    tempfile threading types unittest urllib warnings weakref
    """
)

#: Modules of which a plain call as a statement is known to change nothing that stays.
KNOWN_MODULES = (
    _words(
        """
        numpy matplotlib mpl_toolkits tensorflow keras scipy pandas seaborn PIL sklearn
        IPython ipywidgets anywidget jupyterquiz skimage cv2 torch plotly networkx sympy
        tqdm
        """
    )
    | frozenset(sys.stdlib_module_names)
) - {"__main__"}

#: Methods that leave their object as it is.
PURE_METHODS = _words(
    """
    all any argmax argmin argsort argwhere as_integer_ratio astype bit_length capitalize
    casefold center clip conj conjugate copy count count_params cumprod cumsum decode
    describe diagonal difference dot encode endswith evaluate expandtabs find flatten
    format get get_config get_layer get_shape get_weights groupby head hex index
    intersection is_integer isalpha isdigit isdisjoint islower isna isnumeric isoformat
    isspace issubset issuperset isupper item items join keys ljust lower lstrip max mean
    min most_common nonzero notna numpy nunique partition predict predict_on_batch
    predict_proba prod ptp ravel repeat replace reshape rfind rjust round rpartition
    rsplit rstrip score searchsorted split splitlines squeeze startswith std strftime
    strip sum summary swapaxes swapcase symmetric_difference tail take title to_numpy
    tobytes tolist total total_seconds trace translate transpose union unique upper
    value_counts values var view zfill
    """
)

#: Methods, and functions of a library, whose result shares nothing with what they get.
FRESH = _words(
    """
    all any argmax argmin argsort argwhere astype copy count count_params cumprod cumsum
    decode deepcopy encode evaluate format get_config get_weights index item join lower
    max mean min nonzero numpy predict predict_proba prod ptp round score searchsorted
    split std strip sum title tobytes tolist upper var
    """
)

VIEWS_OF_NUMPY = _words(
    """
    array array_split as_strided asanyarray asarray ascontiguousarray asfortranarray
    atleast_1d atleast_2d atleast_3d broadcast_arrays broadcast_to diag diagonal
    expand_dims flip fliplr flipud frombuffer hsplit imag meshgrid moveaxis nan_to_num
    nditer ravel real require reshape rollaxis rot90 sliding_window_view split squeeze
    swapaxes transpose vsplit
    """
)

CHANGES_ARGUMENTS = re.compile(
    r"shuffle|put\w*|place|copyto|fill\w*|heap(push|pop|ify|replace|pushpop)|insort\w*"
    r"|at|assign\w*|apply\w*|update\w*|readinto|swap|append|extend|insert|sort"
    r"|adapt|compile|load_weights|set_weights|\w+_|\w*in_?place\w*"
)

TRAINS = re.compile(r"(.*_)?(re)?(fit|train|tune|optimi[sz]e|learn)(_.*|ing|er)?")

DRAWS = re.compile(
    r"(.*_)?(rand(om|int|n)?|shuffled?|samples?|permut\w+|choices?|dropout|augment\w*"
    r"|initiali[sz]er?|init|build\w*|make_(model|network)\w*|noise|noisy)(_.*)?"
)

SEEDS = _words("manual_seed seed set_random_seed set_seed")

OWN_GENERATORS = _words(
    """
    Generator MT19937 PCG64 Philox Random RandomState SFC64 SeedSequence SystemRandom
    default_rng
    """
)

KERAS_THAT_DRAWS = _words(
    """
    Functional Model Sequential Variable applications clone_model estimator initializers
    layers models random saving
    """
)

WRITES_FILES = re.compile(
    r"open|save\w*|write\w*|dump|tofile|mkdir|makedirs|unlink|touch|rename|rmdir"
    r"|to_(csv|json|excel|pickle|parquet|hdf|sql|html|latex|feather|file|stata|clipboard)"
    r"|im(write|save)|urlretrieve|urlopen|get_file|extract(all)?|export\w*|chdir"
)

CHANGES_SETTINGS = re.compile(
    r"set|set_\w+|set[A-Z]\w*|use|use_\w+|seterr\w*|enable\w*|disable\w*|register\w*"
    r"|unregister\w*|update\w*|reset\w*|clear\w*|rc|rcdefaults|patch\w*|install\w*"
    r"|setup\w*|start\w*|stop\w*|configure\w*|switch_\w+|run_functions_eagerly|ion|ioff"
    r"|activate\w*|connect\w*|login|basicConfig|inject\w*|override\w*|append|insert"
    r"|extend|pop|add|add_\w+|filterwarnings|simplefilter|captureWarnings|getcontext"
    r"|setcontext|autolog|monkey\w*|load_ext\w*|option_context"
)

#: Of these, functions of arrays that return a new one.
ON_ARRAYS = _words("add add_n append insert")

SETTINGS = _words(
    """
    backend config environ mixed_precision modules options path rcParams rcParamsDefault
    style
    """
)

SHOWS = re.compile(
    r"\w*(plot|show|draw|display|figure|print|visuali|view|describe|summar|assert|check"
    r"|hist|scatter|image|animat|explor|widget|quiz|bar|pie|table|diagram)\w*",
    re.IGNORECASE,
)

QUIET_DECORATORS = _words(
    """
    abstractmethod classmethod dataclass function overload property staticmethod
    total_ordering wraps
    """
)
