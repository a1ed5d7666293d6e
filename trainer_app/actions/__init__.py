"""What a person can do, as verbs: opens the transaction, asks the rules, saves, returns `Changes`.

May import: store, bundle, documents, intake, system, domain, native. One folder for each area, each importing
only those to its left. Start reading at `base/workplace`.
"""
