"""The guide: writing a letter step by step, with the letter itself beside the form.

The way through the steps is ``app.flow``; ``presenter`` holds the letter and decides,
the widgets show. A step is a ``StepPage``, named in ``pages``.
"""
