"""The lead's strategy pages: last night's run, the strategy file and its versions, two of them compared."""
