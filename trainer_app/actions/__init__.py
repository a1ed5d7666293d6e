"""What a person can do, as verbs: opens the transaction, asks the rules, saves, returns `Changes`.

May import: store, bundle, documents, intake, system, domain. Start reading at `workplace`.
"""
