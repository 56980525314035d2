"""`python -m shounuo` is `shounuo`."""

from shounuo.cli import main

main()
