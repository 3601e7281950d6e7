"""nbgrader's settings for this course; nbgrader and autograder both read them."""

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "ait-u3-e5"

c.ClearSolutions.code_stub = {
    "python": (
        "# YOUR CODE HERE\n"
        'raise NotImplementedError("Write your answer here, then delete this line.")'
    )
}

# What learners get, from `autograder build`, `nbgrader generate_assignment` and
# Formgrader's Generate button: nbgrader's own steps, without the worked solutions.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "autograder.worked.ClearWorkedSolutions",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# A cell that trains a small network on a slow laptop needs more than nbgrader's 30 s.
c.Execute.timeout = 120

# Feedback pages without scripts of a learner's and without pictures from the network.
c.HTMLExporter.embed_images = True
c.HTMLExporter.sanitize_html = True
# Formgrader's template would leave learners' text cells as they are.
c.HTMLExporter.filters = {"markdown2html": "autograder.formgrader.clean_markdown"}

# Formgrader's feedback tells of a hidden test what `autograder feedback` tells.
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "autograder.preprocessors.HideHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# `nbgrader autograde` and Formgrader's Autograde button repair and score submissions
# as `autograder grade` does: text on stderr costs nothing, broken metadata are mended.
c.Autograde.sanitize_preprocessors = [
    "autograder.preprocessors.RebuildSubmission",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "autograder.examined.ExamineNotebook",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "autograder.preprocessors.SaveScores",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
