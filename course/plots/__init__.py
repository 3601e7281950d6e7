"""Figures of the course: made of plain arrays, returned, shown with `show`.

Every function returns a matplotlib `Figure` that pyplot does not know of, so nothing
is drawn twice and nothing stays open. `show` puts it into the notebook together with
the words that a screen reader reads out.
"""

from course.plots._differences import (
    plot_driving_signals,
    plot_growth,
    plot_reach,
    plot_recall,
    plot_scores,
    plot_shifted_maps,
    plot_smoothing,
    plot_work_graphs,
)
from course.plots._network import (
    plot_network_diagram,
    plot_parameter_counts,
    plot_pipeline,
    plot_probabilities,
)
from course.plots._pictures import (
    plot_feature_maps,
    plot_filtered,
    plot_images,
    plot_kernels,
    plot_pixels,
)
from course.plots._recurrent import (
    SEQUENCE_TYPES,
    plot_curves_by_lag,
    plot_gates,
    plot_lstm_cell,
    plot_rnn_step,
    plot_sequence_types,
    plot_series,
    plot_unrolled,
)
from course.plots._select import (
    plot_accuracy_by_lag,
    plot_forecasts,
    plot_model_scores,
    plot_receptive_field,
    plot_unknown_set,
    plot_windows_by_class,
)
from course.plots._sequences import (
    plot_eight_steps,
    plot_errors,
    plot_gradient_norms,
    plot_hours,
    plot_padded_texts,
    plot_states,
    plot_streaming,
    plot_time_split,
    plot_windows,
)
from course.plots._show import image_bundle, show
from course.plots._steps import (
    plot_convolution_step,
    plot_flatten,
    plot_pooling,
    plot_relu,
)
from course.plots._tensors import (
    plot_broadcast,
    plot_graph,
    plot_line_fit,
    plot_tensors,
    plot_traces,
)
from course.plots._training import (
    describe_confusion,
    describe_curves,
    plot_compared_curves,
    plot_confusion,
    plot_layer_parameters,
    plot_learning_curves,
    plot_signal_spread,
)
from course.plots._use_cases import (
    plot_alarms,
    plot_forecast_curves,
    plot_input_kinds,
    plot_length_pairs,
    plot_matches,
    plot_rule_errors,
    plot_step_types,
)

__all__ = [
    "SEQUENCE_TYPES",
    "describe_confusion",
    "describe_curves",
    "image_bundle",
    "plot_accuracy_by_lag",
    "plot_alarms",
    "plot_broadcast",
    "plot_compared_curves",
    "plot_confusion",
    "plot_convolution_step",
    "plot_curves_by_lag",
    "plot_driving_signals",
    "plot_eight_steps",
    "plot_errors",
    "plot_feature_maps",
    "plot_filtered",
    "plot_flatten",
    "plot_forecast_curves",
    "plot_forecasts",
    "plot_gates",
    "plot_gradient_norms",
    "plot_graph",
    "plot_growth",
    "plot_hours",
    "plot_images",
    "plot_input_kinds",
    "plot_kernels",
    "plot_layer_parameters",
    "plot_learning_curves",
    "plot_length_pairs",
    "plot_line_fit",
    "plot_lstm_cell",
    "plot_matches",
    "plot_model_scores",
    "plot_network_diagram",
    "plot_padded_texts",
    "plot_parameter_counts",
    "plot_pipeline",
    "plot_pixels",
    "plot_pooling",
    "plot_probabilities",
    "plot_reach",
    "plot_recall",
    "plot_receptive_field",
    "plot_relu",
    "plot_rnn_step",
    "plot_rule_errors",
    "plot_scores",
    "plot_sequence_types",
    "plot_series",
    "plot_shifted_maps",
    "plot_signal_spread",
    "plot_smoothing",
    "plot_states",
    "plot_step_types",
    "plot_streaming",
    "plot_tensors",
    "plot_time_split",
    "plot_traces",
    "plot_unknown_set",
    "plot_unrolled",
    "plot_windows",
    "plot_windows_by_class",
    "plot_work_graphs",
    "show",
]
