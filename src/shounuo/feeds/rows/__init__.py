"""From the cells of a row to what an action takes, one kind of file each."""
