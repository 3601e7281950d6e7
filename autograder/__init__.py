"""Build, grade and report on the assignments of an nbgrader course."""
