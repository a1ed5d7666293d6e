"""Before the workspace: first start, unlocking, the office's paper key, and what to do when nothing opens.

The pages alone; `shell/start_controller` says which one comes when.
"""
