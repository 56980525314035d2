"""The collector's desk: the next case, the call, the promise, the code, the inbox."""
