"""JupyterLab as `make lab` starts it: on the landing notebook, without news."""

c = get_config()  # noqa: F821

# `ServerApp.default_url` would be overridden by the lab's own.
c.LabApp.default_url = "/lab/tree/START_HERE.ipynb?reset"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
